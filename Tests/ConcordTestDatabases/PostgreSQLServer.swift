package import Concord
import ConcordPostgreSQL
import Foundation
import Synchronization

/// The PostgreSQL server of all tests, which the first test starts.
///
/// A guard process stops it and removes its folder when the test process ends in any way.
package struct PostgreSQLServer: Sendable {
    /// The error for a server that didn't start.
    struct NotStarted: Error, CustomStringConvertible {
        let description: String
    }

    private static let starting = Task { try await PostgreSQLServer() }

    package static var shared: PostgreSQLServer { get async throws { try await starting.value } }

    private let port: Int
    /// The guard reads from the pipe and receives only its end.
    private let input: Pipe
    private let administration: Database
    private static let databases = Atomic(0)
    /// The databases that others are copies of, by the tables that they have.
    private let templates = Templates()

    private init() async throws {
        let programs = try Self.programs()
        port = try Self.freePort()
        input = Pipe()
        try Self.start(programs, port, input)
        administration = Database(try PostgreSQLDatabase(url: Self.url(port, "postgres"), poolSize: 1))
    }

    /// Makes each template once, when a test needs it first.
    private actor Templates {
        private var names: [[String]: Task<String, any Error>] = [:]

        func name(
            for models: [any Model.Type], _ make: @escaping @Sendable (_ name: String) async throws -> Void
        ) async throws -> String {
            let tables = models.map { $0.table }
            let making =
                names[tables]
                ?? Task { [name = "template_\(names.count)"] in
                    try await make(name)
                    return name
                }
            names[tables] = making
            return try await making.value
        }
    }

    private func template(for models: [any Model.Type]) async throws -> String {
        if models.isEmpty { return "template1" }
        return try await templates.name(for: models) { name in
            try await Self.execute("CREATE DATABASE \(name)", in: administration)
            let template = Database(try PostgreSQLDatabase(url: Self.url(port, name), poolSize: 1))
            try await template.createTables(for: models)
            try await template.close()
        }
    }

    private static func url(_ port: Int, _ name: String) -> String { "postgres://concord@127.0.0.1:\(port)/\(name)" }

    private static func execute(_ text: String, in database: Database) async throws {
        let connection = try await database.driver.connection(for: .write)
        defer { database.driver.release(connection) }
        try await connection.execute(SQLStatement(text))
    }

    /// Runs a test with the URL of a database of its own.
    ///
    /// - Parameters:
    ///   - models: The models whose tables the database has, without rows.
    ///   - test: The test.
    package func run(
        tablesOf models: [any Model.Type] = [], _ test: (_ url: String) async throws -> Void
    ) async throws {
        let template = try await template(for: models)
        let name = "test_\(Self.databases.add(1, ordering: .relaxed).newValue)"
        try await Self.execute("CREATE DATABASE \(name) TEMPLATE \(template)", in: administration)
        let result: Result<Void, any Error>
        do {
            result = .success(try await test(Self.url(port, name)))
        } catch {
            result = .failure(error)
        }
        try await Self.execute("DROP DATABASE \(name) WITH (FORCE)", in: administration)
        try result.get()
    }
}

extension PostgreSQLServer {
    /// Returns the folder of the server's programs: the latest version of Debian, or else of Homebrew.
    private static func programs() throws -> String {
        for parent in ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"] {
            let versions = ((try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []).sorted {
                $0.compare($1, options: .numeric) == .orderedDescending
            }
            for version in versions where parent.hasSuffix("postgresql") || version.hasPrefix("postgresql") {
                let programs = "\(parent)/\(version)/bin"
                if FileManager.default.isExecutableFile(atPath: "\(programs)/pg_ctl") { return programs }
            }
        }
        throw NotStarted(
            description: "There is no server of PostgreSQL for the tests.\n"
                + "help: install Debian's or Homebrew's 'postgresql'; 'make test' does so")
    }

    /// Starts the server with a guard.
    private static func start(_ programs: String, _ port: Int, _ input: Pipe) throws {
        let script = """
            trap '' INT TERM HUP
            folder=$(mktemp -d /tmp/concord-postgresql.XXXXXX) && cd "$folder" || exit 1
            "$1/initdb" -D data -U concord --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >log 2>&1 &&
            "$1/pg_ctl" -D data -w -l log -o "-c listen_addresses=127.0.0.1 -c port=$2 -c unix_socket_directories= \
            -c fsync=off -c full_page_writes=off -c max_connections=400 -c max_wal_size=256MB" start >>log 2>&1 &&
            echo started || { cat log; echo failed; }
            cat >/dev/null
            "$1/pg_ctl" -D data -m immediate -w stop >/dev/null 2>&1
            cd / && rm -rf "$folder"
            """
        // The server doesn't run as root.
        let isRoot = getuid() == 0
        let command = ["/bin/sh", "-c", script, "sh", programs, String(port)]
        let guardian = Process()
        guardian.executableURL = URL(filePath: isRoot ? "/usr/sbin/runuser" : command[0])
        guardian.arguments = isRoot ? ["-u", "postgres", "--"] + command : Array(command.dropFirst())
        let output = Pipe()
        guardian.standardInput = input
        guardian.standardOutput = output
        try guardian.run()
        var answer = ""
        while !answer.hasSuffix("started\n"), !answer.hasSuffix("failed\n") {
            let data = output.fileHandleForReading.availableData
            if data.isEmpty { break }
            answer += String(decoding: data, as: UTF8.self)
        }
        guard answer.hasSuffix("started\n") else {
            throw NotStarted(description: "The server of PostgreSQL for the tests didn't start.\n\(answer)")
        }
    }

    /// Returns an unused port of the loopback interface.
    private static func freePort() throws -> Int {
        #if canImport(Glibc)
            let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        #else
            let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard isBound else { throw NotStarted(description: "No port is free for the server of PostgreSQL.") }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
