import ConcordNames

/// A schema that is composed of a model's fields: what `@Serializer(of:)` makes of a struct.
///
///     @Serializer(of: Station.self, exclude: \.serviceNotes, readOnly: \.created)
///     struct StationSerializer {
///         var owner: OwnerSerializer
///     }
///
/// A value holds an object of the model and what the struct adds to it.
public protocol ModelSerializer: _Core.WireObject {
    /// The model whose fields are selected.
    associatedtype Model: ConcordCore.Model

    /// The name of the schema among the document's components.
    static var componentName: String { get }

    /// The fields, in the order of the document.
    static var composition: _Core.SerializerComposition<Self> { get }

    /// The object that is represented.
    var instance: Model { get }

    /// Makes a value of what was read, or of an object; nil where something is missing.
    init?(_ data: SerializerData<Self>)
}

extension ModelSerializer {
    /// The type's name without `Serializer`.
    public static var componentName: String { DerivedName.component(ofType: String(describing: Self.self)) }

    /// The representation of an object, with the struct's own properties taken from its fields; nil where one of them is not
    /// to be had from the object alone, as is another object that a key leads to.
    public static func representing(_ instance: Model) -> Self? { Self(SerializerData(of: instance)) }

    /// Reads what a request gives for an object that is new.
    ///
    /// Read-only fields that a client sends are ignored; what it leaves out gets its default, a new key or an empty value.
    public init?(from json: inout _Core.JSONReader) {
        guard let data = Self.composition.read(&json, isPartial: false), let value = Self(data.filled) else {
            return nil
        }
        self = value
    }

    /// Writes all fields but those that are write-only.
    public func writeProperties(to json: inout _Core.JSONWriter) {
        for field in Self.composition.fields { field.write(self, to: &json) }
    }
}

extension _Core.Wire {
    /// The codec of what a request gives for an object: all of its required fields, or, where it is partial as in PATCH, any.
    public static func input<S: ModelSerializer>(_ type: S.Type, isPartial: Bool = false) -> _Core.SerializerInput<S> {
        _Core.SerializerInput(isPartial: isPartial)
    }
}

extension _Core {
    /// Reads what a request gives for an object of a model.
    public struct SerializerInput<S: ModelSerializer>: Codec {
        let isPartial: Bool

        // What a protocol's members do is said where the protocol declares them.
        // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
        public func read(_ json: inout JSONReader) -> SerializerData<S>? {
            S.composition.read(&json, isPartial: isPartial)
        }
        // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
        public func write(_ value: SerializerData<S>, to json: inout JSONWriter) {
            if let serializer = S(value.filled) { serializer.write(to: &json) } else { json.writeNull() }
        }
        // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
        public func check(_ value: SerializerData<S>, _ rules: Rules, _ issues: inout Issues) {}
        // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
        public var placeholder: SerializerData<S>? { nil }
        // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
        public var shape: WireShape { .object }
    }
}
