extension _Core {
    /// A property that a model serializer declares itself. It replaces a field of the model, or adds a field.
    public struct SerializerProperty<S: ModelSerializer>: Sendable {
        /// The Swift name of the property.
        package let name: String
        /// The wire name.
        let wireName: String
        package let isReadOnly: Bool
        let isWriteOnly: Bool
        let isRequired: Bool
        /// The model's field that the property represents.
        package let modelField: ModelField<S.Model>?
        /// The type of the values, without an enclosing optional.
        package let valueType: any Any.Type
        private let writeValue: @Sendable (S, _ wireName: String, inout JSONWriter) -> Void
        private let readValue: @Sendable (inout JSONReader) -> (any Sendable)?

        /// Creates a property that isn't optional. It can be stored or computed.
        public init<C: Codec>(
            _ name: String,
            wireName: String? = nil,
            source: PartialKeyPath<S.Model>? = nil,
            _ keyPath: KeyPath<S, C.Value> & Sendable,
            _ codec: C,
            rules: Rules? = nil,
            isReadOnly: Bool = false,
            isWriteOnly: Bool = false,
            isRequired: Bool = true
        ) {
            self.init(
                name, wireName, source, codec, rules, isReadOnly: isReadOnly, isWriteOnly: isWriteOnly,
                isRequired: isRequired
            ) { $0[keyPath: keyPath] }
        }

        /// Creates an optional property. It can be stored or computed.
        public init<C: Codec>(
            _ name: String,
            wireName: String? = nil,
            source: PartialKeyPath<S.Model>? = nil,
            optional keyPath: KeyPath<S, C.Value?> & Sendable,
            _ codec: C,
            rules: Rules? = nil,
            isReadOnly: Bool = false,
            isWriteOnly: Bool = false,
            isRequired: Bool = false
        ) {
            self.init(
                name, wireName, source, codec, rules, isReadOnly: isReadOnly, isWriteOnly: isWriteOnly,
                isRequired: isRequired
            ) { $0[keyPath: keyPath] }
        }

        private init<C: Codec>(
            _ name: String, _ wireName: String?, _ source: PartialKeyPath<S.Model>?, _ codec: C, _ rules: Rules?,
            isReadOnly: Bool, isWriteOnly: Bool, isRequired: Bool, _ value: @escaping @Sendable (S) -> C.Value?
        ) {
            self.name = name
            self.wireName = wireName ?? name
            self.isReadOnly = isReadOnly
            self.isWriteOnly = isWriteOnly
            self.isRequired = isRequired
            valueType = C.Value.self
            modelField = if let source { S.Model.field(at: source) } else { S.Model.field(named: name) }
            writeValue = { $2.property($1, value($0), codec) }
            readValue = { $0.read(codec, rules) }
        }

        func write(_ serializer: S, to json: inout JSONWriter) { writeValue(serializer, wireName, &json) }

        /// Reads the value. Also sets the model's field if the value has the field's type, or is an object whose key
        /// has the field's type.
        func read(_ json: inout JSONReader, into data: inout SerializerData<S>) {
            guard let value = readValue(&json) else { return }
            data.set(name, value)
            guard let modelField else { return }
            let key = (value as? any ModelSerializer)?.primaryKey
            data.fields[modelField] = modelField.value(value) ?? key.flatMap { modelField.value($0) }
        }
    }
}

extension ModelSerializer {
    /// The primary key of the represented object.
    fileprivate var primaryKey: (any Sendable)? { Model.primaryKey?.value(of: instance)?.value }
}
