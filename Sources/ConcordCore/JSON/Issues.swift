extension Problem {
    /// One value of a request or a response that is not valid.
    public struct Issue: Hashable, Sendable {
        /// Where a value was sent.
        public enum Location: String, Sendable {
            case path, query, header, cookie, body
        }

        /// Where the value was sent.
        public var location: Location
        /// The parameter's wire name; nil in a body.
        public var name: String?
        /// The place inside the value, a JSON Pointer (RFC 6901); empty for the value itself.
        public var pointer: String
        /// The keyword of JSON Schema that the value does not fulfill: `minimum`; nil where no keyword is the reason.
        public var keyword: String?
        /// What is wrong with the value, for the client that sent it: `must be at least 1`.
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
    /// Collects everything that is wrong with a value, each with its place, while the value is read.
    public struct Issues: Sendable {
        /// The most issues that are kept. A client could make a server keep any number of them otherwise.
        static let most = 100

        /// A key or an index on the way from the whole value to the part that is being read.
        enum Step {
            case key(String)
            case index(Int)
        }

        /// What was found so far.
        public private(set) var found: [Problem.Issue] = []
        var path: [Step] = []
        var location: Problem.Issue.Location
        var name: String?

        /// Starts without any, for a value that was sent there.
        public init(location: Problem.Issue.Location = .body, name: String? = nil) {
            self.location = location
            self.name = name
        }

        /// Whether nothing is wrong so far.
        public var isEmpty: Bool { found.isEmpty }

        /// Notes what is wrong with the value at the present place, and the keyword of JSON Schema that it breaks.
        public mutating func report(_ message: String, keyword: String? = nil) {
            guard found.count < Self.most else { return }
            found.append(
                Problem.Issue(location: location, name: name, pointer: pointer, keyword: keyword, message: message))
        }

        mutating func append(contentsOf others: some Sequence<Problem.Issue>) {
            found.append(contentsOf: others.prefix(Self.most - found.count))
        }

        /// Forgets what was found after there were `count`, and returns it.
        mutating func removeAll(after count: Int) -> [Problem.Issue] {
            defer { found.removeSubrange(count...) }
            return Array(found[count...])
        }

        /// The present place as a JSON Pointer.
        var pointer: String {
            path.map { step in
                switch step {
                case .key(let key): "/" + key.escapedForPointer()
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
