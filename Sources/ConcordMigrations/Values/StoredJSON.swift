/// JSON in the form in which a column stores it.
package indirect enum StoredJSON: Sendable {
    case null
    case boolean(Bool)
    /// A number, with its source text.
    case number(String)
    case string(String)
    case array([StoredJSON])
    /// An object, with its members in order.
    case object([(key: String, value: StoredJSON)])
}

extension StoredJSON {
    /// The JSON without white space, and with escapes only for the characters that require one.
    package var text: String {
        switch self {
        case .null: "null"
        case .boolean(let value): String(value)
        case .number(let text): text
        case .string(let text): Self.quoted(text)
        case .array(let elements): "[\(elements.map(\.text).joined(separator: ","))]"
        case .object(let members):
            "{\(members.map { "\(Self.quoted($0.key)):\($0.value.text)" }.joined(separator: ","))}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    /// Reads JSON, or returns `nil` for a text that isn't JSON.
    package init?(_ text: String) {
        var reading = StoredJSONReading(text)
        guard let value = reading.whole() else { return nil }
        self = value
    }
}
