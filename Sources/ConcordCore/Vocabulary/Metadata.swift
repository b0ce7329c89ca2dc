// What an API says about itself. The generator reads these from the source; a running program has no use for them.

/// Whom to ask about the API: the document's `info.contact`.
public struct Contact: Sendable {
    /// States the name, the page and the mailbox.
    public init(name: String? = nil, url: String? = nil, email: String? = nil, openAPI: String? = nil) {}
}

/// Under which terms the API may be used: the document's `info.license`.
public struct License: Sendable {
    /// States the licence's name and its SPDX identifier or its page.
    public init(name: String? = nil, identifier: String? = nil, url: String? = nil, openAPI: String? = nil) {}
}

/// Where the API is served: an entry of `servers`.
public struct Server: Sendable {
    /// States a URL, which may hold `{variables}`, and what it is for.
    public init(
        _ url: String? = nil,
        _ description: String? = nil,
        name: String? = nil,
        variables: KeyValuePairs<String, ServerVariable> = [:],
        openAPI: String? = nil
    ) {}
}

/// A part of a server's URL that the client chooses.
public struct ServerVariable: Sendable {
    /// States the default, what it is for and the values that are allowed.
    public init(_ default: String? = nil, _ description: String? = nil, enum: String..., openAPI: String? = nil) {}

    /// States the default, what it is for and the values that are allowed, as a list.
    public init(_ default: String? = nil, _ description: String? = nil, enum: [String], openAPI: String? = nil) {}
}

/// A page that tells more.
public struct ExternalDocs: Sendable {
    /// States the page's URL and what is found there.
    public init(_ url: String? = nil, _ description: String? = nil, openAPI: String? = nil) {}
}

/// A value to show: an Example Object. As a file-level constant it is a component.
public struct Example: Sendable {
    /// States what the example shows and its value, or the URL where the value is.
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

/// What may follow on a response: a Link Object, in `.links` of a response. As a file-level constant it is a component.
public struct ResponseLink: Sendable {
    /// States the id of the operation to call next, and where its inputs come from: `["id": "$response.body#/id"]`.
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

/// How a part of a form is put on the wire: an Encoding Object, in `.encoding` of a body.
public struct PartEncoding: Sendable {
    /// States the part's media types, and how a value of several parts is written.
    public init(
        _ contentType: String? = nil,
        style: ParameterStyle? = nil,
        explode: Bool? = nil,
        allowReserved: Bool? = nil,
        openAPI: String? = nil
    ) {}
}

/// How the identifiers of operations are made: `AutoSchema(operationIDBase: "Station")` gives `listStations`.
public struct AutoSchema: Sendable {
    /// States the noun that the identifiers end in.
    public init(operationIDBase: String? = nil) {}
}

extension AutoSchema {
    /// Whether requests share the components of responses: `@API(.requests(.split))`.
    public enum RequestComponents: Sendable {
        /// One component for both, with `readOnly` and `writeOnly`.
        case shared
        /// A component for each, where they differ.
        case split
    }
}

extension AutoSchema {
    /// Which responses explicit operations have in the document: `@API(.responses(.derived))`.
    public enum ResponseStatements: Sendable {
        /// Those that they state.
        case stated
        /// Also those that follow from inputs, permissions and throttles, as generic views have them.
        case derived
    }
}
