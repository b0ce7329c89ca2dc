/// Writes a tree as YAML in the style that a person would use: block style, plain scalars where every reader takes them
/// for strings, `|` for strings with several lines, and no folding.
struct YAMLWriter {
    private(set) var output: [UInt8] = []

    // MARK: Block style

    mutating func document(_ node: Node) {
        switch node.value {
        case .mapping(let mapping) where !mapping.isEmpty: entries(mapping, column: 0)
        case .sequence(let nodes) where !nodes.isEmpty: items(nodes, column: 0)
        default:
            scalar(node, contentColumn: 2, isRoot: true)
            newline()
        }
    }

    /// The maximum column of a block collection. Collections further right are written on one line, so the indentation
    /// can't make the output many times as long as the input.
    private static let deepestBlockColumn = 128

    /// Writes the entries of a mapping. The first continues the current line, and the others are on lines indented to
    /// `column`.
    private mutating func entries(_ mapping: Mapping, column: Int) {
        let entries = mapping.entries
        // Iterating over the indices avoids a copy of each entry.
        for index in entries.indices {
            if index > 0 { indent(column) }
            key(entries[index].key, column: column)
            switch entries[index].value.value {
            case .mapping where column >= Self.deepestBlockColumn, .sequence where column >= Self.deepestBlockColumn:
                space()
                flow(entries[index].value)
                newline()
            case .mapping(let mapping) where !mapping.isEmpty:
                newline()
                indent(column + 2)
                self.entries(mapping, column: column + 2)
            case .sequence(let nodes) where !nodes.isEmpty:
                newline()
                indent(column + 2)
                items(nodes, column: column + 2)
            default:
                space()
                scalar(entries[index].value, contentColumn: column + 2)
                newline()
            }
        }
    }

    private mutating func items(_ nodes: [Node], column: Int) {
        for index in nodes.indices {
            if index > 0 { indent(column) }
            output.append(UInt8(ascii: "-"))
            space()
            switch nodes[index].value {
            case .mapping where column >= Self.deepestBlockColumn, .sequence where column >= Self.deepestBlockColumn:
                flow(nodes[index])
                newline()
            case .mapping(let mapping) where !mapping.isEmpty: entries(mapping, column: column + 2)
            case .sequence(let nodes) where !nodes.isEmpty: items(nodes, column: column + 2)
            default:
                scalar(nodes[index], contentColumn: column + 2)
                newline()
            }
        }
    }

    /// The maximum length of an implicit key. Readers need not look further than 1024 characters for the `:` (YAML
    /// 1.2.2, section 7.4.2).
    private static let longestImplicitKey = 1000

    private mutating func key(_ key: String, column: Int) {
        let start = output.count
        text(key, style: .oneLine)
        if output.count - start > Self.longestImplicitKey {
            output.insert(contentsOf: "? ".utf8, at: start)
            newline()
            indent(column)
        }
        output.append(UInt8(ascii: ":"))
    }

    /// Writes a scalar or an empty collection.
    private mutating func scalar(_ node: Node, contentColumn: Int, isRoot: Bool = false) {
        switch node.value {
        case .null: append("null")
        case .bool(let flag): append(flag ? "true" : "false")
        case .number(let text): output.append(contentsOf: text.utf8)
        case .string(let text):
            self.text(text, style: .block(contentColumn: contentColumn, canStateIndentation: !isRoot))
        case .sequence: append("[]")
        case .mapping: append("{}")
        }
    }

    // MARK: Flow style

    /// Writes a whole tree on one line.
    mutating func flow(_ node: Node) {
        switch node.value {
        case .sequence(let nodes):
            append("[")
            for (index, node) in nodes.enumerated() {
                if index > 0 { append(", ") }
                flow(node)
            }
            append("]")
        case .mapping(let mapping):
            append("{")
            for (index, entry) in mapping.entries.enumerated() {
                if index > 0 { append(", ") }
                flowKey(entry.key)
                append(": ")
                flow(entry.value)
            }
            append("}")
        case .string(let text): self.text(text, style: .flow)
        default: scalar(node, contentColumn: 0)
        }
    }

    private mutating func flowKey(_ key: String) {
        let start = output.count
        text(key, style: .flow)
        if output.count - start > Self.longestImplicitKey { output.insert(contentsOf: "? ".utf8, at: start) }
    }

    // MARK: Text

    fileprivate enum TextStyle {
        /// A string with several lines can use `|` with its content at the column. At the root of a document, readers
        /// disagree about the column that an explicit indentation is relative to.
        case block(contentColumn: Int, canStateIndentation: Bool)
        case oneLine
        case flow
    }

    private mutating func text(_ text: String, style: TextStyle) {
        if text.utf8.withContiguousStorageIfAvailable({ self.text(UnsafeRawBufferPointer($0), style: style) }) != nil {
            return
        }
        var text = text
        text.withUTF8 { self.text(UnsafeRawBufferPointer($0), style: style) }
    }

    private mutating func text(_ text: UnsafeRawBufferPointer, style: TextStyle) {
        let shape = TextShape(text)
        if case .block(let column, let canState) = style, shape.holdsLineFeed, shape.holdsInk, !shape.needsEscapes,
            canState || !needsStatedIndentation(text)
        {
            return literal(text, column: column)
        }
        if shape.needsEscapes || shape.holdsLineFeed || shape.holdsTab { return doubleQuoted(text) }
        if isPlain(text, shape, inFlow: style.isFlow) { return output.append(contentsOf: text) }
        if shape.holdsSingleQuote, !shape.holdsEscapedInDoubleQuotes { return doubleQuoted(text) }
        singleQuoted(text)
    }

    private func isPlain(_ text: UnsafeRawBufferPointer, _ shape: TextShape, inFlow: Bool) -> Bool {
        guard !shape.holdsSeparator, !(inFlow && shape.holdsFlowIndicator), let first = text.first else { return false }
        switch first {
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
            UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"),
            UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"),
            UInt8(ascii: "`"), UInt8(ascii: ":"), UInt8(ascii: "?"):
            return false
        case UInt8(ascii: "-"):
            guard text.count > 1, text[1] != UInt8(ascii: " "), text[1] != UInt8(ascii: "-") else { return false }
        case UInt8(ascii: "."):
            if text.starts(with: "...".utf8) { return false }
        default: break
        }
        return !readsAsOtherThanText(text)
    }

    private mutating func singleQuoted(_ text: UnsafeRawBufferPointer) {
        append("'")
        for byte in text {
            if byte == UInt8(ascii: "'") { output.append(byte) }
            output.append(byte)
        }
        append("'")
    }

    private mutating func doubleQuoted(_ text: UnsafeRawBufferPointer) {
        append("\"")
        var index = 0
        while index < text.count {
            let byte = text[index]
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                output.append(UInt8(ascii: "\\"))
                output.append(byte)
            case UInt8(ascii: "\n"): append("\\n")
            case UInt8(ascii: "\t"): append("\\t")
            case UInt8(ascii: "\r"): append("\\r")
            case 0..<0x20, 0x7F: escape(UInt32(byte), digits: 2)
            case 0xC2... where needsEscape(text, at: index):
                let length = utf8SequenceLength(text, at: index) ?? 1
                let character = String(decoding: text[index..<(index + length)], as: UTF8.self)
                for scalar in character.unicodeScalars { escape(scalar.value, digits: 4) }
                index += length - 1
            default: output.append(byte)
            }
            index += 1
        }
        append("\"")
    }

    private mutating func escape(_ scalar: UInt32, digits: Int) {
        let hexadecimal = String(scalar, radix: 16, uppercase: true)
        append(digits == 2 ? "\\x" : "\\u")
        output.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: digits - hexadecimal.utf8.count))
        output.append(contentsOf: hexadecimal.utf8)
    }

    // MARK: Literal text

    private mutating func literal(_ text: UnsafeRawBufferPointer, column: Int) {
        append("|")
        if needsStatedIndentation(text) { append("2") }
        var content = text
        let lineFeed = UInt8(ascii: "\n")
        if content.last != lineFeed {
            append("-")
        } else {
            content = UnsafeRawBufferPointer(rebasing: content.dropLast())
            if content.last == lineFeed { append("+") }
        }
        for line in content.split(separator: lineFeed, omittingEmptySubsequences: false) {
            newline()
            guard !line.isEmpty else { continue }
            indent(column)
            output.append(contentsOf: line)
        }
    }

    /// Returns whether the first line that isn't empty begins with whitespace, which readers would treat as
    /// indentation.
    private func needsStatedIndentation(_ text: UnsafeRawBufferPointer) -> Bool {
        let first = text.first { $0 != UInt8(ascii: "\n") }
        return first == UInt8(ascii: " ") || first == UInt8(ascii: "\t")
    }

    // MARK: Output

    @inline(__always)
    private mutating func append(_ text: StaticString) {
        output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func space() {
        output.append(UInt8(ascii: " "))
    }

    private mutating func newline() {
        output.append(UInt8(ascii: "\n"))
    }

    private static let blanks = [UInt8](repeating: UInt8(ascii: " "), count: deepestBlockColumn + 8)

    private mutating func indent(_ column: Int) {
        output.append(contentsOf: Self.blanks[..<min(column, Self.blanks.count)])
        // The column of a literal scalar may exceed the prepared spaces.
        for _ in 0..<max(0, column - Self.blanks.count) { output.append(UInt8(ascii: " ")) }
    }
}

extension YAMLWriter.TextStyle {
    fileprivate var isFlow: Bool {
        if case .flow = self { true } else { false }
    }
}

extension Node {
    /// The tree as YAML in block style, with a final line feed.
    public var yaml: String { String(decoding: yamlBytes, as: UTF8.self) }

    /// The tree as YAML in block style, as UTF-8.
    public var yamlBytes: [UInt8] {
        var writer = YAMLWriter()
        writer.document(self)
        return writer.output
    }

    /// The tree as YAML on one line: `{type: string, enum: [a, b]}`.
    public var flowYAML: String {
        var writer = YAMLWriter()
        writer.flow(self)
        return String(decoding: writer.output, as: UTF8.self)
    }
}
