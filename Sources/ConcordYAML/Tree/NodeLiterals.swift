extension Node: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    /// Text.
    public init(stringLiteral text: String) { self.init(.string(text)) }
}

extension Node: ExpressibleByIntegerLiteral {
    /// A whole number.
    public init(integerLiteral value: Int) { self.init(.number(String(value))) }
}

extension Node: ExpressibleByFloatLiteral {
    /// A number.
    public init(floatLiteral value: Double) { self.init(.number("\(value)")) }
}

extension Node: ExpressibleByBooleanLiteral {
    /// A flag.
    public init(booleanLiteral value: Bool) { self.init(.bool(value)) }
}

extension Node: ExpressibleByArrayLiteral {
    /// A sequence.
    public init(arrayLiteral nodes: Node...) { self.init(.sequence(nodes)) }
}

extension Node: ExpressibleByDictionaryLiteral {
    /// A mapping.
    public init(dictionaryLiteral pairs: (String, Node)...) { self.init(.mapping(Mapping(pairs))) }
}
