/// The parameters after the value of a header: `form-data; name="photo"; filename="a.png"` (RFC 9110, section 5.6.6).
struct HeaderParameters {
    /// The value before the first semicolon.
    let value: String
    private var parameters: [(name: String, value: String)] = []

    init(_ text: String) {
        var fields: [String] = [""]
        var isQuoted = false
        var isEscaped = false
        for character in text.unicodeScalars {
            if isEscaped {
                isEscaped = false
            } else if isQuoted, character == "\\" {
                isEscaped = true
                continue
            } else if character == "\"" {
                isQuoted.toggle()
                continue
            } else if !isQuoted, character == ";" {
                fields.append("")
                continue
            }
            fields[fields.count - 1].unicodeScalars.append(character)
        }
        value = fields[0].trimmingSpaces()
        for field in fields.dropFirst() {
            // A combining mark after the sign would form a character with it.
            guard let equals = field.unicodeScalars.firstIndex(of: "=") else { continue }
            let name = String(field[..<equals]).trimmingSpaces().lowercased()
            parameters.append(
                (name, String(field.unicodeScalars[field.unicodeScalars.index(after: equals)...]).trimmingSpaces()))
        }
    }

    func value(of name: String) -> String? { parameters.first { $0.name == name }?.value }
}

extension StringProtocol {
    func trimmingSpaces() -> String {
        var rest = self[...]
        while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
        while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
        return String(rest)
    }
}
