/// What was read for an object, checked: values of its model's fields, and of the serializer's own properties.
public struct SerializerData<S: ModelSerializer>: Sendable {
    /// Values of the model's fields.
    public var fields = _Core.FieldValues<S.Model>()
    /// Values of the serializer's properties, by their names in Swift.
    private var properties: [String: any Sendable] = [:]

    /// Holds nothing.
    public init() {}

    /// Holds the values of an object, and those of the serializer's properties that stand for one of its fields.
    init(of instance: S.Model) {
        fields = _Core.FieldValues(of: instance)
        for property in S.composition.properties {
            properties[property.name] = property.modelField.flatMap { $0.value(of: instance)?.value }
        }
    }

    /// The value of one of the serializer's properties; nil where none was given.
    public subscript<Value>(_ property: String, _ type: Value.Type = Value.self) -> Value? {
        properties[property] as? Value
    }

    mutating func set(_ property: String, _ value: any Sendable) { properties[property] = value }

    /// The object that these values make; nil where one is missing.
    public var instance: S.Model? { S.Model(fields) }

    /// These values, and what stands for those that a request need not give.
    var filled: SerializerData {
        var data = self
        data.fields = fields.filled()
        return data
    }
}
