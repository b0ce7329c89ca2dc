import ConcordNames

extension _Core {
    /// A field of a model: how its value is named, stored, read, checked and written. `@Model` makes the table of them.
    public struct ModelField<M: Model>: Sendable {
        /// The property's name in Swift.
        public let name: String
        /// The name on the wire.
        public let wireName: String
        /// Whether the name on the wire is stated, and so not spelled as a serializer spells its keys.
        let hasStatedWireName: Bool
        /// The column's name: the one stated, or the property's in snake case.
        public let column: String
        /// The property.
        public let keyPath: PartialKeyPath<M> & Sendable
        /// What is stated beyond the type.
        public let options: FieldOptions
        /// Whether an input has to give a value.
        public let isRequired: Bool
        private let access: any FieldAccess<M>

        /// Describes a property that always has a value; `isRequired` is false where it has a default.
        public init<C: Codec>(
            _ name: String,
            wireName: String? = nil,
            column: String? = nil,
            _ keyPath: WritableKeyPath<M, C.Value> & Sendable,
            _ codec: C,
            rules: Rules? = nil,
            isRequired: Bool = true,
            _ options: FieldOptions = FieldOptions()
        ) {
            self.init(
                name, wireName, column, keyPath, options, isRequired: isRequired,
                PresentFieldAccess(keyPath: keyPath, codec: codec, rules: rules))
        }

        /// Describes a property that may be nil: absent on the wire, null in the column.
        public init<C: Codec>(
            _ name: String,
            wireName: String? = nil,
            column: String? = nil,
            optional keyPath: WritableKeyPath<M, C.Value?> & Sendable,
            _ codec: C,
            rules: Rules? = nil,
            isRequired: Bool = false,
            _ options: FieldOptions = FieldOptions()
        ) {
            self.init(
                name, wireName, column, keyPath, options, isRequired: isRequired,
                OptionalFieldAccess(keyPath: keyPath, codec: codec, rules: rules))
        }

        private init(
            _ name: String, _ wireName: String?, _ column: String?, _ keyPath: PartialKeyPath<M> & Sendable,
            _ options: FieldOptions, isRequired: Bool, _ access: any FieldAccess<M>
        ) {
            self.name = name
            self.wireName = wireName ?? name
            hasStatedWireName = wireName != nil
            self.column = column ?? KeyStyle.snakeCase.wireName(of: name)
            self.keyPath = keyPath
            self.options = options
            self.isRequired = isRequired
            self.access = access
        }
    }
}

extension _Core.ModelField {
    /// Writes the field's value, with its name before it, or nothing where there is no value.
    func write(_ instance: M, as wireName: String, to json: inout _Core.JSONWriter) {
        access.write(instance, as: wireName, to: &json)
    }

    /// Reads and checks a value; nil, with a report, where it is not as declared.
    func read(_ json: inout _Core.JSONReader) -> FieldValue<M>? { access.read(&json) }

    /// The value that an instance has; nil where it has none.
    func value(of instance: M) -> FieldValue<M>? { access.value(of: instance) }

    /// Gives an object the value of another one, or none where that has none.
    func copy(from source: M, to instance: inout M) { access.copy(from: source, to: &instance) }

    /// The value as the field's own, if it is of its type.
    package func value(_ value: any Sendable) -> FieldValue<M>? { access.value(value) }

    /// The value that was stored as JSON.
    package func fieldValue(ofStored json: JSON) -> FieldValue<M>? { access.fieldValue(ofStored: json) }

    /// The keys that a many-to-many field of an object holds.
    package func storedKeys(of instance: M) -> [QueryValue] {
        guard case .array(let keys) = access.json(of: instance), let target = options.relation?.target else {
            return []
        }
        let row = JSONRow(elements: keys)
        return keys.indices.compactMap { target.key(row, at: $0) }
    }

    /// What stands for a value that a client can't give or has not given; nil where nothing can.
    var placeholder: FieldValue<M>? { access.placeholder }

    /// The field's column.
    package var reference: _Core.ColumnReference {
        _Core.ColumnReference(
            name: name, column: column, type: access.columnType, isNullable: access.isNullable)
    }

    /// The value of the field's column.
    package func queryValue(of instance: M) -> QueryValue { access.queryValue(of: instance) }

    /// Reads a parameter of the query that is compared with the field, or, as a list, whose values are.
    func comparand(_ name: String, _ inputs: inout _Core.Inputs, isList: Bool = false) -> QueryValue? {
        access.comparand(name, &inputs, isList: isList)
    }

    /// Reads the part of the path that is compared with the field.
    package func pathComparand(_ name: String, _ inputs: inout _Core.Inputs) -> QueryValue? {
        access.pathComparand(name, &inputs)
    }
}

/// A value of a model's field, and how an object gets it.
package struct FieldValue<M>: Sendable {
    package let value: any Sendable
    let assigning: @Sendable (inout M) -> Void

    init(value: any Sendable, _ assigning: @escaping @Sendable (inout M) -> Void) {
        self.value = value
        self.assigning = assigning
    }

    /// Gives an object the value.
    package func assign(_ instance: inout M) { assigning(&instance) }
}

/// What is done with a field's value, whatever its type.
private protocol FieldAccess<M>: Sendable {
    associatedtype M
    associatedtype C: _Core.Codec
    var codec: C { get }
    var rules: _Core.Rules? { get }
    var isNullable: Bool { get }
    func get(_ instance: M) -> C.Value?
    func copy(from source: M, to instance: inout M)
    func fieldValue(_ value: C.Value) -> FieldValue<M>
}

extension FieldAccess {
    func write(_ instance: M, as wireName: String, to json: inout _Core.JSONWriter) {
        json.property(wireName, get(instance), codec)
    }

    func read(_ json: inout _Core.JSONReader) -> FieldValue<M>? { json.read(codec, rules).map(fieldValue) }
    func value(of instance: M) -> FieldValue<M>? { get(instance).map(fieldValue) }
    func value(_ value: any Sendable) -> FieldValue<M>? { (value as? C.Value).map(fieldValue) }
    var placeholder: FieldValue<M>? { codec.placeholder.map(fieldValue) }
    var columnType: _Core.ColumnType { _Core.ColumnType(of: C.Value.self) }

    func fieldValue(ofStored json: JSON) -> FieldValue<M>? { codec.value(ofStored: json).map(fieldValue) }

    func json(of instance: M) -> JSON {
        guard let value = get(instance), case .json(let json) = codec.stored(value) else { return .null }
        return json
    }

    func queryValue(of instance: M) -> QueryValue {
        get(instance).map { QueryValue($0) ?? codec.stored($0) } ?? .null
    }

    func comparand(_ name: String, _ inputs: inout _Core.Inputs, isList: Bool) -> QueryValue? {
        if isList {
            let values = inputs.query(name, _Core.Wire.list(codec), explode: false)
            return values.map { .array($0.compactMap { QueryValue($0) }) }
        }
        return inputs.query(name, codec).flatMap { QueryValue($0) }
    }

    func pathComparand(_ name: String, _ inputs: inout _Core.Inputs) -> QueryValue? {
        inputs.path(name, codec).flatMap { QueryValue($0) }
    }
}

private struct PresentFieldAccess<M: Model, C: _Core.Codec>: FieldAccess {
    let keyPath: WritableKeyPath<M, C.Value> & Sendable
    let codec: C
    let rules: _Core.Rules?

    /// A value may stand for null itself.
    var isNullable: Bool { C.Value.self is any ExpressibleByNilLiteral.Type || C.Value.self == JSON.self }
    func get(_ instance: M) -> C.Value? { instance[keyPath: keyPath] }
    func copy(from source: M, to instance: inout M) { instance[keyPath: keyPath] = source[keyPath: keyPath] }
    func fieldValue(_ value: C.Value) -> FieldValue<M> {
        FieldValue(value: value) { $0[keyPath: keyPath] = value }
    }
}

private struct OptionalFieldAccess<M: Model, C: _Core.Codec>: FieldAccess {
    let keyPath: WritableKeyPath<M, C.Value?> & Sendable
    let codec: C
    let rules: _Core.Rules?

    var isNullable: Bool { true }
    func get(_ instance: M) -> C.Value? { instance[keyPath: keyPath] }
    func copy(from source: M, to instance: inout M) { instance[keyPath: keyPath] = source[keyPath: keyPath] }
    func fieldValue(_ value: C.Value) -> FieldValue<M> {
        FieldValue(value: value) { $0[keyPath: keyPath] = value }
    }
}
