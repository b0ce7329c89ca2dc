enum Unbound {
    /// The value that a request gave, or nil for an optional one that has none.
    ///
    /// Anything else is read before there is a request: a mistake in the program that no request can cause.
    static func value<Value>(_ bound: Value?, _ attribute: String) -> Value {
        if let bound { return bound }
        if let optional = Value.self as? any ExpressibleByNilLiteral.Type,
            let absent = optional.init(nilLiteral: ()) as? Value
        {
            return absent
        }
        preconditionFailure("a property with @\(attribute) has a value only while the app handles a request")
    }
}
