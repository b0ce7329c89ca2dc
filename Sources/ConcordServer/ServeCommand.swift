import ConcordCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension ManagementCommand {
    /// `serve [--host HOST] [--port PORT]`: serves the API, by default at 127.0.0.1 and at the port in the environment
    /// variable `PORT`, or 8080.
    static func serve(_ api: any API.Type) -> ManagementCommand {
        ManagementCommand("serve", "Serve the API: [--host 127.0.0.1] [--port 8080]; port 0 takes any that is free.") {
            let configuration = try APIServer.Configuration(
                arguments: $0, port: getenv("PORT").map { String(cString: $0) })
            try await APIServer(api, configuration: configuration).run { port in
                let host = configuration.host.contains(":") ? "[\(configuration.host)]" : configuration.host
                print("Serving \(api) at http://\(host):\(port)")
                if api.document != nil { print("Its documentation is at http://\(host):\(port)/docs") }
                // Whoever waits for the line reads a pipe, perhaps, which would keep it back.
                fflush(nil)
            }
        }
    }
}

extension APIServer.Configuration {
    /// Reads the arguments of `serve`, and the port from the environment where they don't state it.
    init(arguments: [String], port environmentPort: String?) throws {
        self.init()
        if let environmentPort { port = try Self.port(environmentPort, of: "the environment variable PORT") }
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            // `--port=8080` is `--port 8080`.
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            func value() throws -> String {
                if parts.count > 1 { return String(parts[1]) }
                guard let value = rest.popFirst() else { throw UsageError("\(argument) needs a value.") }
                return value
            }
            switch parts[0] {
            case "--host": host = try value()
            case "--port": port = try Self.port(value(), of: "--port")
            default: throw UsageError("'\(argument)' is not understood; there are --host HOST and --port PORT.")
            }
        }
    }

    private static func port(_ text: String, of owner: String) throws -> Int {
        guard let port = UInt16(text) else {
            throw UsageError("'\(text)', given by \(owner), is no port between 0 and 65535.")
        }
        return Int(port)
    }
}
