import ConcordNames

/// A value that can be encoded: it is read from JSON, or from the string of a parameter or form, and written as JSON.
///
/// `@Serializer` adds the conformance to a type. Swift's scalars, arrays, sets, and dictionaries already conform.
public protocol WireValue: Sendable {
    /// Reads and consumes the next value. Returns `nil` and reports an issue to `json` if it is invalid.
    init?(from json: inout _Core.JSONReader)

    /// Writes the value.
    func write(to json: inout _Core.JSONWriter)

    /// Reports the rules that the value violates.
    func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues)

    /// The placeholder for a value that a request omits because it is read-only, or `nil` if none exists.
    static var placeholder: Self? { get }

    /// The shape of the value in a parameter's string.
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
        /// The name of the schema in the document's components.
        static var componentName: String { get }

        /// Writes the properties without the enclosing object.
        func writeProperties(to json: inout JSONWriter)
    }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension _Core.WireObject {
    public static var componentName: String { DerivedName.component(ofType: _Core.qualifiedName(of: Self.self)) }

    @inlinable
    public func write(to json: inout _Core.JSONWriter) {
        json.beginObject()
        writeProperties(to: &json)
        json.endObject()
    }
}

extension _Core {
    /// Returns the name of a type with its namespaces and without its module.
    package static func qualifiedName(of type: Any.Type) -> String {
        let name = String(reflecting: type)
        guard !name.contains("<") else { return String(describing: type) }
        return name.split(separator: ".").dropFirst().filter { !$0.contains("(") }.joined(separator: ".")
    }
}

extension _Core.Wire {
    /// Returns the component name of a type. It is the discriminator's value if there is no mapping.
    public static func componentName<T>(of type: T.Type) -> String {
        (type as? any _Core.WireObject.Type)?.componentName
            ?? DerivedName.component(ofType: _Core.qualifiedName(of: type))
    }
}

extension _Core {
    /// A value that always satisfies its constraints: a struct with a `rawValue` and `@Serializer`.
    public protocol RawWireValue: WireValue, RawRepresentable {}
}

extension _Core {
    /// The shape of a type's values in a parameter's string or in a body.
    public enum WireShape: Sendable {
        case scalar, array, object
        /// A shape that depends on the string: a union, or `JSON`.
        case any
        /// A raw body: `Bytes` or `File`.
        case bytes
    }
}
