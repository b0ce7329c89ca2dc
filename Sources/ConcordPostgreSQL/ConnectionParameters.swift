import CConcordPostgreSQL
import ConcordDatabase

/// What libpq is told when it connects.
struct ConnectionParameters: Sendable {
    private(set) var values: [String: String] = [:]
    /// How `psql` gets what the URL states.
    let shell: DatabaseShell

    /// Reads a URL with libpq, which knows what each option is.
    init(url: String, statementTimeout: Duration?) throws {
        var message: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(url, &message) else {
            defer { PQfreemem(message) }
            let reason = message.map { String(cString: $0) } ?? "there is no memory"
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

    /// The name of the app, by which a list of the server's connections is read.
    private static let executable: String = {
        let path = CommandLine.arguments.first ?? "concord"
        return path.split(separator: "/").last.map(String.init) ?? path
    }()

    /// Makes a connection, which may be one that failed.
    func connect() -> OpaquePointer? {
        let ordered = values.sorted { $0.key < $1.key }
        return ordered.map(\.key).withCStrings { keywords in
            ordered.map(\.value).withCStrings { PQconnectdbParams(keywords, $0, 0) }
        }
    }
}

extension Duration {
    /// At least one, since zero would be no limit, and at most what PostgreSQL takes: 24 days.
    fileprivate var milliseconds: Int64 {
        let seconds = min(max(components.seconds, 0), 2_147_482)
        return max(seconds * 1000 + components.attoseconds / 1_000_000_000_000_000, 1)
    }
}

extension String {
    /// The value as libpq reads it in a string of keywords and values.
    fileprivate var quotedForConnection: String {
        "'" + replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    }

    /// What libpq says, without the line's end.
    var trimmed: String {
        var text = self[...]
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

extension [String] {
    /// Calls a closure with the texts as C has them, and a null pointer behind the last.
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
