enum Unbound {
    /// Returns the value from the request, or `nil` for an optional input that the request omits.
    ///
    /// In all other cases, the value is read outside a request, which is a programming error that no request can cause.
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
