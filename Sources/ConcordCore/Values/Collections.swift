// What a protocol's members do is said where the protocol declares them.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

extension Array: WireValue where Element: WireValue {
    private static var codec: ListCodec<ValueCodec<Element>> { Wire.list(ValueCodec()) }

    public init?(from json: inout JSONReader) {
        guard let value = Self.codec.read(&json) else { return nil }
        self = value
    }

    public func write(to json: inout JSONWriter) { Self.codec.write(self, to: &json) }
    public func check(_ rules: Rules, _ issues: inout Issues) { Self.codec.check(self, rules, &issues) }
    public static var placeholder: [Element]? { [] }
    public static var shape: WireShape { .array }
}

extension Set: WireValue where Element: WireValue {
    private static var codec: SetCodec<ValueCodec<Element>> { Wire.set(ValueCodec()) }

    public init?(from json: inout JSONReader) {
        guard let value = Self.codec.read(&json) else { return nil }
        self = value
    }

    public func write(to json: inout JSONWriter) { Self.codec.write(self, to: &json) }
    public func check(_ rules: Rules, _ issues: inout Issues) { Self.codec.check(self, rules, &issues) }
    public static var placeholder: Set<Element>? { [] }
    public static var shape: WireShape { .array }
}

extension Dictionary: WireValue where Key == String, Value: WireValue {
    private static var codec: MapCodec<ValueCodec<Value>> { Wire.map(ValueCodec()) }

    public init?(from json: inout JSONReader) {
        guard let value = Self.codec.read(&json) else { return nil }
        self = value
    }

    public func write(to json: inout JSONWriter) { Self.codec.write(self, to: &json) }
    public func check(_ rules: Rules, _ issues: inout Issues) { Self.codec.check(self, rules, &issues) }
    public static var placeholder: [String: Value]? { [:] }
    public static var shape: WireShape { .object }
}
