extension HTTPFields {
    /// Creates header fields from names and values; a name that is no token of RFC 9110 is left out.
    public init(_ fields: KeyValuePairs<String, String>) {
        self.init()
        for (name, value) in fields { append(name, value) }
    }

    /// The value of a header field, the values of several lines joined by commas; `nil` if there is none.
    ///
    /// Names are the same in upper and lower case. A name that is no token of RFC 9110 has no value.
    public subscript(name: String) -> String? {
        get { HTTPField.Name(name).flatMap { self[$0] } }
        set { if let name = HTTPField.Name(name) { self[name] = newValue } }
    }

    /// Adds a line; a name that is no token of RFC 9110 adds nothing.
    ///
    /// Line ends and NUL in the value become spaces, so no value can begin another field.
    public mutating func append(_ name: String, _ value: String) {
        if let name = HTTPField.Name(name) { append(HTTPField(name: name, value: value)) }
    }
}
