/// A value that goes over the wire: it is read from JSON, or from the text of a parameter or a form, and written as JSON.
///
/// `@Serializer` makes a type conform; Swift's own scalars, arrays, sets and dictionaries do already.
public protocol WireValue: Sendable {
    /// Reads the value that follows and consumes it whole; nil, with a report to `json`, where it is not as declared.
    init?(from json: inout _Core.JSONReader)

    /// Writes the value.
    func write(to json: inout _Core.JSONWriter)

    /// Reports what in the value breaks rules that are stated where the value is used.
    func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues)

    /// What stands for the value in a request that leaves it out because it is read-only; nil where nothing can.
    static var placeholder: Self? { get }

    /// How the value is put into the text of a parameter.
    static var shape: _Core.WireShape { get }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension WireValue {
    public func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) {}
    public static var placeholder: Self? { nil }
    public static var shape: _Core.WireShape { .object }
}

extension _Core {
    /// A value that is a JSON object, whose properties can also stand among another object's: a branch of `allOf`.
    public protocol WireObject: WireValue {
        /// Writes the properties alone, without the object around them.
        func writeProperties(to json: inout JSONWriter)
    }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension _Core.WireObject {
    public func write(to json: inout _Core.JSONWriter) {
        json.beginObject()
        writeProperties(to: &json)
        json.endObject()
    }
}

extension _Core {
    /// A value that can't hold what its declaration forbids: `@Serializer` on a struct around a `rawValue`.
    public protocol RawWireValue: WireValue, RawRepresentable {}
}

extension _Core {
    /// How values of a type are put into the text of a parameter or a body.
    public enum WireShape: Sendable {
        case scalar, array, object
        /// As the text suggests: a union, or `JSON`.
        case any
        /// A body of its own: `Bytes`, `File`.
        case bytes
    }
}
