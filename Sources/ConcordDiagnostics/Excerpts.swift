/// The source lines under messages, with a caret. Each file is split into lines once.
struct Excerpts {
    private let source: (String) -> String?
    private var linesOfFile: [String: [Substring.UTF8View]] = [:]
    /// The maximum width of a line. Longer lines, such as minified JSON, are truncated around the position.
    private static let width = 160

    init(source: @escaping (String) -> String?) {
        self.source = source
    }

    mutating func excerpt(at position: SourcePosition) -> String {
        let lines = lines(of: position.file)
        guard lines.indices.contains(position.line - 1) else { return "" }
        let line = Array(lines[position.line - 1])
        let place = min(max(position.column - 1, 0), line.count)
        let start = place > Self.width / 2 && line.count > Self.width ? place - Self.width / 2 : 0
        let end = min(line.count, start + Self.width)
        let before = String(visible: String(decoding: line[start..<place], as: UTF8.self))
        let after = String(visible: String(decoding: line[place..<end], as: UTF8.self))
        let lead = start > 0 ? "…" : ""
        return "  \(lead)\(before)\(after)\n  \(String(repeating: " ", count: lead.count + before.count))^\n"
    }

    private mutating func lines(of file: String) -> [Substring.UTF8View] {
        if let known = linesOfFile[file] { return known }
        let text = source(file) ?? ""
        let lines = text.utf8.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: "\n") }
            .map { Substring($0).utf8 }
        linesOfFile[file] = lines
        return lines
    }
}

extension String {
    /// Creates a string that can't move the cursor or reorder text in a terminal. Tabs become spaces, and control and
    /// bidirectional characters become `?`.
    init(visible text: String) {
        self.init()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09: unicodeScalars.append(" ")
            case 0x0A: unicodeScalars.append(contentsOf: "⏎".unicodeScalars)
            case 0x0D: break
            case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: unicodeScalars.append("?")
            default: unicodeScalars.append(scalar)
            }
        }
    }
}
