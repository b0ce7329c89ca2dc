#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension _Core {
    /// Values of some of a model's fields, from a request or from a row of the table.
    public struct FieldValues<M: Model>: Sendable {
        /// The values, keyed by the Swift names of the fields.
        private var values: [String: FieldValue<M>] = [:]

        /// Creates an empty collection of values.
        public init() {}

        /// Creates a collection of an object's values.
        public init(of instance: M) {
            for field in M.fields { values[field.name] = field.value(of: instance) }
        }

        /// The value of a field, or `nil` if it has not been set.
        public subscript<Value>(_ field: KeyPath<M, Value>) -> Value? { value(at: field) as? Value }

        /// The value of an optional field, or `nil` if it has not been set.
        public subscript<Value>(optional field: KeyPath<M, Value?>) -> Value? { value(at: field) as? Value }

        private func value(at keyPath: PartialKeyPath<M>) -> (any Sendable)? {
            M.field(at: keyPath).flatMap { values[$0.name]?.value }
        }

        subscript(_ field: ModelField<M>) -> FieldValue<M>? {
            get { values[field.name] }
            set { values[field.name] = newValue }
        }

        /// Sets the value of a field.
        package mutating func set(_ field: ModelField<M>, _ value: FieldValue<M>) { self[field] = value }

        /// Sets the value of a field from stored JSON.
        package mutating func set(_ field: ModelField<M>, ofStored json: JSON) {
            self[field] = field.fieldValue(ofStored: json)
        }

        /// Returns whether a field has a value.
        public func has(_ field: ModelField<M>) -> Bool { values[field.name] != nil }

        /// Assigns the values to an object, and leaves its other fields unchanged.
        public func assign(to instance: inout M) {
            for field in M.fields { values[field.name]?.assign(&instance) }
        }

        /// Returns the values, with a placeholder for each missing required value until the object is stored: a new
        /// UUID for the primary key, the current time for a timestamp that the model sets or that clients can't set,
        /// and an empty value for other fields.
        package func filled() -> FieldValues {
            var filled = self
            for field in M.fields where !has(field) && (field.isRequired || field.options.setOn != nil) {
                filled[field] = field.initialValue
            }
            return filled
        }
    }
}

extension _Core.ModelField {
    fileprivate var initialValue: FieldValue<M>? {
        let environment = AppEnvironment.current
        if options.isPrimaryKey, let value = value(environment.makeUUID()) { return value }
        // Read-only timestamps record later events in the life of the object, so their initial value is the creation
        // time.
        if options.setOn != nil || options.isReadOnly, let value = value(environment.now()) { return value }
        return placeholder
    }
}
