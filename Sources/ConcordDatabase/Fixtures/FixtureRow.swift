import ConcordCore

/// An entry of a fixture as a row of its table.
struct FixtureRow: Sendable {
    /// The value of the primary key.
    let key: QueryValue
    /// The values of the columns, in the order of the model.
    let values: [QueryValue]
    /// The keys of many-to-many fields, by column name.
    let pairs: [String: [QueryValue]]
}

/// An error in an entry.
struct FixtureEntryError: Error {
    let message: String
    var help: String?
}

extension FixtureReader.Entry {
    /// Returns the members of the entry.
    func members() throws -> (model: String, key: JSON, fields: JSONObject) {
        var issues = _Core.Issues()
        let json = _Core.JSONReader.read(text, _Core.Wire.value(JSON.self), side: .storage, issues: &issues)
        if let issue = issues.found.first { throw FixtureEntryError(message: issue.message) }
        guard case .object(let object)? = json else { throw FixtureEntryError(message: "must be an object") }
        for member in object.keys where !["model", "pk", "fields"].contains(member) {
            throw FixtureEntryError(message: "'\(member)' is not one of 'model', 'pk' and 'fields'")
        }
        guard case .string(let model)? = object["model"] else {
            throw FixtureEntryError(message: "'model' must be a string")
        }
        guard let key = object["pk"], key != .null else {
            throw FixtureEntryError(message: "'pk' must be the primary key of the object")
        }
        guard case .object(let fields)? = object["fields"] else {
            throw FixtureEntryError(message: "'fields' must be an object")
        }
        // Django writes the app label before the name of the model.
        return (model.split(separator: ".").last.map(String.init) ?? model, key, fields)
    }
}

extension Model {
    /// Returns the row of an entry.
    ///
    /// - Throws: ``FixtureEntryError`` that names the field.
    static func fixtureRow(_ key: JSON, _ fields: JSONObject) throws -> FixtureRow {
        for name in fields.keys where !fixtureFields.contains(where: { $0.column == name }) {
            throw FixtureEntryError(
                message: "'\(table)' has no field '\(name)'",
                help: "the fields are \(fixtureFields.map(\.column).joined(separator: ", "))")
        }
        guard let primaryKey else { throw FixtureEntryError(message: "'\(table)' has no primary key") }
        let keyValue = try primaryKey.value(ofFixture: key, named: "pk")
        var (values, pairs): ([QueryValue], [String: [QueryValue]]) = ([], [:])
        for field in Self.fields {
            if field.options.isPrimaryKey {
                values.append(keyValue)
            } else if field.isManyToMany {
                if let json = fields[field.column] { pairs[field.column] = try field.keys(ofFixture: json) }
            } else if let json = fields[field.column] {
                values.append(try field.value(ofFixture: json, named: field.column))
            } else if !field.isRequired, field.options.setOn == nil, let value = field.defaultQueryValue {
                values.append(value)
            } else {
                throw FixtureEntryError(message: "field '\(field.column)' is required")
            }
        }
        return FixtureRow(key: keyValue, values: values, pairs: pairs)
    }
}

extension _Core.ModelField {
    /// Returns the value of the column.
    fileprivate func value(ofFixture json: JSON, named name: String) throws -> QueryValue {
        if json == .null {
            guard reference.isNullable else { throw FixtureEntryError(message: "field '\(name)' must not be null") }
            return .null
        }
        do {
            guard let value = try QueryValue.values([json], of: [reference.type]).first else { return .null }
            // A string or an integer can be a case of an enum, and JSON can be a struct.
            switch reference.type {
            case .text, .integer, .json:
                if fieldValue(ofStored: json) == nil {
                    throw FixtureEntryError(message: "field '\(name)' can't be \(json)")
                }
            default: break
            }
            return value
        } catch is _Core.UnreadableColumn {
            throw FixtureEntryError(message: "field '\(name)' can't be \(json): its type is \(reference.type)")
        }
    }

    /// Returns the keys of a many-to-many field.
    fileprivate func keys(ofFixture json: JSON) throws -> [QueryValue] {
        guard case .array(let keys) = json else {
            throw FixtureEntryError(message: "field '\(column)' must be an array of keys")
        }
        let types = keys.map { _ in targetKeyType }
        guard let values = try? QueryValue.values(keys, of: types), !values.contains(.null) else {
            throw FixtureEntryError(message: "field '\(column)' must be an array of keys")
        }
        return values
    }
}
