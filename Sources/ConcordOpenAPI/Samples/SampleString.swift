import ConcordPatterns
import ConcordYAML

/// A string that matches the format, pattern and length of schemas.
struct SampleString {
    let node: Node

    init(_ parts: [Schema]) {
        let least = min(2_000, parts.compactMap(\.minLength).max() ?? 0)
        let most = parts.compactMap(\.maxLength).min() ?? .max
        let format = parts.lazy.compactMap { $0.format ?? $0.contentEncoding }.first
        let written = Self.text(format: format)
        let patterns = parts.compactMap(\.pattern)
        let candidates =
            [written] + patterns.compactMap { Pattern($0).sample(ofLength: least) }
        let fitting = candidates.first { text in
            patterns.allSatisfy { Pattern($0).matchesInBoundedTime(text) ?? true }
        }
        var text = fitting ?? written
        if patterns.isEmpty {
            if text.unicodeScalars.count > most { text = String(text.prefix(max(0, most))) }
            while text.unicodeScalars.count < least {
                text += String(written.prefix(least - text.unicodeScalars.count))
            }
        }
        node = .string(text)
    }

    private static func text(format: String?) -> String {
        switch format {
        case "date-time"?: "2030-01-31T09:30:00Z"
        case "date"?: "2030-01-31"
        case "time"?: "09:30:00Z"
        case "duration"?: "PT15M"
        case "uuid"?: "6f1f2a34-5b0c-4a7e-9d6b-2f3c1e8a7b90"
        case "email"?, "idn-email"?: "someone@example.com"
        case "uri"?, "url"?, "iri"?: "https://example.com"
        case "uri-reference"?, "iri-reference"?: "/path"
        case "uri-template"?: "/path/{id}"
        case "hostname"?, "idn-hostname"?: "example.com"
        case "ipv4"?: "192.0.2.1"
        case "ipv6"?: "2001:db8::1"
        case "json-pointer"?: "/path"
        case "regex"?: "^[a-z]+$"
        case "byte"?, "base64"?: "Q29uY29yZA=="
        case "base64url"?: "Q29uY29yZA"
        case "decimal"?: "12.50"
        case "password"?: "correct horse battery staple"
        default: "string"
        }
    }
}
