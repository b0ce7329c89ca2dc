import ConcordDiagnostics
import ConcordYAML

/// A part of a document that belongs to a later version of OpenAPI than the document's.
public struct LaterField {
    /// The location of the part.
    public let pointer: JSONPointer
    /// The message of a diagnostic about the part.
    public let message: String
    /// The first version that has the part.
    public let version: OpenAPIVersion
}

extension Document {
    /// The parts of the document that belong to a later version of OpenAPI: fields, and the parameter location
    /// `querystring`.
    public var laterFields: [LaterField] {
        var walk = DocumentWalk(LaterFields(version: version), version: version)
        walk.walk(node, as: Document.self)
        return walk.visitor.found
    }
}

private struct LaterFields: DocumentVisitor {
    let version: OpenAPIVersion
    var found: [LaterField] = []

    mutating func visit(_ node: Node, as type: any OpenAPIObject.Type, at path: [PathStep]) -> Bool {
        if type == Parameter.self, version < .v3_2, node["in"]?.string == Parameter.Location.querystring.rawValue {
            add("a parameter for the whole query string", .v3_2, at: path)
        }
        return true
    }

    mutating func visit(_ entry: Mapping.Entry, field: Field?, of type: any OpenAPIObject.Type, at path: [PathStep]) {
        guard field == nil, let later = type.fields[entry.key],
            let first = OpenAPIVersion.allCases.first(where: { later.versions.contains($0) }), version < first
        else { return }
        add(type.fields.subject(of: later), first, at: path + [.key(entry.key)])
    }

    private mutating func add(_ subject: String, _ first: OpenAPIVersion, at path: [PathStep]) {
        let message = first.requirement(of: subject, in: version)
        found.append(LaterField(pointer: JSONPointer(path.map(\.token)), message: message, version: first))
    }
}

extension FieldTable {
    /// The subject of a diagnostic about a field: `'summary' of a response`.
    func subject(of field: Field) -> String { "'\(field.name)' of \(name)" }
}

extension OpenAPIVersion {
    /// Returns the message of a diagnostic about something that an earlier version doesn't have.
    func requirement(of subject: String, in earlier: OpenAPIVersion) -> String {
        "\(subject) requires OpenAPI \(rawValue), but this document is \(earlier.rawValue)"
    }
}

extension PathStep {
    /// The step as a token of a JSON Pointer, unescaped.
    fileprivate var token: String {
        switch self {
        case .key(let key): key
        case .index(let index): String(index)
        }
    }
}
