import ConcordDiagnostics
import ConcordOutline
import ConcordSwiftPrinter
import ConcordSwiftReader

/// Updates scaffolded Swift code that developers have changed to a newer document. Only the code for changed parts of
/// the document is edited.
///
/// Declarations that only the document has are added. Changes that only the document has are applied. Conflicting
/// changes are reported, and the code's version is kept. Function bodies, plain comments, and code that the scaffold
/// did not write are never changed, and no named declaration is deleted.
public struct ScaffoldMerge {
    /// The result of a merge.
    public struct Result: Sendable {
        /// The files that are new or changed, with their paths.
        public var files: [(path: String, bytes: [UInt8])] = []
        /// The diagnostics for conflicts and for other changes that the merge leaves to the developer.
        public var diagnostics: [Diagnostic] = []
    }

    private let recorded: [SourceFile]?
    private let document: [SourceFile]
    private let code: [LocatedFile]
    private let folder: String
    private let texts: [CodeText]
    private var edits: [TextEdits]
    /// The modules that each file of the code must import for the inserted declarations.
    private var imports: [Set<String>]
    private var newFiles: [(path: String, bytes: [UInt8])] = []
    private var report: MergeReport
    /// The names of the types that the document no longer has.
    private var obsoleteTypes: Set<String> = []
    /// The members that extensions declare, keyed by the extended type.
    private let extensions: [String: [CodeItem]]

    /// Creates a merge.
    ///
    /// - Parameters:
    ///   - recorded: The scaffold that the code was created from, or `nil` if it isn't known.
    ///   - document: The scaffold of the newer document.
    ///   - code: The current code.
    ///   - folder: The folder for new files if the code contains no scaffolded files. Otherwise, new files are created
    ///     beside those.
    ///   - locate: Returns the position of a path in the document, for diagnostics.
    public init(
        recorded: [SourceFile]?, document: [SourceFile], code: [LocatedFile], folder: String,
        locating locate: @escaping (DocumentPath) -> SourcePosition? = { _ in nil }
    ) {
        report = MergeReport(locating: locate)
        self.recorded = recorded
        self.document = document
        self.code = code
        self.folder = Self.root(of: document, in: code) ?? folder
        texts = code.map { CodeText(bytes: $0.bytes) }
        edits = code.map { _ in TextEdits() }
        imports = code.map { _ in [] }
        let items = code.enumerated().flatMap { CodeItem.items($1.declarations, file: $0, level: 0) }
        extensions = items.reduce(into: [:]) { extensions, item in
            guard case .extensionDeclaration(let body) = item.outline.kind else { return }
            extensions[body.name, default: []] += item.members
        }
    }

    /// Returns the folder of the code that contains most of the files that a scaffold would write.
    private static func root(of document: [SourceFile], in code: [LocatedFile]) -> String? {
        var counts: [String: Int] = [:]
        for file in document {
            for path in code.map(\.path) where path == file.path || path.hasSuffix("/" + file.path) {
                counts[String(path.dropLast(file.path.count)), default: 0] += 1
            }
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// Performs the merge.
    public consuming func merge() -> Result {
        mergeFiles()
        var result = Result(files: newFiles, diagnostics: report.diagnostics)
        var moves: [String: TextMoves] = [:]
        for (index, file) in code.enumerated() where !edits[index].isEmpty {
            addImports(to: index)
            let changed = edits[index].apply(to: file.bytes)
            result.files.append((file.path, changed.bytes))
            moves[file.path] = changed.moves
        }
        for index in result.diagnostics.indices {
            guard let position = result.diagnostics[index].position, let moved = moves[position.file] else { continue }
            result.diagnostics[index].position = moved(position)
        }
        return result
    }

    // MARK: Files

    private mutating func mergeFiles() {
        let items = code.enumerated().flatMap { CodeItem.items($1.declarations, file: $0, level: 0) }
        let new = document.flatMap(\.declarations)
        let old = recorded?.flatMap(\.declarations)
        let names = CodeNames(items.map(\.outline))
        let declarations = names.apply(toDocument: new, recorded: old)
        let record = old.map { names.apply(toRecord: $0) }
        obsoleteTypes = Self.names(of: record ?? []).subtracting(Self.names(of: declarations))
        let places = compare(
            path: [], recorded: record, items: items, document: declarations, owner: nil, from: DocumentPath())
        var start = 0
        for file in document {
            let end = start + file.declarations.count
            add(file, Array(declarations[start..<end]), Array(places[start..<end]), items)
            for case .present(let item) in places[start..<end] where !edits[item.file].isEmpty {
                imports[item.file].formUnion(file.imports)
            }
            start = end
        }
    }

    private static func names(of declarations: [Declaration]) -> Set<String> {
        Set(declarations.compactMap(\.name))
    }

    /// Adds the new declarations of a file, either to the file of the code that has most of the other declarations, or
    /// as a new file.
    private mutating func add(
        _ file: SourceFile, _ declarations: [Declaration], _ places: [Place], _ items: [CodeItem]
    ) {
        guard places.contains(where: \.isNew) else { return }
        let counts = places.reduce(into: [Int: Int]()) { counts, place in
            if case .present(let item) = place { counts[item.file, default: 0] += 1 }
        }
        let path = folder + file.path
        let sameName = code.indices.first { code[$0].path.lowercased() == path.lowercased() }
        guard let index = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key ?? sameName else {
            var added = file
            added.declarations = zip(declarations, places).filter { $1.isNew }.map(\.0)
            newFiles.append((path, Array(SwiftPrinter().print(added).utf8)))
            return
        }
        imports[index].formUnion(file.imports)
        let siblings = items.filter { $0.file == index }
        insert(declarations, places, among: siblings, into: nil, file: index, level: 0)
    }

    private mutating func addImports(to index: Int) {
        let missing = imports[index].subtracting(code[index].imports).sorted()
        guard !missing.isEmpty else { return }
        let lines = missing.map { "import \($0)" }.joined(separator: "\n")
        if let end = code[index].endOfImports {
            edits[index].insert("\n" + lines, at: end)
        } else {
            edits[index].insert(lines + "\n\n", at: code[index].declarations.first?.start ?? 0)
        }
    }

    // MARK: Declarations

    /// The place of a document's declaration in the code.
    private enum Place {
        case present(CodeItem)
        case new
        /// The developer has removed the declaration.
        case deleted

        var isNew: Bool {
            if case .new = self { true } else { false }
        }
    }

    /// Merges the declarations of both sides, reports those that only the code still has, and returns the places of the
    /// document's declarations.
    private mutating func compare(
        path: [String], recorded: [Declaration]?, items: [CodeItem], document: [Declaration], owner: Declaration?,
        from origin: DocumentPath
    ) -> [Place] {
        let outlines = items.map(\.outline)
        let areNested = owner != nil
        let inRecord = recorded.map { DeclarationMatch(document, $0, areNested: areNested).indices }
        let ofRecord = recorded.map { DeclarationMatch($0, outlines, areNested: areNested).indices }
        let direct = DeclarationMatch(document, outlines).indices
        var places: [Place] = []
        for (index, declaration) in document.enumerated() {
            let recordIndex = inRecord?[index]
            let old = recordIndex.flatMap { recorded?[$0] }
            let origin = origin.appending(declaration, among: document)
            if let found = direct[index] ?? recordIndex.flatMap({ ofRecord?[$0] }) {
                let versions = Versions(recorded: old, code: items[found].outline, document: declaration)
                merge(path, versions, items[found], from: origin)
                places.append(.present(items[found]))
            } else if let old {
                if old != declaration {
                    report.missing(name(declaration, in: path), as: text(declaration), near: owner, from: origin)
                }
                places.append(.deleted)
            } else {
                places.append(.new)
            }
        }
        let kept = Set(inRecord?.compactMap(\.self) ?? [])
        for (index, declaration) in (recorded ?? []).enumerated() where !kept.contains(index) {
            guard let found = ofRecord?[index].map({ items[$0].outline }) else { continue }
            report.obsolete(declaration.noun, name(found, in: path), at: found)
        }
        return places
    }

    private mutating func merge(
        _ path: [String], _ versions: Versions<Declaration>, _ item: CodeItem, from origin: DocumentPath
    ) {
        let name = name(versions.code, in: path)
        mergeDocumentation(versions, item, named: name, from: origin)
        var head = HeadMerge(obsoleteTypes: obsoleteTypes)
        guard let merged = head.merge(versions) else { return replace(versions, item, named: name, from: origin) }
        for disagreement in head.disagreements {
            report.disagreement(disagreement, of: name, at: versions.code, from: origin)
        }
        for parameter in head.obsoleteParameters {
            var place = versions.code
            place.mark = parameter.mark
            report.obsolete("parameter", "\(name).\(parameter.name)", at: place)
        }
        if merged != versions.code { write(merged, item, named: name, from: origin) }
        guard versions.document.kind.typeBody != nil, let declared = item.outline.name else { return }
        mergeMembers(path + [declared], versions, item, from: origin)
    }

    private mutating func mergeMembers(
        _ path: [String], _ versions: Versions<Declaration>, _ item: CodeItem, from origin: DocumentPath
    ) {
        let own = item.members
        let items = own + (extensions[path.joined(separator: ".")] ?? [])
        let names = versions.recorded.map { MemberNames(recorded: $0.items, code: items.map(\.outline)) }
        let document = names?(versions.document.items) ?? versions.document.items
        let places = compare(
            path: path, recorded: versions.recorded.map { names?($0.items) ?? $0.items }, items: items,
            document: document, owner: versions.code, from: origin)
        guard places.contains(where: \.isNew) else { return }
        insert(document, places, among: own, into: item, file: item.file, level: item.level + 1)
    }

    // MARK: Pieces

    private mutating func mergeDocumentation(
        _ versions: Versions<Declaration>, _ item: CodeItem, named name: String, from origin: DocumentPath
    ) {
        let comments = versions.map(\.documentation)
        switch comments.verdict {
        case .code: return
        case .undecided:
            let texts = comments.map { $0 ?? "nothing" }
            report.disagreement(
                .init(piece: "the comment", versions: texts), of: name, at: versions.code, from: origin)
        case .document:
            let lines = comments.document.map(commentLines) ?? []
            let indentation = texts[item.file].indentation(at: item.located.head.lowerBound)
            let text = lines.joined(separator: "\n" + indentation)
            let head = item.located.head.lowerBound
            guard !item.isShared, (item.element ?? 0) == 0, comments.code == nil || item.located.documentation != nil
            else {
                let reason = "its comment is not contiguous"
                return report.unwritable(name, as: text, because: reason, at: versions.code, from: origin)
            }
            if let range = item.located.documentation {
                edits[item.file].replace(lines.isEmpty ? range.lowerBound..<head : range, with: text)
            } else {
                edits[item.file].insert(text + "\n" + indentation, at: head)
            }
        }
    }

    private func commentLines(_ text: String) -> [String] {
        let printed = SwiftPrinter().print(Declaration(documentation: text, .variable(Variable("x"))))
        return printed.split(separator: "\n").dropLast().map(String.init)
    }

    /// Replaces the head of a declaration in the code with the merged one.
    private mutating func write(
        _ merged: Declaration, _ item: CodeItem, named name: String, from origin: DocumentPath
    ) {
        let head = headText(merged, level: item.level)
        guard !item.located.hasMoreInHead, !item.isShared else {
            let reason = item.isShared ? "other code is on the same line" : "it contains comments"
            return report.unwritable(name, as: head, because: reason, at: merged, from: origin)
        }
        if let element = item.element, item.located.elements.count > 1 {
            guard merged.attributes.isEmpty else {
                let reason = "other code is on the same line"
                return report.unwritable(name, as: head, because: reason, at: merged, from: origin)
            }
            edits[item.file].replace(item.located.elements[element], with: String(head.dropFirst("case ".count)))
            return
        }
        let indentation = texts[item.file].indentation(at: item.located.head.lowerBound)
        let text = head.indented(from: item.level, to: indentation).dropFirst(indentation.count)
        edits[item.file].replace(item.located.head, with: String(text))
    }

    /// Replaces a whole type with a type of another kind if the developer hasn't changed it.
    private mutating func replace(
        _ versions: Versions<Declaration>, _ item: CodeItem, named name: String, from origin: DocumentPath
    ) {
        let withoutComment = versions.map { declaration in
            var declaration = declaration
            declaration.documentation = nil
            return declaration
        }
        switch withoutComment.verdict {
        case .code: break
        case .undecided:
            let texts = versions.map { self.text($0) }
            report.disagreement(
                .init(piece: "the declaration", versions: texts), of: name, at: versions.code, from: origin)
        case .document:
            let end = item.located.block.map { $0.upperBound + 1 } ?? item.located.head.upperBound
            let indentation = texts[item.file].indentation(at: item.located.head.lowerBound)
            let lines = printed([withoutComment.document], level: item.level, indentation)
            edits[item.file].replace(
                item.located.head.lowerBound..<end, with: String(lines.dropFirst(indentation.count)))
        }
    }

    // MARK: New declarations

    /// Inserts new declarations after the ones that they follow in the document. The first are inserted before all
    /// others.
    private mutating func insert(
        _ declarations: [Declaration], _ places: [Place], among siblings: [CodeItem], into container: CodeItem?,
        file: Int, level: Int
    ) {
        var anchor: CodeItem?
        var group: [Declaration] = []
        for (declaration, place) in zip(declarations, places) {
            switch place {
            case .new: group.append(declaration)
            case .present(let item) where item.file == file && item.level == level:
                insert(group, after: anchor, among: siblings, into: container, file: file, level: level)
                (anchor, group) = (item, [])
            default: break
            }
        }
        insert(group, after: anchor, among: siblings, into: container, file: file, level: level)
    }

    private mutating func insert(
        _ group: [Declaration], after anchor: CodeItem?, among siblings: [CodeItem], into container: CodeItem?,
        file: Int, level: Int
    ) {
        guard !group.isEmpty else { return }
        if let anchor, insert(names: group, after: anchor) { return }
        let group = Self.onLines(group)
        if let anchor { return insert(group, after: anchor, among: siblings, into: container) }
        guard let first = siblings.first else { return insert(group, intoEmpty: container, file: file, level: level) }
        let indentation = texts[file].indentation(at: first.located.head.lowerBound)
        let lines = printed(group, level: level, indentation).dropFirst(indentation.count)
        let space = SwiftPrinter().needsEmptyLine(between: group[group.count - 1], and: first.outline) ? "\n\n" : "\n"
        edits[file].insert(lines + space + indentation, at: first.located.start)
    }

    /// Adds elements to a `case` declaration with several elements if the line has room. Elements that aren't plain are
    /// added only if others follow in the line.
    private mutating func insert(names: [Declaration], after anchor: CodeItem) -> Bool {
        guard let element = anchor.element else { return false }
        let isLast = element == anchor.located.elements.count - 1
        guard (names + [anchor.outline]).allSatisfy({ isLast ? $0.isPlainCase : $0.fitsCaseLine }) else { return false }
        let printed = headText(Declaration(.enumCase(names.compactMap(\.kind.caseElement))), level: 0)
        let text = ", " + printed.dropFirst("case ".count)
        let end = anchor.located.elements[element].upperBound
        guard !printed.contains("\n"), texts[anchor.file].lineLength(at: end) + text.utf8.count <= 120 else {
            return false
        }
        edits[anchor.file].insert(text, at: end)
        return true
    }

    /// Combines consecutive plain cases into one `case` declaration.
    private static func onLines(_ group: [Declaration]) -> [Declaration] {
        group.reduce(into: []) { lines, declaration in
            if declaration.isPlainCase, let last = lines.last, last.documentation == nil, last.attributes.isEmpty,
                case .enumCase(let elements) = last.kind,
                elements.allSatisfy({ $0.payload.isEmpty && $0.rawValue == nil }),
                let element = declaration.kind.caseElement
            {
                lines[lines.count - 1].kind = .enumCase(elements + [element])
            } else {
                lines.append(declaration)
            }
        }
    }

    private mutating func insert(
        _ group: [Declaration], after anchor: CodeItem, among siblings: [CodeItem], into container: CodeItem?
    ) {
        let text = texts[anchor.file]
        let indentation = text.indentation(at: anchor.located.head.lowerBound)
        var lines = "\n" + printed(group, level: anchor.level, indentation)
        let printer = SwiftPrinter()
        if let first = group.first, printer.needsEmptyLine(between: anchor.outline, and: first) { lines = "\n" + lines }
        let end = anchor.located.end
        if let next = siblings.first(where: { $0.located.head.lowerBound >= end }) {
            let newlines = text.newlines(from: end, to: next.located.start)
            let wanted = printer.needsEmptyLine(between: group[group.count - 1], and: next.outline) ? 2 : 1
            lines += String(repeating: "\n", count: max(0, wanted - newlines)) + (newlines == 0 ? indentation : "")
        } else if let block = container?.located.block, text.newlines(from: end, to: block.upperBound) == 0 {
            lines += "\n" + text.indentation(at: block.upperBound)
        } else if container == nil, end >= text.bytes.count {
            lines += "\n"
        }
        edits[anchor.file].insert(lines, at: end)
    }

    private mutating func insert(
        _ group: [Declaration], intoEmpty container: CodeItem?, file: Int, level: Int
    ) {
        guard let container, let block = container.located.block else {
            let isEmpty = texts[file].bytes.isEmpty
            let lines = printed(group, level: 0, "") + "\n"
            return edits[file].insert((isEmpty ? "" : "\n") + lines, at: texts[file].bytes.count)
        }
        let indentation = texts[file].indentation(at: container.located.head.lowerBound)
        let lines = printed(group, level: level, indentation + "    ")
        let hasLines = texts[file].newlines(from: block.lowerBound, to: block.upperBound) > 0
        edits[file].insert("\n" + lines + (hasLines ? "" : "\n" + indentation), at: block.lowerBound)
    }

    // MARK: Texts

    private func name(_ declaration: Declaration, in path: [String]) -> String {
        (path + [declaration.name ?? ""]).joined(separator: ".")
    }

    private func text(_ declaration: Declaration) -> String {
        var declaration = declaration
        declaration.documentation = nil
        return String(SwiftPrinter().print(declaration).dropLast())
    }

    /// Returns declarations printed for `level` enclosing types, with an indentation and without a final line feed.
    private func printed(_ declarations: [Declaration], level: Int, _ indentation: String) -> String {
        String(SwiftPrinter().print(declarations, indentedBy: level).dropLast())
            .indented(from: level, to: indentation)
    }

    /// Returns the declaration before its body, without indentation in the first line.
    private func headText(_ declaration: Declaration, level: Int) -> String {
        var head = declaration
        head.documentation = nil
        switch head.kind {
        case .structure(var body):
            body.members = []
            head.kind = .structure(body)
        case .enumeration(var body):
            body.members = []
            head.kind = .enumeration(body)
        case .function(var function):
            function.body = ""
            head.kind = .function(function)
        case .variable(var variable):
            variable.accessors = nil
            head.kind = .variable(variable)
        default: break
        }
        var text = Substring(SwiftPrinter().print([head], indentedBy: level).dropLast())
        if head.kind.typeBody != nil || head.kind.function != nil, text.hasSuffix("{}") { text = text.dropLast(2) }
        while text.last == " " || text.last == "\n" { text = text.dropLast() }
        return String(text.drop { $0 == " " })
    }
}
