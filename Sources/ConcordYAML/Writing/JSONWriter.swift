/// Writes a tree as JSON. Numbers keep their text if it is valid JSON and are converted otherwise (`0x1F` to 31).
/// Infinity and not-a-number, which JSON doesn't support, become strings.
struct JSONWriter {
    private(set) var output: [UInt8] = []
    /// The number of spaces per level, or `nil` for JSON on one line.
    let indentation: Int?

    /// The maximum indentation level. Deeper values are written on one line, as in YAML.
    private static let deepestIndentation = 64

    mutating func value(_ node: Node, depth: Int = 0) {
        switch node.value {
        case .null: append("null")
        case .bool(let flag): append(flag ? "true" : "false")
        case .number(let text): number(text)
        case .string(let text): string(text)
        case .sequence(let nodes):
            collection("[", "]", isEmpty: nodes.isEmpty, depth: depth) { writer in
                for (index, node) in nodes.enumerated() {
                    writer.separate(index, depth: depth + 1)
                    writer.value(node, depth: depth + 1)
                }
            }
        case .mapping(let mapping):
            collection("{", "}", isEmpty: mapping.isEmpty, depth: depth) { writer in
                for (index, entry) in mapping.entries.enumerated() {
                    writer.separate(index, depth: depth + 1)
                    writer.string(entry.key)
                    writer.append(writer.indentation == nil ? ":" : ": ")
                    writer.value(entry.value, depth: depth + 1)
                }
            }
        }
    }

    private mutating func collection(
        _ open: StaticString, _ close: StaticString, isEmpty: Bool, depth: Int, content: (inout JSONWriter) -> Void
    ) {
        append(open)
        content(&self)
        if !isEmpty { newline(depth: depth) }
        append(close)
    }

    private mutating func separate(_ index: Int, depth: Int) {
        if index > 0 { append(",") }
        newline(depth: depth)
    }

    private mutating func newline(depth: Int) {
        guard let indentation, depth <= Self.deepestIndentation else { return }
        output.append(UInt8(ascii: "\n"))
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * indentation))
    }

    private mutating func number(_ text: String) {
        var text = text
        if text.withUTF8({ isJSONNumber(UnsafeRawBufferPointer($0)) }) {
            output.append(contentsOf: text.utf8)
        } else if let decimal = Decimal(text) {
            output.append(contentsOf: decimal.jsonText.utf8)
        } else {
            string(text)
        }
    }

    private mutating func string(_ text: String) {
        append("\"")
        var text = text
        text.withUTF8 { string(UnsafeRawBufferPointer($0)) }
        append("\"")
    }

    /// Copies runs of literal characters, and escapes the characters between them.
    private mutating func string(_ text: UnsafeRawBufferPointer) {
        var (run, index) = (0, 0)
        while index < text.count {
            guard isEscaped(text, at: index) else {
                index += 1
                continue
            }
            output.append(contentsOf: text[run..<index])
            index += escape(text, at: index)
            run = index
        }
        output.append(contentsOf: text[run...])
    }

    /// Returns whether the character at `index` is escaped: the characters that JSON requires, and those that YAML
    /// readers wouldn't accept.
    private func isEscaped(_ text: UnsafeRawBufferPointer, at index: Int) -> Bool {
        switch text[index] {
        case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F: true
        case 0xC2...: needsEscape(text, at: index)
        default: false
        }
    }

    /// Writes the escape for the character at `index`, and returns the length of the character.
    private mutating func escape(_ text: UnsafeRawBufferPointer, at index: Int) -> Int {
        switch text[index] {
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case 0x08: append("\\b")
        case 0x09: append("\\t")
        case 0x0A: append("\\n")
        case 0x0C: append("\\f")
        case 0x0D: append("\\r")
        default:
            let length = utf8SequenceLength(text, at: index) ?? 1
            for unit in String(decoding: text[index..<(index + length)], as: UTF8.self).utf16 {
                let hexadecimal = String(unit, radix: 16)
                append("\\u")
                output.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - hexadecimal.utf8.count))
                output.append(contentsOf: hexadecimal.utf8)
            }
            return length
        }
        return 1
    }

    @inline(__always)
    private mutating func append(_ text: StaticString) {
        output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}

extension Node {
    /// The tree as JSON, indented by two spaces, with a final line feed.
    public var json: String { json(indentation: 2) + "\n" }

    /// The tree as JSON on one line.
    public var compactJSON: String { json(indentation: nil) }

    private func json(indentation: Int?) -> String {
        var writer = JSONWriter(indentation: indentation)
        writer.value(self)
        return String(decoding: writer.output, as: UTF8.self)
    }
}
