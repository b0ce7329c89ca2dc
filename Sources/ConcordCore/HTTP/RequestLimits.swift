extension APIRequest {
    /// The limits of a request, except for the size of its body, which is a setting of the server.
    ///
    ///     static func configure(_ app: inout AppConfiguration) async throws {
    ///         app.limits.nesting = 32
    ///     }
    public struct Limits: Hashable, Sendable {
        /// The maximum number of bytes of the request target and the header fields. The default is 65,536.
        ///
        /// A request with a longer target gets status 414, and a request with longer header fields gets status 431.
        public var headerSize = 64 * 1024
        /// The maximum depth of nested arrays and objects in JSON. The default is 128. Values above 512 have no effect.
        public var nesting = 128 {
            didSet { nesting = min(nesting, 512) }
        }
        /// The maximum number of name-value pairs in a query or in a URL-encoded form. The default is 10,000.
        public var fields = 10_000
        /// The maximum number of parts in a multipart body. The default is 1,000.
        public var parts = 1_000
        /// The maximum number of bytes of a multipart part that are kept in memory. The default is 1 MiB.
        ///
        /// A larger part is stored in a temporary file. It must be a ``File`` or ``Bytes``, because text and JSON must
        /// fit into memory.
        public var partMemory = 1024 * 1024

        /// Creates limits with default values.
        public init() {}
    }

    /// The problem for a request whose target or header fields are too long, or `nil` if they aren't.
    var headerProblem: Problem? {
        let targetSize = path.utf8.count + (query?.utf8.count ?? 0) + 1
        if targetSize > limits.headerSize {
            return Problem(414, "The request target is longer than \(limits.headerSize) bytes.")
        }
        // Each field has a colon, a space and a line break besides its name and value.
        let size = headers.reduce(targetSize) { $0 + $1.name.rawName.utf8.count + $1.value.utf8.count + 4 }
        guard size > limits.headerSize else { return nil }
        return Problem(431, "The header fields are longer than \(limits.headerSize) bytes.")
    }
}
