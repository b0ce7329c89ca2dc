// The protocol documents its members.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

extension Array: WireValue where Element: WireValue {
    private static var codec: _Core.ListCodec<_Core.ValueCodec<Element>> { _Core.Wire.list(_Core.ValueCodec()) }

    public init?(from json: inout _Core.JSONReader) {
        guard let value = Self.codec.read(&json) else { return nil }
        self = value
    }

    public func write(to json: inout _Core.JSONWriter) { Self.codec.write(self, to: &json) }
    public func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) { Self.codec.check(self, rules, &issues) }
    public static var placeholder: [Element]? { [] }
    public static var shape: _Core.WireShape { .array }
}

extension Set: WireValue where Element: WireValue {
    private static var codec: _Core.SetCodec<_Core.ValueCodec<Element>> { _Core.Wire.set(_Core.ValueCodec()) }

    public init?(from json: inout _Core.JSONReader) {
        guard let value = Self.codec.read(&json) else { return nil }
        self = value
    }

    public func write(to json: inout _Core.JSONWriter) { Self.codec.write(self, to: &json) }
    public func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) { Self.codec.check(self, rules, &issues) }
    public static var placeholder: Set<Element>? { [] }
    public static var shape: _Core.WireShape { .array }
}

extension Dictionary: WireValue where Key == String, Value: WireValue {
    private static var codec: _Core.MapCodec<_Core.ValueCodec<Value>> { _Core.Wire.map(_Core.ValueCodec()) }

    public init?(from json: inout _Core.JSONReader) {
        guard let value = Self.codec.read(&json) else { return nil }
        self = value
    }

    public func write(to json: inout _Core.JSONWriter) { Self.codec.write(self, to: &json) }
    public func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) { Self.codec.check(self, rules, &issues) }
    public static var placeholder: [String: Value]? { [:] }
    public static var shape: _Core.WireShape { .object }
}
