/// A value that can be encoded: it is read from JSON, or from the string of a parameter or form, and written as JSON.
///
/// `@Serializer` adds the conformance to a type. Swift's scalars, arrays, sets, and dictionaries conform already.
public protocol WireValue: Sendable {
    /// Reads and consumes the next value. Returns `nil` and reports an issue to `json` if it is invalid.
    init?(from json: inout _Core.JSONReader)

    /// Writes the value.
    func write(to json: inout _Core.JSONWriter)

    /// Reports the rules that the value violates.
    func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues)

    /// The placeholder for a value that a request omits because it is read-only, or `nil` if none exists.
    static var placeholder: Self? { get }

    /// The shape of the value in the string of a parameter.
    static var shape: _Core.WireShape { get }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension WireValue {
    public func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) {}
    public static var placeholder: Self? { nil }
    public static var shape: _Core.WireShape { .object }
}

extension _Core {
    /// A value that is a JSON object, whose properties can also be part of an enclosing object: a branch of `allOf`.
    public protocol WireObject: WireValue {
        /// Writes the properties without the enclosing object.
        func writeProperties(to json: inout JSONWriter)
    }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension _Core.WireObject {
    @inlinable
    public func write(to json: inout _Core.JSONWriter) {
        json.beginObject()
        writeProperties(to: &json)
        json.endObject()
    }
}

extension _Core {
    /// A value that always satisfies its constraints: a struct with a `rawValue` and `@Serializer`.
    public protocol RawWireValue: WireValue, RawRepresentable {}
}

extension _Core {
    /// The shape of values of a type in the string of a parameter or in a body.
    public enum WireShape: Sendable {
        case scalar, array, object
        /// A shape that depends on the string: a union, or `JSON`.
        case any
        /// A raw body: `Bytes` or `File`.
        case bytes
    }
}
