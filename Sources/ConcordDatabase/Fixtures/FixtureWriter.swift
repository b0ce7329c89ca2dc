package import ConcordCore

/// Writes the objects of models as a fixture, a JSON array with one object on each line:
///
///     {"model":"station","pk":1,"fields":{"name":"Peak","owner":3}}
package struct FixtureWriter: Sendable {
    private let write: @Sendable ([UInt8]) throws -> Void

    /// Creates a writer with a closure that receives the chunks in order.
    package init(_ write: @escaping @Sendable ([UInt8]) throws -> Void) { self.write = write }

    /// Writes all objects of the models in one snapshot, in constant memory.
    ///
    /// - Throws: ``DatabaseError``, or the error of the closure.
    package func write(_ models: [any Model.Type], from database: Database) async throws {
        try await database.run {
            try await database.transaction(isolation: .repeatableRead) {
                var isFirst = true
                try write(Array("[".utf8))
                for model in models { isFirst = try await writeObjects(of: model, isFirst) }
                try write(Array((isFirst ? "]\n" : "\n]\n").utf8))
            }
        }
    }

    private func writeObjects<M: Model>(of model: M.Type, _ isFirst: Bool) async throws -> Bool {
        var isFirst = isFirst
        for try await object in M.objects.stream() {
            try write(Array(((isFirst ? "\n" : ",\n") + object.fixtureEntry.storedText).utf8))
            isFirst = false
        }
        return isFirst
    }
}

extension Model {
    /// The object as an entry of a fixture.
    fileprivate var fixtureEntry: JSON {
        var fields = JSONObject()
        for field in Self.fixtureFields { fields[field.column] = field.storedJSON(of: self) }
        let key = Self.primaryKey?.queryValue(of: self).json ?? .null
        return .object(JSONObject([("model", .string(Self.table)), ("pk", key), ("fields", .object(fields))]))
    }

    /// The fields of an entry: all except the primary key and many-to-many fields through another model.
    static var fixtureFields: [_Core.ModelField<Self>] {
        fields.filter { !$0.options.isPrimaryKey && $0.options.relation?.through == nil }
    }
}
