extension HTTPFields {
    /// Creates header fields from names and values. Names that aren't tokens of RFC 9110 are ignored.
    public init(_ fields: KeyValuePairs<String, String>) {
        self.init()
        for (name, value) in fields { append(name, value) }
    }

    /// The value of a header field, or `nil` if the field is absent. Commas join the values of several fields with the
    /// same name.
    ///
    /// Names are case-insensitive. A name that isn't a token of RFC 9110 has no value.
    public subscript(name: String) -> String? {
        get { HTTPField.Name(name).flatMap { self[$0] } }
        set { if let name = HTTPField.Name(name) { self[name] = newValue } }
    }

    /// Appends a header field. A name that isn't a token of RFC 9110 is ignored.
    ///
    /// Line endings and NUL in the value become spaces, so that no value can begin another field.
    public mutating func append(_ name: String, _ value: String) {
        if let name = HTTPField.Name(name) { append(HTTPField(name: name, value: value)) }
    }
}

extension HTTPFields {
    // Each request uses these fields, so their names are parsed only once.
    private static let hostName = HTTPField.Name("Host")
    private static let requestIdentifierName = HTTPField.Name("X-Request-Id")

    /// The host of a request's target. HTTP/2 sends it in `:authority` instead.
    package var host: String? {
        get { Self.hostName.flatMap { self[$0] } }
        set { if let name = Self.hostName { self[name] = newValue } }
    }

    /// The identifier of a request, in the request and in its response.
    package var requestIdentifier: String? {
        get { Self.requestIdentifierName.flatMap { self[$0] } }
        set { if let name = Self.requestIdentifierName { self[name] = newValue } }
    }
}
