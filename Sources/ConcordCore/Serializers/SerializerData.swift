/// The validated data of a request: values of the model's fields, and of the serializer's own properties.
public struct SerializerData<S: ModelSerializer>: Sendable {
    /// Values of the model's fields.
    public var fields = _Core.FieldValues<S.Model>()
    /// The values of the serializer's properties, keyed by Swift name.
    private var properties: [String: any Sendable] = [:]
    /// The object with the values, or `nil` for the data of a request.
    private var object: S.Model?

    /// Creates empty data.
    public init() {}

    /// Creates data with the values of an object, and those of the serializer's properties that represent its fields.
    package init(of instance: S.Model) {
        object = instance
        for property in S.composition.properties {
            properties[property.name] = property.modelField.flatMap { $0.value(of: instance)?.value }
        }
    }

    /// The value of one of the serializer's properties, or `nil` if it has none.
    public subscript<Value>(_ property: String, _ type: Value.Type = Value.self) -> Value? {
        properties[property] as? Value
    }

    package mutating func set(_ property: String, _ value: any Sendable) { properties[property] = value }

    /// The object with the values, or `nil` if a value is missing.
    public var instance: S.Model? { object ?? S.Model(fields) }

    /// Returns the value of one of the serializer's properties, or `nil` if it has none.
    package func value(of property: _Core.SerializerProperty<S>) -> (any Sendable)? { properties[property.name] }

    /// Assigns the values of a request to an object. Unless the request is partial, placeholders replace missing
    /// values.
    package func assign(to instance: inout S.Model, isPartial: Bool) {
        if isPartial { return fields.assign(to: &instance) }
        guard let new = S.Model(fields.filled()) else { return }
        for field in S.composition.writableFields { field.copy(from: new, to: &instance) }
    }

    /// The data with placeholders for optional values.
    package var filled: SerializerData {
        var data = self
        data.fields = fields.filled()
        return data
    }
}
