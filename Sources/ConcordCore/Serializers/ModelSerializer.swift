import ConcordNames

/// A schema with a model's fields. `@Serializer(of:)` adds the conformance to a struct.
///
///     @Serializer(of: Station.self, exclude: \.serviceNotes, readOnly: \.created)
///     struct StationSerializer {
///         var owner: OwnerSerializer
///     }
///
/// A value contains an object of the model, and the properties that the struct adds.
public protocol ModelSerializer: _Core.WireObject {
    /// The model that provides the fields.
    associatedtype Model: ConcordCore.Model

    /// The fields, in the order of the document.
    static var composition: _Core.SerializerComposition<Self> { get }

    /// The represented object.
    var instance: Model { get }

    /// Creates a value from a request's data or from an object, or returns `nil` if a value is missing.
    init?(_ data: SerializerData<Self>)
}

extension ModelSerializer {
    /// Returns the representation of an object. The struct's own properties are read from the object's fields. Returns
    /// `nil` if one of them requires further data, such as the object that a key refers to.
    public static func representing(_ instance: Model) -> Self? { Self(SerializerData(of: instance)) }

    /// Reads a request for a new object.
    ///
    /// Read-only fields in the request are ignored. Missing fields have their default, a new key, or an empty value.
    public init?(from json: inout _Core.JSONReader) {
        guard let data = Self.composition.read(&json, isPartial: false), let value = Self(data.filled) else {
            return nil
        }
        self = value
    }

    /// Writes all fields except those that are write-only.
    public func writeProperties(to json: inout _Core.JSONWriter) {
        Self.composition.write(self, to: &json)
    }
}

extension _Core.Wire {
    /// Returns the codec for reading a request for an object. All required fields must be present, unless the request
    /// is partial, as for PATCH.
    public static func input<S: ModelSerializer>(_ type: S.Type, isPartial: Bool = false) -> _Core.SerializerInput<S> {
        _Core.SerializerInput(isPartial: isPartial)
    }
}

extension _Core {
    /// Reads a request for an object of a model.
    public struct SerializerInput<S: ModelSerializer>: Codec {
        let isPartial: Bool

        // The protocol documents its members.
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
