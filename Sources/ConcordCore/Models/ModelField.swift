import ConcordNames

extension _Core {
    /// A field of a model, which reads, writes, validates, and stores its value. `@Model` generates the fields.
    public struct ModelField<M: Model>: Sendable {
        /// The Swift name of the property.
        public let name: String
        /// The wire name.
        public let wireName: String
        /// Whether the declaration sets the wire name, so that a serializer's key style doesn't apply to it.
        let hasStatedWireName: Bool
        /// The column's name: the name in the declaration, or the property's name in snake case.
        public let column: String
        /// The property.
        public let keyPath: PartialKeyPath<M> & Sendable
        /// The options of the declaration.
        public let options: FieldOptions
        /// Whether requests must contain a value.
        public let isRequired: Bool
        private let access: any FieldAccess<M>

        /// Creates a field for a property that is neither optional nor has a default.
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
                PresentFieldAccess(keyPath: keyPath, codec: codec, rules: rules, makeDefault: nil))
        }

        /// Creates a field for a property that isn't optional and has a default.
        public init<C: Codec>(
            _ name: String,
            wireName: String? = nil,
            column: String? = nil,
            _ keyPath: WritableKeyPath<M, C.Value> & Sendable,
            _ codec: C,
            rules: Rules? = nil,
            isRequired: Bool = false,
            default makeDefault: @autoclosure @escaping @Sendable () -> C.Value,
            _ options: FieldOptions = FieldOptions()
        ) {
            self.init(
                name, wireName, column, keyPath, options, isRequired: isRequired,
                PresentFieldAccess(keyPath: keyPath, codec: codec, rules: rules, makeDefault: makeDefault))
        }

        /// Creates a field for an optional property. If it is `nil`, it is absent from JSON and null in the database.
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
    /// Returns the field's wire name, in a style if the field doesn't set the name.
    package func wireName(in style: KeyStyle?) -> String {
        hasStatedWireName ? wireName : style?.wireName(of: name) ?? name
    }

    /// Returns a function that writes the field's name and value, or nothing if there is no value.
    func writer(as wireName: String) -> @Sendable (M, inout _Core.JSONWriter) -> Void {
        { [access] in access.write($0, as: wireName, to: &$1) }
    }

    /// Reads and validates a value. Returns `nil` and reports an issue if it is invalid.
    func read(_ json: inout _Core.JSONReader) -> FieldValue<M>? { access.read(&json) }

    /// Reads and validates a value in a form.
    package func value(
        ofForm form: FormValue, files: [File] = [], _ issues: inout _Core.Issues
    ) -> FieldValue<M>? { access.read(form.bytes, .text, files, &issues) }

    /// Reads and validates JSON text in a form.
    package func value(ofJSON text: String, _ issues: inout _Core.Issues) -> FieldValue<M>? {
        access.read(Array(text.utf8), .json, [], &issues)
    }

    /// Returns the absence of a value, or `nil` if the field requires one.
    package var absence: FieldValue<M>? { access.absence }

    /// The rules for values in the declaration.
    package var rules: _Core.Rules? { access.rules }

    /// Returns the value of an instance, or `nil` if it has none.
    func value(of instance: M) -> FieldValue<M>? { access.value(of: instance) }

    /// Copies the value of an object to another one.
    package func copy(from source: M, to instance: inout M) { access.copy(from: source, to: &instance) }

    /// Returns the value of an object, or `nil` if it has none.
    package func fieldValue(of instance: M) -> (any Sendable)? { value(of: instance)?.value }

    /// Returns a value as a value of the field, or `nil` if it has another type.
    package func value(_ value: any Sendable) -> FieldValue<M>? { access.value(value) }

    /// Returns the value for stored JSON.
    package func fieldValue(ofStored json: JSON) -> FieldValue<M>? { access.fieldValue(ofStored: json) }

    /// Returns the keys in a many-to-many field of an object.
    package func storedKeys(of instance: M) -> [QueryValue] { keys(access.json(of: instance)) }

    /// The keys in a many-to-many field if no value is given.
    package var defaultKeys: [QueryValue] { keys(access.defaultJSON) }

    private func keys(_ json: JSON) -> [QueryValue] {
        guard case .array(let keys) = json, let target = options.relation?.target else { return [] }
        let row = JSONRow(elements: keys)
        return keys.indices.compactMap { target.key(row, at: $0) }
    }

    /// Returns the value of an object as JSON, in the form that the database stores.
    package func storedJSON(of instance: M) -> JSON {
        isManyToMany ? .array(storedKeys(of: instance).map(\.json)) : queryValue(of: instance).json
    }

    /// The placeholder for a value that a request doesn't contain, or `nil` if none exists.
    var placeholder: FieldValue<M>? { access.placeholder }

    /// The column of the field.
    package var reference: _Core.ColumnReference {
        _Core.ColumnReference(
            name: name, column: column, type: access.columnType, isNullable: access.isNullable)
    }

    /// The values that the field's column accepts.
    package var bounds: _Core.ColumnBounds { access.bounds }

    /// Whether the type of the value wraps a raw value, such as an enum.
    package var isRawValue: Bool { access.isRawValue }

    /// Returns the name of the field's type if it is an enum whose cases are unknown at run time, because it doesn't
    /// conform to `CaseIterable`. The object, or else the default value, tells an enum from another type with raw values.
    package func enumWithUnknownCases(_ object: M?) -> String? {
        options.choices.isEmpty ? access.enumWithUnknownCases(object) : nil
    }

    /// Returns the value of the field's column.
    package func queryValue(of instance: M) -> QueryValue { access.queryValue(of: instance) }

    /// The value of the field's column if no value is given: the default of the property, which is null for an optional
    /// property. It is `nil` if there is no default.
    package var defaultQueryValue: QueryValue? { access.defaultQueryValue }

    /// Reads a query parameter that is compared with the field. With `isList`, its value is an array.
    func comparand(_ name: String, _ inputs: inout _Core.Inputs, isList: Bool = false) -> QueryValue? {
        access.comparand(name, &inputs, isList: isList)
    }

    /// Reads the path parameter that is compared with the field.
    package func pathComparand(_ name: String, _ inputs: inout _Core.Inputs) -> QueryValue? {
        access.pathComparand(name, &inputs)
    }
}

/// A value of a model's field that can be assigned to an object.
package struct FieldValue<M>: Sendable {
    package let value: any Sendable
    let assigning: @Sendable (inout M) -> Void

    init(value: any Sendable, _ assigning: @escaping @Sendable (inout M) -> Void) {
        self.value = value
        self.assigning = assigning
    }

    /// Assigns the value to an object.
    package func assign(_ instance: inout M) { assigning(&instance) }
}

/// The operations on a field's value, independent of its type.
private protocol FieldAccess<M>: Sendable {
    associatedtype M
    associatedtype C: _Core.Codec
    var codec: C { get }
    var rules: _Core.Rules? { get }
    var isNullable: Bool { get }
    var absence: FieldValue<M>? { get }
    /// Whether a default exists.
    var hasDefault: Bool { get }
    /// The default, or `nil` if the property is optional or has none.
    var defaultValue: C.Value? { get }
    func get(_ instance: M) -> C.Value?
    func write(_ instance: M, as wireName: String, to json: inout _Core.JSONWriter)
    func copy(from source: M, to instance: inout M)
    func fieldValue(_ value: C.Value) -> FieldValue<M>
}

extension FieldAccess {
    func read(_ json: inout _Core.JSONReader) -> FieldValue<M>? { json.read(codec, rules).map(fieldValue) }
    func read(
        _ bytes: [UInt8], _ form: _Core.JSONReader.Form, _ files: [File], _ issues: inout _Core.Issues
    ) -> FieldValue<M>? {
        _Core.JSONReader.read(
            bytes, codec, rules: rules, form: form, files: files, side: .request, issues: &issues
        ).map(fieldValue)
    }
    func value(of instance: M) -> FieldValue<M>? { get(instance).map(fieldValue) }
    func value(_ value: any Sendable) -> FieldValue<M>? { (value as? C.Value).map(fieldValue) }
    var placeholder: FieldValue<M>? { codec.placeholder.map(fieldValue) }
    var columnType: _Core.ColumnType { _Core.ColumnType(of: C.Value.self) }

    var bounds: _Core.ColumnBounds {
        let cases = (C.Value.self as? any (CaseIterable & RawRepresentable).Type)?.columnValues ?? []
        return _Core.ColumnBounds(rules, cases: cases, of: columnType)
    }

    var isRawValue: Bool { C.Value.self is any RawRepresentable.Type }

    func enumWithUnknownCases(_ object: M?) -> String? {
        guard isRawValue, !(C.Value.self is any CaseIterable.Type), let value = object.flatMap(get) ?? defaultValue,
            Mirror(reflecting: value).displayStyle == .enum
        else { return nil }
        return String(describing: C.Value.self)
    }

    func fieldValue(ofStored json: JSON) -> FieldValue<M>? { codec.value(ofStored: json).map(fieldValue) }

    func json(of instance: M) -> JSON { json(get(instance)) }
    var defaultJSON: JSON { json(defaultValue) }
    private func json(_ value: C.Value?) -> JSON {
        guard let value, case .json(let json) = codec.stored(value) else { return .null }
        return json
    }

    func queryValue(of instance: M) -> QueryValue { queryValue(get(instance)) }
    var defaultQueryValue: QueryValue? { hasDefault ? queryValue(defaultValue) : nil }
    private func queryValue(_ value: C.Value?) -> QueryValue {
        value.map { QueryValue($0) ?? codec.stored($0) } ?? .null
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

extension CaseIterable where Self: RawRepresentable {
    /// The raw values of the cases, as the column stores them.
    fileprivate static var columnValues: [QueryValue] {
        allCases.compactMap { ($0.rawValue as? any ColumnValue)?.queryValue }
    }
}

/// Reads a property of an object. A stored property is read at its offset, which takes a fraction of the time of a key path.
private struct PropertyReader<Root, Value>: Sendable {
    private let keyPath: KeyPath<Root, Value> & Sendable
    private let offset: Int?

    init(_ keyPath: KeyPath<Root, Value> & Sendable) {
        self.keyPath = keyPath
        offset = MemoryLayout<Root>.offset(of: keyPath)
    }

    func value(of root: Root) -> Value {
        guard let offset else { return root[keyPath: keyPath] }
        return withUnsafePointer(to: root) { pointer in
            UnsafeRawPointer(pointer).advanced(by: offset).assumingMemoryBound(to: Value.self).pointee
        }
    }
}

private struct PresentFieldAccess<M: Model, C: _Core.Codec>: FieldAccess {
    let keyPath: WritableKeyPath<M, C.Value> & Sendable
    let reader: PropertyReader<M, C.Value>
    let codec: C
    let rules: _Core.Rules?
    let makeDefault: (@Sendable () -> C.Value)?

    init(
        keyPath: WritableKeyPath<M, C.Value> & Sendable, codec: C, rules: _Core.Rules?,
        makeDefault: (@Sendable () -> C.Value)?
    ) {
        self.keyPath = keyPath
        reader = PropertyReader(keyPath)
        self.codec = codec
        self.rules = rules
        self.makeDefault = makeDefault
    }

    var hasDefault: Bool { makeDefault != nil }
    var defaultValue: C.Value? { makeDefault?() }
    /// The value may represent null itself.
    var isNullable: Bool { C.Value.self is any ExpressibleByNilLiteral.Type || C.Value.self == JSON.self }
    var absence: FieldValue<M>? { isNullable ? codec.value(ofStored: .null).map(fieldValue) : nil }
    func get(_ instance: M) -> C.Value? { reader.value(of: instance) }
    func write(_ instance: M, as wireName: String, to json: inout _Core.JSONWriter) {
        // An optional would need type metadata for each object.
        json.key(wireName)
        codec.write(reader.value(of: instance), to: &json)
    }
    func copy(from source: M, to instance: inout M) { instance[keyPath: keyPath] = source[keyPath: keyPath] }
    func fieldValue(_ value: C.Value) -> FieldValue<M> {
        FieldValue(value: value) { $0[keyPath: keyPath] = value }
    }
}

private struct OptionalFieldAccess<M: Model, C: _Core.Codec>: FieldAccess {
    let keyPath: WritableKeyPath<M, C.Value?> & Sendable
    let reader: PropertyReader<M, C.Value?>
    let codec: C
    let rules: _Core.Rules?

    init(keyPath: WritableKeyPath<M, C.Value?> & Sendable, codec: C, rules: _Core.Rules?) {
        self.keyPath = keyPath
        reader = PropertyReader(keyPath)
        self.codec = codec
        self.rules = rules
    }

    var hasDefault: Bool { true }
    var defaultValue: C.Value? { nil }
    var isNullable: Bool { true }
    var absence: FieldValue<M>? { FieldValue(value: C.Value?.none) { $0[keyPath: keyPath] = nil } }
    func get(_ instance: M) -> C.Value? { reader.value(of: instance) }
    func write(_ instance: M, as wireName: String, to json: inout _Core.JSONWriter) {
        json.property(wireName, reader.value(of: instance), codec)
    }
    func copy(from source: M, to instance: inout M) { instance[keyPath: keyPath] = source[keyPath: keyPath] }
    func fieldValue(_ value: C.Value) -> FieldValue<M> {
        FieldValue(value: value) { $0[keyPath: keyPath] = value }
    }
}
