// The protocol documents its members.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import ConcordNumbers

extension String: WireValue {
    public init?(from json: inout _Core.JSONReader) {
        guard let value = json.readString() else { return nil }
        self = value
    }

    public func write(to json: inout _Core.JSONWriter) { json.write(self) }
    public func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) { rules.check(self, &issues) }
    public static var placeholder: String? { "" }
    public static var shape: _Core.WireShape { .scalar }
}

extension Bool: WireValue {
    public init?(from json: inout _Core.JSONReader) {
        guard let value = json.readBool() else { return nil }
        self = value
    }

    public func write(to json: inout _Core.JSONWriter) { json.write(self) }
    public func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) { rules.checkAllowed(.bool(self), &issues) }
    public static var placeholder: Bool? { false }
    public static var shape: _Core.WireShape { .scalar }
}

extension WireValue where Self: FixedWidthInteger {
    @inlinable
    public init?(from json: inout _Core.JSONReader) {
        guard let value = json.readInteger(Self.self) else { return nil }
        self = value
    }

    @inlinable
    public func write(to json: inout _Core.JSONWriter) { json.write(self) }

    public func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) { rules.checkNumber(String(self), &issues) }

    public static var placeholder: Self? { 0 }
    public static var shape: _Core.WireShape { .scalar }
}

extension Int: WireValue {}
extension Int8: WireValue {}
extension Int16: WireValue {}
extension Int32: WireValue {}
extension Int64: WireValue {}
extension UInt: WireValue {}
extension UInt8: WireValue {}
extension UInt16: WireValue {}
extension UInt32: WireValue {}
extension UInt64: WireValue {}

extension Double: WireValue {
    public init?(from json: inout _Core.JSONReader) {
        guard let value = json.readDouble() else { return nil }
        self = value
    }

    public func write(to json: inout _Core.JSONWriter) { json.write(self) }
    public func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) {
        guard let number = Number(self) else { return issues.report("must be finite") }
        rules.checkNumber(number.text, &issues)
    }
    public static var placeholder: Double? { 0 }
    public static var shape: _Core.WireShape { .scalar }
}

extension Float: WireValue {
    public init?(from json: inout _Core.JSONReader) {
        guard let value = json.readDouble() else { return nil }
        self = Float(value)
        guard isFinite else {
            json.reportRange(of: Float.self)
            return nil
        }
    }

    public func write(to json: inout _Core.JSONWriter) { json.write(self) }
    public func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) {
        guard isFinite else { return issues.report("must be finite") }
        rules.checkNumber(NumberGrammar.shortest(description), &issues)
    }
    public static var placeholder: Float? { 0 }
    public static var shape: _Core.WireShape { .scalar }
}

extension Number: WireValue {
    public init?(from json: inout _Core.JSONReader) {
        guard let value = json.readNumber() else { return nil }
        self = value
    }

    public func write(to json: inout _Core.JSONWriter) { json.write(verbatim: text) }
    public func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) { rules.checkNumber(text, &issues) }
    public static var placeholder: Number? { 0 }
    public static var shape: _Core.WireShape { .scalar }
}

/// The type of the schema `{type: "null"}`, whose only value is null.
public struct Null: WireValue, Hashable, ExpressibleByNilLiteral {
    /// Creates the null value.
    public init() {}
    public init(nilLiteral: ()) {}

    public init?(from json: inout _Core.JSONReader) {
        guard json.expect(.null), json.readNull() else { return nil }
    }

    public func write(to json: inout _Core.JSONWriter) { json.writeNull() }
    public static var placeholder: Null? { Null() }
    public static var shape: _Core.WireShape { .scalar }
}

extension Never: WireValue {
    public init?(from json: inout _Core.JSONReader) {
        json.report("must not be present")
        json.skipValue()
        return nil
    }

    public func write(to json: inout _Core.JSONWriter) {}
}
