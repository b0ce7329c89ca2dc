import ConcordCore

extension SerializerData {
    /// Stores the nested objects of a request, and sets the foreign keys to them.
    ///
    /// - Parameter object: The object to update, or `nil` for a new one. The object that its key refers to is also
    ///   updated.
    mutating func storeNested(in object: S.Model?) async throws {
        for property in S.composition.properties where !property.isReadOnly {
            guard let field = property.modelField, field.options.relation != nil, let value = value(of: property) else {
                continue
            }
            if let nested = value as? any ModelSerializer {
                let key = object.map { field.queryValue(of: $0) }
                fields.set(field, ofStored: try await nested.store(at: key).json)
            } else if let nested = value as? [any ModelSerializer] {
                var keys: [JSON] = []
                for nested in nested { keys.append(try await nested.store(at: nil).json) }
                fields.set(field, ofStored: .array(keys))
            }
        }
    }
}

extension ModelSerializer {
    /// Stores the represented object, and returns its key. If an object with the given key exists, it is replaced.
    fileprivate func store(at key: QueryValue?) async throws -> QueryValue {
        guard let primaryKey = Model.primaryKey else { return .null }
        var object = instance
        if let key, key != .null,
            var stored = try await Model.objects.filter(.compare(.column(primaryKey.reference), .equal, key)).fetch()
                .first
        {
            Self.composition.overwrite(&stored, with: object)
            try await stored.save()
            return key
        }
        try await object.insert()
        return primaryKey.queryValue(of: object)
    }
}
