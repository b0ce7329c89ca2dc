import ConcordPatterns

/// A format of strings that JSON Schema 2020-12 defines.
///
/// Any other value of `format` is an annotation: it describes a string but doesn't restrict it.
package enum StringFormat: String, CaseIterable, Sendable {
    case date
    case dateTime = "date-time"
    case duration
    case email
    case hostname
    case internationalEmail = "idn-email"
    case internationalHostname = "idn-hostname"
    case internationalReference = "iri-reference"
    case ipv4
    case ipv6
    case iri
    case jsonPointer = "json-pointer"
    case regex
    case relativeJSONPointer = "relative-json-pointer"
    case time
    case uri
    case uriReference = "uri-reference"
    case uriTemplate = "uri-template"
    case uuid

    /// The format as a noun phrase, for messages.
    package var description: String {
        switch self {
        case .date: "a date such as 2026-03-01"
        case .dateTime: "a date and time such as 2026-03-01T12:30:00Z"
        case .duration: "a duration such as P1DT12H"
        case .email: "an email address"
        case .hostname: "a host name"
        case .internationalEmail: "an internationalized email address"
        case .internationalHostname: "an internationalized host name"
        case .internationalReference: "an IRI reference"
        case .ipv4: "an IPv4 address"
        case .ipv6: "an IPv6 address"
        case .iri: "an IRI"
        case .jsonPointer: "a JSON Pointer such as /items/0"
        case .regex: "a regular expression"
        case .relativeJSONPointer: "a relative JSON Pointer such as 1/name"
        case .time: "a time with an offset such as 12:30:00Z"
        case .uri: "a URI"
        case .uriReference: "a URI reference"
        case .uriTemplate: "a URI template"
        case .uuid: "a UUID"
        }
    }

    /// Returns whether a string has the format.
    package func accepts(_ text: String) -> Bool {
        switch self {
        case .date: DateFormats.isDate(text)
        case .dateTime: DateFormats.isDateTime(text)
        case .duration: DateFormats.isDuration(text)
        case .email: MailAddress.isValid(text)
        case .hostname: HostName.isValid(text[...])
        case .internationalEmail: MailAddress.isValid(text, isInternational: true)
        case .internationalHostname: InternationalHostName.isValid(text)
        case .internationalReference: ResourceIdentifier.isReference(text, isInternational: true)
        case .ipv4: IPAddress.isIPv4(text)
        case .ipv6: IPAddress.isIPv6(text)
        case .iri: ResourceIdentifier.isAbsolute(text, isInternational: true)
        case .jsonPointer: Pointers.isPointer(text)
        case .regex: Pattern.problems(in: text).isEmpty
        case .relativeJSONPointer: Pointers.isRelativePointer(text)
        case .time: DateFormats.isTime(text)
        case .uri: ResourceIdentifier.isAbsolute(text)
        case .uriReference: ResourceIdentifier.isReference(text)
        case .uriTemplate: URITemplate.isValid(text)
        case .uuid: Self.isUUID(text)
        }
    }

    /// RFC 9562, section 4: groups of hexadecimal digits, of any version and variant.
    private static func isUUID(_ text: String) -> Bool {
        text.utf8.count == 36
            && text.utf8.enumerated().allSatisfy { offset, byte in
                [8, 13, 18, 23].contains(offset) ? byte == UInt8(ascii: "-") : byte.isHexadecimalDigit
            }
    }
}
