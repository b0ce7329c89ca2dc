import ConcordOutline
import SwiftSyntax

/// Walks a syntax tree and records the source ranges of the parts of each declaration.
struct LocationReader {
    let outlines: OutlineReader

    /// Returns the file with the imports and declarations of these items.
    func file(_ items: CodeBlockItemListSyntax, _ file: LocatedFile) -> LocatedFile {
        var file = file
        add(items, to: &file)
        return file
    }

    private func add(_ items: CodeBlockItemListSyntax, to file: inout LocatedFile) {
        for item in items {
            guard case .decl(let declaration) = item.item else { continue }
            if let block = declaration.as(IfConfigDeclSyntax.self) {
                if case .statements(let items)? = outlines.conditions.activeElements(of: block) {
                    add(items, to: &file)
                }
            } else if let importing = declaration.as(ImportDeclSyntax.self) {
                file.imports.append(outlines.oneLine(importing.path))
                file.endOfImports = item.endPosition.utf8Offset
            } else {
                file.declarations.append(located(declaration, end: item.endPosition))
            }
        }
    }

    private func members(_ items: MemberBlockItemListSyntax) -> [LocatedDeclaration] {
        items.flatMap { item -> [LocatedDeclaration] in
            guard let block = item.decl.as(IfConfigDeclSyntax.self) else {
                return [located(item.decl, end: item.endPosition)]
            }
            guard case .decls(let items)? = outlines.conditions.activeElements(of: block) else { return [] }
            return members(items)
        }
    }

    private func located(_ syntax: DeclSyntax, end: AbsolutePosition) -> LocatedDeclaration {
        let comments = LeadingComments(of: syntax)
        let head = head(of: syntax)
        let block = syntax.asProtocol(DeclGroupSyntax.self)?.memberBlock
        return LocatedDeclaration(
            outlines: outlines.declarations(syntax), start: comments.start, documentation: comments.documentation,
            head: head, hasMoreInHead: hasMore(in: head, of: syntax), elements: elements(syntax),
            block: block.map { inside($0) }, members: block.map { members($0.members) } ?? [], end: end.utf8Offset)
    }

    private func inside(_ block: MemberBlockSyntax) -> Range<Int> {
        let start = block.leftBrace.endPositionBeforeTrailingTrivia.utf8Offset
        return start..<max(start, block.rightBrace.positionAfterSkippingLeadingTrivia.utf8Offset)
    }

    /// Returns the range from the first token to the last one before the body.
    private func head(of syntax: DeclSyntax) -> Range<Int> {
        let start = syntax.positionAfterSkippingLeadingTrivia.utf8Offset
        let body: Syntax? =
            switch syntax.as(DeclSyntaxEnum.self) {
            case .functionDecl(let function): function.body.map(Syntax.init)
            case .variableDecl(let variable): variable.bindings.last?.accessorBlock.map(Syntax.init)
            default: syntax.asProtocol(DeclGroupSyntax.self).map { Syntax($0.memberBlock) }
            }
        let last = body?.previousToken(viewMode: .sourceAccurate)?.endPositionBeforeTrailingTrivia
        return start..<max(start, (last ?? syntax.endPositionBeforeTrailingTrivia).utf8Offset)
    }

    /// Returns whether a head contains a comment that isn't a parameter's doc comment, or a block of `#if`.
    private func hasMore(in head: Range<Int>, of syntax: DeclSyntax) -> Bool {
        let isFunction = syntax.is(FunctionDeclSyntax.self)
        for token in syntax.tokens(viewMode: .sourceAccurate) {
            guard token.positionAfterSkippingLeadingTrivia.utf8Offset < head.upperBound else { break }
            if token.tokenKind == .poundIf { return true }
            let isFirst = token.positionAfterSkippingLeadingTrivia.utf8Offset == head.lowerBound
            let isLast = token.endPositionBeforeTrailingTrivia.utf8Offset == head.upperBound
            for piece in isFirst ? [] : Array(token.leadingTrivia) {
                if piece.isPlainComment || (piece.isDocumentation && !isFunction) { return true }
            }
            if !isLast, token.trailingTrivia.contains(where: { $0.isPlainComment || $0.isDocumentation }) {
                return true
            }
        }
        return false
    }

    private func elements(_ syntax: DeclSyntax) -> [Range<Int>] {
        guard let line = syntax.as(EnumCaseDeclSyntax.self) else { return [] }
        return line.elements.map { element in
            let start = element.positionAfterSkippingLeadingTrivia.utf8Offset
            let last = element.trailingComma?.previousToken(viewMode: .sourceAccurate)
            return
                start..<max(
                    start,
                    (last ?? element.lastToken(viewMode: .sourceAccurate))?
                        .endPositionBeforeTrailingTrivia.utf8Offset ?? start)
        }
    }
}

/// The comments directly above a declaration.
private struct LeadingComments {
    /// The start of the comments that no blank line separates from the declaration.
    private(set) var start: Int
    /// The range from the first to the last relevant doc comment, if nothing else is between them.
    private(set) var documentation: Range<Int>?

    init(of syntax: some SyntaxProtocol) {
        start = syntax.positionAfterSkippingLeadingTrivia.utf8Offset
        var first: Int?
        var isMixed = false
        var newlines = 0
        var offset = syntax.position.utf8Offset
        for piece in syntax.leadingTrivia {
            let end = offset + piece.sourceLength.utf8Length
            if let count = piece.newlineCount {
                newlines += count
            } else if piece.isPlainComment || piece.isDocumentation {
                if first == nil || newlines > 1 { first = offset }
                if piece.isDocumentation {
                    if newlines > 1 || documentation == nil { (documentation, isMixed) = (offset..<end, false) }
                    documentation = documentation.map { $0.lowerBound..<end }
                } else if documentation != nil {
                    isMixed = true
                }
                newlines = 0
            }
            offset = end
        }
        if let first, newlines <= 1 { start = first }
        if isMixed { documentation = nil }
    }
}

extension TriviaPiece {
    fileprivate var isPlainComment: Bool {
        switch self {
        case .lineComment, .blockComment: true
        default: false
        }
    }

    fileprivate var isDocumentation: Bool {
        switch self {
        case .docLineComment, .docBlockComment: true
        default: false
        }
    }

    fileprivate var newlineCount: Int? {
        switch self {
        case .newlines(let count), .carriageReturns(let count), .carriageReturnLineFeeds(let count): count
        default: nil
        }
    }
}
