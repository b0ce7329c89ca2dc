import ConcordDiagnostics
import ConcordYAML

extension DocumentRule {
    static let infoRules = [malformedURL, malformedEmail, relativeURI, licenseTwice, malformedNodeType]

    static let malformedNodeType = DocumentRule(
        "malformed-node-type", .error, "The type of an XML node is unknown or stated twice.",
        reason:
            "In OpenAPI 3.2, 'nodeType' replaces 'attribute' and 'wrapped'. Its values are element, attribute, text, cdata and none.",
        source: "XML Object of 3.2, attribute, wrapped: \"If nodeType is present, this field MUST NOT be present\"",
        wrong: """
            openapi: 3.2.0
            components:
              schemas:
                ID: {type: integer, xml: {nodeType: attribute, attribute: true}}
            """,
        right: """
            openapi: 3.2.0
            components:
              schemas:
                ID: {type: integer, xml: {nodeType: attribute}}
            """)

    static let malformedURL = DocumentRule(
        "malformed-url", .error, "A value that must be a URL is not a valid URL.",
        reason: "URLs percent-encode spaces, quotes, angle brackets, braces and non-ASCII characters.",
        source: "Contact Object, url, and others: \"This MUST be in the form of a URL\"",
        wrong: """
            externalDocs: {url: https://example.com/all about pets}
            """,
        right: """
            externalDocs: {url: https://example.com/all%20about%20pets}
            """)

    static let malformedEmail = DocumentRule(
        "malformed-email", .error, "A value that must be an email address is not a valid email address.",
        reason: "'email' is for email addresses. A web page belongs in 'url'.",
        source: "Contact Object, email: \"This MUST be in the form of an email address\"",
        wrong: """
            info:
              title: Pets
              version: '1'
              contact: {email: pets at example.com}
            """,
        right: """
            info:
              title: Pets
              version: '1'
              contact: {email: pets@example.com}
            """)

    static let relativeURI = DocumentRule(
        "relative-uri", .error, "A URI that must be absolute is relative.",
        reason: "A URI identifies a namespace or a dialect regardless of the location of the document.",
        source: "XML Object, namespace; OpenAPI Object, jsonSchemaDialect: \"in the form of a non-relative URI\"",
        wrong: """
            components:
              schemas:
                Pet: {type: object, xml: {namespace: pets}}
            """,
        right: """
            components:
              schemas:
                Pet: {type: object, xml: {namespace: 'https://example.com/pets'}}
            """)

    static let licenseTwice = DocumentRule(
        "license-twice", .error, "A license has both an identifier and a URL.",
        reason:
            "An SPDX identifier already identifies the license text. A URL is for licenses without an SPDX identifier.",
        source: "License Object, identifier: \"The identifier field is mutually exclusive of the url field\"",
        wrong: """
            info:
              title: Pets
              version: '1'
              license: {name: MIT, identifier: MIT, url: 'https://example.com/license'}
            """,
        right: """
            info:
              title: Pets
              version: '1'
              license: {name: MIT, identifier: MIT}
            """)
}

extension DocumentValidation {
    mutating func check(_ document: Document) {
        checkTags()
        checkIsAbsolute("jsonSchemaDialect", of: document.node)
        let parts = ["paths", "components", "webhooks"]
        if version >= .v3_1, !parts.contains(where: { document.node[$0] != nil }) {
            report(
                .missingField, "the document must have 'paths', 'components' or 'webhooks'",
                at: document.node.position, help: "add 'paths'")
        }
    }

    mutating func check(_ info: Info) {
        checkURL("termsOfService", of: info.node)
    }

    mutating func check(_ contact: Contact) {
        checkURL("url", of: contact.node)
        guard let email = contact.node["email"], let text = email.string else { return }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count != 2 || parts.contains(where: \.isEmpty) || text.contains(" ") else { return }
        report(.malformedEmail, "'\(text)' is not an email address", at: email.position)
    }

    mutating func check(_ license: License) {
        checkURL("url", of: license.node)
        guard version >= .v3_1, license.identifier != nil, let url = license.node.mapping?.entry("url") else { return }
        report(
            .licenseTwice, "a license can't have both 'identifier' and 'url'", at: url.keyPosition,
            help: "remove one of them")
    }

    mutating func check(_ xml: XML) {
        checkIsAbsolute("namespace", of: xml.node)
        guard version >= .v3_2, let kind = xml.node["nodeType"] else { return }
        if let text = kind.string, !XML.nodeTypes.contains(text) {
            report(
                .malformedNodeType, "'\(text)' is not a type of XML node", at: kind.position,
                help: XML.nodeTypes.suggestion(for: text) ?? "write one of \(XML.nodeTypes.joined(separator: ", "))")
        }
        for key in ["attribute", "wrapped"] {
            guard let entry = xml.node.mapping?.entry(key) else { continue }
            report(
                .malformedNodeType, "'\(key)' can't be combined with 'nodeType'", at: entry.keyPosition,
                help: "remove it, because 'nodeType' replaces it")
        }
    }

    /// Checks a field with a URL, which can be relative.
    mutating func checkURL(_ key: String, of node: Node) {
        guard let url = node[key], let text = url.string, !text.isURLText else { return }
        report(
            .malformedURL, "'\(text.prefix(80))' is not a URL", at: url.position,
            help: text.isEmpty
                ? "remove the field, or give it a value" : "percent-encode the characters that a URL can't contain")
    }

    private mutating func checkIsAbsolute(_ key: String, of node: Node) {
        guard let uri = node[key], let text = uri.string else { return }
        guard text.isURLText else { return checkURL(key, of: node) }
        guard !URIReference(text).hasScheme else { return }
        report(
            .relativeURI, "'\(key)' must be a URI with a scheme", at: uri.position,
            help: "write it in full, as in https://example.com/\(text.prefix(40))")
    }
}

extension String {
    /// Whether the string is nonempty and consists only of characters allowed in URLs (RFC 3986).
    var isURLText: Bool {
        let bytes = Array(utf8)
        guard !bytes.isEmpty else { return false }
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "%"):
                let digits = bytes[(index + 1)...].prefix(2)
                guard digits.count == 2, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else {
                    return false
                }
            case 0x21, 0x23...0x3B, 0x3D, 0x3F...0x5B, 0x5D, 0x5F, 0x61...0x7A, 0x7E: continue
            default: return false
            }
        }
        return true
    }
}
