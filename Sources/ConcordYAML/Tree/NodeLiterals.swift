extension Node: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    /// Creates a string node.
    public init(stringLiteral text: String) { self.init(.string(text)) }
}

extension Node: ExpressibleByIntegerLiteral {
    /// Creates an integer node.
    public init(integerLiteral value: Int) { self.init(.number(String(value))) }
}

extension Node: ExpressibleByFloatLiteral {
    /// Creates a number node.
    public init(floatLiteral value: Double) { self.init(.number("\(value)")) }
}

extension Node: ExpressibleByBooleanLiteral {
    /// Creates a boolean node.
    public init(booleanLiteral value: Bool) { self.init(.bool(value)) }
}

extension Node: ExpressibleByArrayLiteral {
    /// Creates a sequence node.
    public init(arrayLiteral nodes: Node...) { self.init(.sequence(nodes)) }
}

extension Node: ExpressibleByDictionaryLiteral {
    /// Creates a mapping node.
    public init(dictionaryLiteral pairs: (String, Node)...) { self.init(.mapping(Mapping(pairs))) }
}
