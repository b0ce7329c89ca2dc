package import ConcordCore
package import ConcordDatabase

/// The names of objects, which are displayed wherever other objects refer to them.
package enum ObjectLabel {
    private static let preferred = ["name", "title", "username", "label", "email", "word", "code", "slug"]

    /// Returns the field whose text names an object.
    package static func field<M: Model>(of model: M.Type) -> _Core.ModelField<M>? {
        let texts = M.fields.filter { field in
            field.reference.type == .text && !field.options.isWriteOnly && !field.isManyToMany
                && field.options.choices.isEmpty && field.options.relation == nil
        }
        for name in preferred { if let field = texts.first(where: { $0.name == name }) { return field } }
        return texts.first { $0.options.isUnique } ?? texts.first { !$0.reference.isNullable }
    }

    /// Returns the name of an object: its `description` if it has one, or the text of a field otherwise.
    package static func of<M: Model>(_ object: M) -> String {
        if let object = object as? any CustomStringConvertible { return object.description }
        let text = field(of: M.self)?.queryValue(of: object)
        return name(M.self, key: M.primaryKey?.queryValue(of: object) ?? .null, text: text)
    }

    private static func name<M: Model>(_ model: M.Type, key: QueryValue, text: QueryValue?) -> String {
        if case .text(let text)? = text, !text.allSatisfy(\.isWhitespace) { return String(text.prefix(100)) }
        return "\(DisplayName.model(M.self).capitalizedFirst) \(key.plainText)"
    }

    /// Returns the keys and names of a query's objects. Reads only the columns that the names require.
    package static func labels<M: Model>(_ query: QuerySet<M>) async throws -> [(key: QueryValue, label: String)] {
        guard let key = M.primaryKey else { return [] }
        if M.self is any CustomStringConvertible.Type {
            return try await query.fetch().map { (key.queryValue(of: $0), of($0)) }
        }
        guard let field = field(of: M.self) else {
            return try await query.rowValues(of: [key.reference]).map { ($0[0], name(M.self, key: $0[0], text: nil)) }
        }
        return try await query.rowValues(of: [key.reference, field.reference]).map {
            ($0[0], name(M.self, key: $0[0], text: $0[1]))
        }
    }

    /// Returns the names of the objects of a model with these keys, with one query.
    package static func labels(of model: any Model.Type, _ keys: Set<QueryValue>) async throws -> [QueryValue: String] {
        func labels<M: Model>(_ model: M.Type) async throws -> [QueryValue: String] {
            guard let key = M.primaryKey, !keys.isEmpty else { return [:] }
            let query = M.objects.order(by: []).filter(key.isAny(of: Array(keys)))
            return Dictionary(try await self.labels(query).map { ($0.key, $0.label) }) { first, _ in first }
        }
        return try await labels(model)
    }
}

extension QueryValue {
    /// The value as text for display, without quotation marks. Null is an empty string.
    package var plainText: String {
        switch self {
        case .null: ""
        case .text(let text): text
        case .bytes(let bytes): bytes.count == 1 ? "1 byte" : "\(bytes.count) bytes"
        case .array(let values): values.map(\.plainText).joined(separator: ", ")
        case .json(.array(let values)): values.map(\.plainText).joined(separator: ", ")
        default: description
        }
    }
}

extension JSON {
    fileprivate var plainText: String { if case .string(let text) = self { text } else { description } }
}
