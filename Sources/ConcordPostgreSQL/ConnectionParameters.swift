import CConcordPostgreSQL
import ConcordDatabase

/// The parameters of a connection.
struct ConnectionParameters: Sendable {
    private(set) var values: [String: String] = [:]
    /// The `psql` program with the same parameters.
    let shell: DatabaseShell

    /// Parses a URL with libpq.
    init(url: String, statementTimeout: Duration?) throws {
        var message: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(url, &message) else {
            defer { PQfreemem(message) }
            let reason = message.map { String(cString: $0) } ?? "there is not enough memory"
            throw DatabaseError(.unavailable, "The URL of the database can't be read: \(reason.trimmed)")
        }
        defer { PQconninfoFree(options) }
        var option = options
        var (environment, arguments): ([String: String], [String]) = ([:], [])
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val.map({ String(cString: $0) }) {
                values[String(cString: keyword)] = value
                // libpq marks passwords with an asterisk; other users can read arguments.
                let isSecret = option.pointee.dispchar.map { String(cString: $0) } == "*"
                if let variable = option.pointee.envvar {
                    environment[String(cString: variable)] = value
                } else if !isSecret {
                    arguments.append("\(String(cString: keyword))=\(value.quotedForConnection)")
                }
            }
            option += 1
        }
        shell = DatabaseShell(
            "psql", arguments.isEmpty ? [] : [arguments.joined(separator: " ")], environment: environment)
        values["client_encoding"] = "UTF8"
        values["fallback_application_name"] = values["fallback_application_name"] ?? Self.executable
        values["connect_timeout"] = values["connect_timeout"] ?? "10"
        if let statementTimeout {
            let stated = values["options"].map { $0 + " " } ?? ""
            values["options"] = stated + "-c statement_timeout=\(statementTimeout.milliseconds)"
        }
    }

    /// The application name, which the server displays in its list of connections.
    private static let executable: String = {
        let path = CommandLine.arguments.first ?? "concord"
        return path.split(separator: "/").last.map(String.init) ?? path
    }()

    /// Opens a connection, which may have failed.
    func connect() -> OpaquePointer? {
        let ordered = values.sorted { $0.key < $1.key }
        return ordered.map(\.key).withCStrings { keywords in
            ordered.map(\.value).withCStrings { PQconnectdbParams(keywords, $0, 0) }
        }
    }
}

extension Duration {
    /// The duration in milliseconds: at least 1, because 0 means no limit, and at most 24 days, the maximum of
    /// PostgreSQL.
    fileprivate var milliseconds: Int64 {
        let seconds = min(max(components.seconds, 0), 2_147_482)
        return max(seconds * 1000 + components.attoseconds / 1_000_000_000_000_000, 1)
    }
}

extension String {
    /// The quoted value for a connection string of libpq.
    fileprivate var quotedForConnection: String {
        "'" + replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    }

    /// The message of libpq without the newline.
    var trimmed: String {
        var text = self[...]
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

extension [String] {
    /// Calls a closure with a null-terminated array of C strings.
    fileprivate func withCStrings<Result>(
        _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
    ) -> Result {
        var pointers: [UnsafePointer<CChar>?] = []
        func next(_ rest: ArraySlice<String>) -> Result {
            guard let text = rest.first else {
                pointers.append(nil)
                return body(pointers)
            }
            return text.withCString { pointer in
                pointers.append(pointer)
                return next(rest.dropFirst())
            }
        }
        return next(self[...])
    }
}
