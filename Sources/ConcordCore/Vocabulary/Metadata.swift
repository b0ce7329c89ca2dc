// The metadata of an API. The generator reads it from the source, and the running app doesn't use it.

/// The contact for the API: the document's `info.contact`.
public struct Contact: Sendable {
    /// Creates a contact with a name, a URL, and an email address.
    public init(name: String? = nil, url: String? = nil, email: String? = nil, openAPI: String? = nil) {}
}

/// The license of the API: the document's `info.license`.
public struct License: Sendable {
    /// Creates a license with a name and an SPDX identifier or URL.
    public init(name: String? = nil, identifier: String? = nil, url: String? = nil, openAPI: String? = nil) {}
}

/// A server of the API: an element of `servers`.
public struct Server: Sendable {
    /// Creates a server with a URL, which can contain `{variables}`, and a description.
    public init(
        _ url: String? = nil,
        _ description: String? = nil,
        name: String? = nil,
        variables: KeyValuePairs<String, ServerVariable> = [:],
        openAPI: String? = nil
    ) {}
}

/// A variable in a server's URL.
public struct ServerVariable: Sendable {
    /// Creates a variable with a default value, a description, and the allowed values.
    public init(_ default: String? = nil, _ description: String? = nil, enum: String..., openAPI: String? = nil) {}

    /// Creates a variable with a default value, a description, and an array of the allowed values.
    public init(_ default: String? = nil, _ description: String? = nil, enum: [String], openAPI: String? = nil) {}
}

/// A page with further documentation.
public struct ExternalDocs: Sendable {
    /// Creates a reference to a page with a description.
    public init(_ url: String? = nil, _ description: String? = nil, openAPI: String? = nil) {}
}

/// An Example Object. A constant at file level is a component.
public struct Example: Sendable {
    /// Creates an example with a summary and a value, or the URL of the value.
    public init(
        _ summary: String? = nil,
        description: String? = nil,
        value: JSON? = nil,
        externalValue: String? = nil,
        dataValue: JSON? = nil,
        serializedValue: String? = nil,
        name: String? = nil,
        openAPI: String? = nil
    ) {}
}

/// A Link Object, in `.links` of a response. A constant at file level is a component.
public struct ResponseLink: Sendable {
    /// Creates a link to the operation with an ID, and the values of its inputs: `["id": "$response.body#/id"]`.
    public init(
        _ operationID: String? = nil,
        _ description: String? = nil,
        operationRef: String? = nil,
        parameters: KeyValuePairs<String, JSON> = [:],
        requestBody: JSON? = nil,
        server: Server? = nil,
        name: String? = nil,
        openAPI: String? = nil
    ) {}
}

/// An Encoding Object for a part of a form, in the `.encoding` trait of a body.
public struct PartEncoding: Sendable {
    /// Creates an encoding with the media types of the part, and its serialization.
    public init(
        _ contentType: String? = nil,
        style: ParameterStyle? = nil,
        explode: Bool? = nil,
        allowReserved: Bool? = nil,
        openAPI: String? = nil
    ) {}
}

/// The derivation of operation IDs: `AutoSchema(operationIDBase: "Station")` results in `listStations`.
public struct AutoSchema: Sendable {
    /// Creates a derivation with the noun at the end of the IDs.
    public init(operationIDBase: String? = nil) {}
}

extension AutoSchema {
    /// Determines whether requests and responses share components: `@API(.requests(.split))`.
    public enum RequestComponents: Sendable {
        /// One component for both, with `readOnly` and `writeOnly`.
        case shared
        /// Separate components if requests and responses differ.
        case split
    }
}

extension AutoSchema {
    /// Determines which responses the document contains for operations that are functions:
    /// `@API(.responses(.derived))`.
    public enum ResponseStatements: Sendable {
        /// The responses that the operations declare.
        case stated
        /// Also the responses that follow from inputs, permissions, and throttles, as for generic views.
        case derived
    }
}
