extension Problem {
    /// An error in a value of a request or a response.
    public struct Issue: Hashable, Sendable {
        /// The location of a value in a request.
        public enum Location: String, Sendable {
            /// A path parameter.
            case path
            /// A query parameter, or the whole query string.
            case query
            /// A header field.
            case header
            /// A cookie.
            case cookie
            /// The body.
            case body
        }

        /// The part of the request that contains the value.
        public var location: Location
        /// The wire name of the parameter, or `nil` in a body.
        public var name: String?
        /// The location within the value as a JSON Pointer (RFC 6901). Empty for the value itself.
        public var pointer: String
        /// The JSON Schema keyword that the value violates, such as `minimum`, or `nil` if none applies.
        public var keyword: String?
        /// The message for the client: `must be at least 1`.
        public var message: String

        package init(
            location: Location,
            name: String? = nil,
            pointer: String = "",
            keyword: String? = nil,
            message: String
        ) {
            self.location = location
            self.name = name
            self.pointer = pointer
            self.keyword = keyword
            self.message = message
        }
    }
}

extension _Core {
    /// Collects the errors of a value and their locations while the value is read.
    public struct Issues: Sendable {
        /// The maximum number of issues, so that a request can't use unlimited memory.
        static let most = 100

        /// A key or an index in the path to the current value.
        enum Step {
            case key(String)
            /// The key of a declared property.
            case property(StaticString)
            case index(Int)
        }

        /// The issues so far.
        public private(set) var found: [Problem.Issue] = []
        var path: [Step] = []
        var location: Problem.Issue.Location
        var name: String?

        /// Creates an empty collection for a value at a location.
        public init(location: Problem.Issue.Location = .body, name: String? = nil) {
            self.location = location
            self.name = name
        }

        /// The number of issues.
        @usableFromInline var count: Int { found.count }

        /// Whether there are no issues.
        public var isEmpty: Bool { found.isEmpty }

        /// Reports an error of the current value, with the JSON Schema keyword that it violates.
        public mutating func report(_ message: String, keyword: String? = nil) {
            guard found.count < Self.most else { return }
            found.append(
                Problem.Issue(location: location, name: name, pointer: pointer, keyword: keyword, message: message))
        }

        mutating func append(contentsOf others: some Sequence<Problem.Issue>) {
            found.append(contentsOf: others.prefix(Self.most - found.count))
        }

        /// Removes all issues after the first `count`, and returns them.
        mutating func removeAll(after count: Int) -> [Problem.Issue] {
            defer { found.removeSubrange(count...) }
            return Array(found[count...])
        }

        /// Whether an issue is at the current location or inside its value.
        var containsCurrentLocation: Bool {
            let pointer = pointer
            return found.contains { issue in
                issue.location == location && issue.name == name
                    && (issue.pointer == pointer || issue.pointer.hasPrefix(pointer + "/"))
            }
        }

        /// The current location as a JSON Pointer.
        var pointer: String {
            path.map { step in
                switch step {
                case .key(let key): "/" + key.escapedForPointer()
                case .property(let name): "/" + name.description.escapedForPointer()
                case .index(let index): "/\(index)"
                }
            }.joined()
        }
    }
}

extension String {
    fileprivate func escapedForPointer() -> String {
        guard utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return self }
        var result = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "~": result += "~0"
            case "/": result += "~1"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
