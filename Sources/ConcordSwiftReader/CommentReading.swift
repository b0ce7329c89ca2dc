import SwiftSyntax

extension OutlineReader {
    /// Returns the text of the doc comments before a node, as the compiler attaches them: `///` and `/** */` comments
    /// in any order, with other comments between them. A blank line before a comment detaches the ones above it.
    func documentation(of node: some SyntaxProtocol) -> String? {
        let trivia = source.slice(node.position, node.positionAfterSkippingLeadingTrivia)
        guard trivia.contains(UInt8(ascii: "/")) else { return nil }
        var scanner = CommentScanner(trivia)
        return scanner.documentation()
    }
}

/// Finds the doc comments in the trivia before a token.
private struct CommentScanner {
    private let bytes: ArraySlice<UInt8>
    private var index: Int
    private var line = 0

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    mutating func documentation() -> String? {
        var lines: [ArraySlice<UInt8>] = []
        var isDocumented = false
        var lastLine = 0
        while index < bytes.endIndex {
            let startLine = line
            switch next() {
            case .nothing: continue
            case .plain: break
            case .documentation(let text):
                if startLine > lastLine + 1 { lines = [] }
                lines += text
                isDocumented = true
            }
            lastLine = line
        }
        return isDocumented ? Lines.joined(lines) : nil
    }

    private enum Piece {
        case nothing, plain
        case documentation([ArraySlice<UInt8>])
    }

    private func byte(_ distance: Int) -> UInt8? {
        index + distance < bytes.endIndex ? bytes[index + distance] : nil
    }

    /// Skips one byte or comment.
    private mutating func next() -> Piece {
        switch (byte(0), byte(1)) {
        case (UInt8(ascii: "/"), UInt8(ascii: "/")): return lineComment()
        case (UInt8(ascii: "/"), UInt8(ascii: "*")): return blockComment()
        default:
            step()
            return .nothing
        }
    }

    private mutating func step() {
        if bytes[index] == 0x0A || (bytes[index] == 0x0D && byte(1) != 0x0A) { line += 1 }
        index += 1
    }

    private mutating func lineComment() -> Piece {
        let rest = bytes[index...]
        let comment = rest[..<(rest.firstIndex(where: \.endsLine) ?? rest.endIndex)]
        index = comment.endIndex
        let text = comment.dropFirst(3)
        guard comment.dropFirst(2).first == UInt8(ascii: "/") else { return .plain }
        return .documentation([text.first == UInt8(ascii: " ") ? text.dropFirst() : text])
    }

    private mutating func blockComment() -> Piece {
        let start = index
        var depth = 0
        repeat {
            switch (byte(0), byte(1)) {
            case (nil, _): return .plain
            case (UInt8(ascii: "/"), UInt8(ascii: "*")):
                depth += 1
                index += 2
            case (UInt8(ascii: "*"), UInt8(ascii: "/")):
                depth -= 1
                index += 2
            default: step()
            }
        } while depth > 0
        let comment = bytes[start..<index]
        guard comment.count >= 7, bytes[start + 2] == UInt8(ascii: "*") else { return .plain }
        return .documentation(blockLines(comment.dropFirst(3).dropLast(2)))
    }

    /// Returns the lines of a `/** */` comment, without the asterisk before each line, or else without their common
    /// indentation, and without blank lines at both ends.
    private func blockLines(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var lines = Array(Lines(text))
        let first = lines.removeFirst()
        let star = UInt8(ascii: "*")
        let textLines = lines.filter { !$0.allSatisfy(\.isBlank) }
        if !textLines.isEmpty, textLines.allSatisfy({ $0.first { !$0.isBlank } == star }) {
            lines = lines.map { $0.drop(while: \.isBlank).dropFirst().withoutIndentation(of: 1) }
        } else {
            let indentation = textLines.map { $0.prefix(while: \.isBlank).count }.min() ?? 0
            lines = lines.map { $0.withoutIndentation(of: indentation) }
        }
        if let last = lines.last, last.allSatisfy(\.isBlank) { lines.removeLast() }
        if lines.isEmpty { return [first.withoutIndentation(of: 1).withoutBlankAtEnd] }
        return first.allSatisfy(\.isBlank) ? lines : [first.withoutIndentation(of: 1)] + lines
    }
}

extension ArraySlice<UInt8> {
    fileprivate var withoutBlankAtEnd: ArraySlice<UInt8> { last?.isBlank == true ? dropLast() : self }
}
