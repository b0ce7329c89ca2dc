extension _Core {
    /// The fields of a model serializer: the selected fields of the model, some of them replaced by the serializer's
    /// properties of the same name, followed by its other properties.
    public struct SerializerComposition<S: ModelSerializer>: Sendable {
        /// The fields, in the order of the document.
        let fields: [SerializerField<S>]
        /// The serializer's own properties.
        package let properties: [SerializerProperty<S>]
        /// The style of wire names that no field sets.
        package let keyStyle: KeyStyle?
        private let refusesOthers: Bool
        /// The functions that write the fields of each side.
        private let writers: [Side: [@Sendable (S, inout JSONWriter) -> Void]]

        /// Creates a composition.
        ///
        /// - Parameters:
        ///   - selected: The model's fields, in this order, or `nil` for all of them.
        ///   - exclude: The fields of the model to leave out.
        ///   - readOnly: Fields that clients can't set, in addition to those that the model declares.
        ///   - writeOnly: Fields that responses omit, in addition to those that the model declares.
        ///   - optional: Fields that requests can omit.
        ///   - keys: The style of wire names that no field sets.
        ///   - refusesOthers: Whether an unknown property is an error.
        ///   - properties: The serializer's own properties.
        public init(
            fields selected: [PartialKeyPath<S.Model>]? = nil,
            exclude: [PartialKeyPath<S.Model>] = [],
            readOnly: [PartialKeyPath<S.Model>] = [],
            writeOnly: [PartialKeyPath<S.Model>] = [],
            optional: [PartialKeyPath<S.Model>] = [],
            keys: KeyStyle? = nil,
            refusesOthers: Bool = false,
            _ properties: [SerializerProperty<S>] = []
        ) {
            let all = selected.map { $0.compactMap { S.Model.field(at: $0) } } ?? S.Model.fields
            let names = Set(properties.map(\.name))
            var fields: [SerializerField<S>] = []
            for field in all where !exclude.contains(where: { $0 == field.keyPath }) {
                if let override = properties.first(where: { $0.name == field.name }) {
                    fields.append(.property(override))
                    continue
                }
                func isListed(_ list: [PartialKeyPath<S.Model>]) -> Bool { list.contains { $0 == field.keyPath } }
                fields.append(
                    .selected(
                        field,
                        as: field.wireName(in: keys),
                        isReadOnly: field.options.isReadOnly || isListed(readOnly),
                        isWriteOnly: field.options.isWriteOnly || isListed(writeOnly),
                        isRequired: field.isRequired && !isListed(optional)))
            }
            let placed = Set(all.map(\.name)).intersection(names)
            fields += properties.filter { !placed.contains($0.name) }.map { .property($0) }
            self.fields = fields
            let sides: [Side] = [.request, .response, .storage]
            writers = Dictionary(
                uniqueKeysWithValues: sides.map { side in
                    (side, fields.filter { !$0.isIgnored(side) }.map(\.writer))
                })
            self.properties = properties
            keyStyle = keys
            self.refusesOthers = refusesOthers
        }

        /// The model's fields that clients can set.
        var writableFields: [ModelField<S.Model>] {
            fields.compactMap { field in field.isReadOnly ? nil : field.modelField }
        }

        /// Copies the values of the fields that clients can set from another object.
        package func overwrite(_ instance: inout S.Model, with other: S.Model) {
            for field in writableFields { field.copy(from: other, to: &instance) }
        }

        /// Writes the fields that aren't ignored.
        func write(_ serializer: S, to json: inout JSONWriter) {
            for write in writers[json.side] ?? [] { write(serializer, &json) }
        }

        /// Returns the wire name of the serializer's field for a field of the model.
        package func wireName(ofField name: String) -> String? {
            fields.first { $0.modelField?.name == name }?.wireName
        }

        /// Reads and validates an object. Returns `nil` and reports issues if it is invalid.
        func read(_ json: inout JSONReader, isPartial: Bool) -> SerializerData<S>? {
            let before = json.issues.found.count
            guard var object = json.beginObject() else { return nil }
            var data = SerializerData<S>()
            var given: Set<String> = []
            while let name = json.nextKey(&object) {
                let key = name.text
                guard let field = fields.first(where: { $0.wireName == key }) else {
                    if refusesOthers { json.refuse(name) } else { json.ignore(name) }
                    continue
                }
                if field.isIgnored(json.side) {
                    json.ignore(name)
                    continue
                }
                json.issues.path.append(.key(key))
                if !given.insert(key).inserted { json.report("must appear only once") }
                field.read(&json, into: &data)
                if json.isBroken { return nil }
                json.issues.path.removeLast()
            }
            if json.isBroken { return nil }
            for field in fields where !isPartial && field.isRequired && !field.isIgnored(json.side) {
                guard !given.contains(field.wireName) else { continue }
                json.issues.path.append(.key(field.wireName))
                json.report("is required", keyword: "required")
                json.issues.path.removeLast()
            }
            return json.issues.found.count == before ? data : nil
        }
    }
}

/// A field of a serializer: a field of the model, or a property of the serializer.
indirect enum SerializerField<S: ModelSerializer>: Sendable {
    case selected(_Core.ModelField<S.Model>, as: String, isReadOnly: Bool, isWriteOnly: Bool, isRequired: Bool)
    case property(_Core.SerializerProperty<S>)

    var wireName: String {
        switch self {
        case .selected(_, let wireName, _, _, _): wireName
        case .property(let property): property.wireName
        }
    }

    var isRequired: Bool {
        switch self {
        case .selected(_, _, _, _, let isRequired): isRequired
        case .property(let property): property.isRequired
        }
    }

    /// Returns whether the field is ignored: read-only fields in requests, and write-only fields in responses.
    func isIgnored(_ side: _Core.Side) -> Bool {
        switch side {
        case .request: isReadOnly
        case .response: isWriteOnly
        case .storage: false
        }
    }

    /// The field of the model, or the field that a property represents.
    var modelField: _Core.ModelField<S.Model>? {
        switch self {
        case .selected(let field, _, _, _, _): field
        case .property(let property): property.modelField
        }
    }

    var isReadOnly: Bool {
        switch self {
        case .selected(_, _, let isReadOnly, _, _): isReadOnly
        case .property(let property): property.isReadOnly
        }
    }

    private var isWriteOnly: Bool {
        switch self {
        case .selected(_, _, _, let isWriteOnly, _): isWriteOnly
        case .property(let property): property.isWriteOnly
        }
    }

    /// The function that writes the field of a serializer.
    fileprivate var writer: @Sendable (S, inout _Core.JSONWriter) -> Void {
        switch self {
        case .selected(let field, let wireName, _, _, _):
            let write = field.writer(as: wireName)
            return { write($0.instance, &$1) }
        case .property(let property): return { property.write($0, to: &$1) }
        }
    }

    func read(_ json: inout _Core.JSONReader, into data: inout SerializerData<S>) {
        switch self {
        case .selected(let field, _, _, _, _): data.fields[field] = field.read(&json)
        case .property(let property): property.read(&json, into: &data)
        }
    }
}
