/// What was read for an object, checked: values of its model's fields, and of the serializer's own properties.
public struct SerializerData<S: ModelSerializer>: Sendable {
    /// Values of the model's fields.
    public var fields = _Core.FieldValues<S.Model>()
    /// Values of the serializer's properties, by their names in Swift.
    private var properties: [String: any Sendable] = [:]
    /// The object whose values these are; nil for values that were read.
    private var object: S.Model?

    /// Holds nothing.
    public init() {}

    /// Holds the values of an object, and those of the serializer's properties that stand for one of its fields.
    package init(of instance: S.Model) {
        object = instance
        for property in S.composition.properties {
            properties[property.name] = property.modelField.flatMap { $0.value(of: instance)?.value }
        }
    }

    /// The value of one of the serializer's properties; nil where none was given.
    public subscript<Value>(_ property: String, _ type: Value.Type = Value.self) -> Value? {
        properties[property] as? Value
    }

    package mutating func set(_ property: String, _ value: any Sendable) { properties[property] = value }

    /// The object that these values make; nil where one is missing.
    public var instance: S.Model? { object ?? S.Model(fields) }

    /// The value of one of the serializer's properties, whatever its type; nil where none was given.
    package func value(of property: _Core.SerializerProperty<S>) -> (any Sendable)? { properties[property.name] }

    /// Gives an object the values that a request gave; for one that isn't partial also what stands for values that it left out.
    package func assign(to instance: inout S.Model, isPartial: Bool) {
        if isPartial { return fields.assign(to: &instance) }
        guard let new = S.Model(fields.filled()) else { return }
        for field in S.composition.writableFields { field.copy(from: new, to: &instance) }
    }

    /// These values, and what stands for those that a request need not give.
    package var filled: SerializerData {
        var data = self
        data.fields = fields.filled()
        return data
    }
}
