import ConcordDiagnostics
import ConcordYAML

extension DocumentRule {
    static let mediaTypeRules = [malformedMediaType, encodingOfNothing, ignoredEncoding, encodingTwice]

    static let malformedMediaType = DocumentRule(
        "malformed-media-type", .warning, "A key of 'content' is not a media type.",
        reason: "A media type has two parts, as in application/json. 'image/*' and '*/*' are ranges.",
        source: "Media type definitions: they \"SHOULD be in compliance with RFC6838\"",
        wrong: """
            paths:
              /pets: {get: {responses: {'200': {description: The pets., content: {json: {}}}}}}
            """,
        right: """
            paths:
              /pets: {get: {responses: {'200': {description: The pets., content: {application/json: {}}}}}}
            """)

    static let encodingTwice = DocumentRule(
        "encoding-twice", .error, "A media type has encodings by name and by position.",
        reason:
            "'encoding' is for the named parts of a form. 'prefixEncoding' and 'itemEncoding' are for the elements of an array.",
        source:
            "Media Type Object of 3.2: encoding \"MUST NOT be present if prefixEncoding or itemEncoding are present\"",
        wrong: """
            openapi: 3.2.0
            paths:
              /pets:
                post:
                  requestBody:
                    content:
                      multipart/mixed:
                        schema: {type: array, items: {type: string}}
                        encoding: {}
                        itemEncoding: {contentType: text/plain}
                  responses: {'200': {description: The pets.}}
            """,
        right: """
            openapi: 3.2.0
            paths:
              /pets:
                post:
                  requestBody:
                    content:
                      multipart/mixed:
                        schema: {type: array, items: {type: string}}
                        itemEncoding: {contentType: text/plain}
                  responses: {'200': {description: The pets.}}
            """)

    static let encodingOfNothing = DocumentRule(
        "encoding-of-nothing", .error, "An encoding refers to a property that the schema does not have.",
        reason: "The encoding would never be used.",
        source:
            "Media Type Object, encoding: \"The key, being the property name, MUST exist in the schema as a property\"",
        wrong: """
            paths:
              /photos:
                post:
                  requestBody:
                    content:
                      multipart/form-data:
                        schema: {type: object, properties: {photo: {type: string, format: binary}}}
                        encoding: {foto: {contentType: image/png}}
                  responses: {'204': {description: Stored.}}
            """,
        right: """
            paths:
              /photos:
                post:
                  requestBody:
                    content:
                      multipart/form-data:
                        schema: {type: object, properties: {photo: {type: string, format: binary}}}
                        encoding: {photo: {contentType: image/png}}
                  responses: {'204': {description: Stored.}}
            """)

    static let ignoredEncoding = DocumentRule(
        "ignored-encoding", .warning, "An encoding is stated for content that has no parts.",
        reason: "The parts of a form can be encoded individually. JSON has no parts.",
        source: "Media Type Object, encoding: it applies to \"multipart or application/x-www-form-urlencoded\"",
        wrong: """
            paths:
              /pets:
                post:
                  requestBody:
                    content:
                      application/json:
                        schema: {type: object, properties: {name: {type: string}}}
                        encoding: {name: {contentType: text/plain}}
                  responses: {'204': {description: Stored.}}
            """,
        right: """
            paths:
              /pets:
                post:
                  requestBody:
                    content:
                      application/x-www-form-urlencoded:
                        schema: {type: object, properties: {name: {type: string}}}
                        encoding: {name: {contentType: text/plain}}
                  responses: {'204': {description: Stored.}}
            """)
}

extension DocumentValidation {
    /// Checks the media types of a content map.
    mutating func checkMediaTypes(of content: Node?) {
        for entry in content?.mapping ?? Mapping() where !entry.key.isMediaType {
            report(
                .malformedMediaType, "'\(entry.key)' is not a media type", at: entry.keyPosition,
                help: ["json", "xml"].contains(entry.key.lowercased())
                    ? "write application/\(entry.key.lowercased())" : "write it in two parts, as in application/json")
        }
    }

    mutating func check(_ mediaType: MediaType, at path: [PathStep]) {
        let node = mediaType.node
        var name: String?
        if case .key(let key)? = path.last { name = key }
        checkExampleFields(of: node)
        checkExamples(ofValueWith: node, mediaType: name)
        guard let encoding = node.mapping?.entry("encoding") else { return }
        if version >= .v3_2, node["prefixEncoding"] != nil || node["itemEncoding"] != nil {
            report(
                .encodingTwice, "'encoding' can't be combined with 'prefixEncoding' or 'itemEncoding'",
                at: encoding.keyPosition, help: "remove it")
        }
        if let name, !name.hasSuffix("*"), !name.lowercased().hasPrefix("multipart/"),
            !name.lowercased().hasPrefix("application/x-www-form-urlencoded"), name.isMediaType
        {
            report(
                .ignoredEncoding, "'encoding' has no effect on \(name)", at: encoding.keyPosition,
                help: "remove it, or send the content as a form")
        }
        checkProperties(of: encoding.value, of: mediaType)
    }

    private mutating func checkProperties(of encoding: Node, of mediaType: MediaType) {
        guard let schema = mediaType.schema, let names = propertyNames(of: schema) else { return }
        for entry in encoding.mapping ?? Mapping() where !entry.key.hasPrefix("x-") && !names.contains(entry.key) {
            report(
                .encodingOfNothing, "the schema has no property '\(entry.key)'", at: entry.keyPosition,
                help: names.sorted().suggestion(for: entry.key))
        }
    }

    /// Returns the names of all properties that a schema declares, or `nil` if it may have others.
    func propertyNames(of schema: Schema) -> Set<String>? {
        guard let resolved = schema.reference == nil ? schema : resolver.resolve(schema),
            let mapping = resolved.node.mapping
        else { return nil }
        let openKeys = [
            "allOf", "anyOf", "oneOf", "$ref", "$dynamicRef", "patternProperties", "if", "dependentSchemas",
        ]
        guard !openKeys.contains(where: { mapping[$0] != nil }), let properties = mapping["properties"]?.mapping else {
            return nil
        }
        return Set(properties.keys)
    }

    mutating func check(_ encoding: Encoding) {
        checkStyle(of: encoding.node, among: ["form", "spaceDelimited", "pipeDelimited", "deepObject"])
        for part in encoding.contentType?.split(separator: ",") ?? [] {
            let name = part.trimmingBlanks
            guard !name.isMediaType else { continue }
            report(
                .malformedMediaType, "'\(name)' is not a media type",
                at: (encoding.node["contentType"] ?? encoding.node).position,
                help: "write it in two parts, as in image/png")
        }
    }
}

extension StringProtocol {
    /// The string without spaces and tabs at its ends.
    var trimmingBlanks: String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        let start = drop(while: isBlank)
        return String(start.reversed().drop(while: isBlank).reversed())
    }
}

extension String {
    /// Whether the string is a media type or range, with or without parameters (RFC 9110, section 8.3.1).
    var isMediaType: Bool {
        let essence = prefix { $0 != ";" }.trimmingBlanks
        let parts = essence.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(Self.isTokenByte) }
    }

    /// Returns whether a byte is a `tchar` of RFC 9110.
    static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
