#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension _Core {
    /// Values of some of a model's fields: what a client sent for an object, or what a row of the table holds.
    public struct FieldValues<M: Model>: Sendable {
        /// By the names of the fields in Swift.
        private var values: [String: FieldValue<M>] = [:]

        /// Holds no value.
        public init() {}

        /// Holds the values that an object has.
        public init(of instance: M) {
            for field in M.fields { values[field.name] = field.value(of: instance) }
        }

        /// The value of a field; nil where there is none.
        public subscript<Value>(_ field: KeyPath<M, Value>) -> Value? { value(at: field) as? Value }

        /// The value of a field that may be nil; nil where there is none.
        public subscript<Value>(optional field: KeyPath<M, Value?>) -> Value? { value(at: field) as? Value }

        private func value(at keyPath: PartialKeyPath<M>) -> (any Sendable)? {
            M.field(at: keyPath).flatMap { values[$0.name]?.value }
        }

        subscript(_ field: ModelField<M>) -> FieldValue<M>? {
            get { values[field.name] }
            set { values[field.name] = newValue }
        }

        /// Gives a field a value that was stored as JSON.
        package mutating func set(_ field: ModelField<M>, ofStored json: JSON) {
            self[field] = field.fieldValue(ofStored: json)
        }

        /// Whether there is a value for a field.
        public func has(_ field: ModelField<M>) -> Bool { values[field.name] != nil }

        /// Gives an object these values, and leaves its other fields as they are.
        public func assign(to instance: inout M) {
            for field in M.fields { values[field.name]?.assign(&instance) }
        }

        /// These values, and for each field without one that needs one what stands for it until the object is stored: a new
        /// UUID for the primary key, the present moment where the model sets it or no client does, else an empty value.
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
        if options.isPrimaryKey, let value = value(UUID()) { return value }
        // What no client sets is a moment in the life of the object, of which only its beginning is known.
        if options.setOn != nil || options.isReadOnly, let value = value(Date()) { return value }
        return placeholder
    }
}
