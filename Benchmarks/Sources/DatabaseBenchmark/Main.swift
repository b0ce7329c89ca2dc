import ConcordCore
import ConcordDatabase
import ConcordPostgreSQL
import ConcordSQLite
import Foundation

/// `DatabaseBenchmark SUBJECT TASK TIMES URL` repeats a task and prints nothing. The caller measures its cost.
@main
enum DatabaseBenchmark {
    static let rows = 10_000

    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 5, let times = Int(arguments[3]) else {
            fatalError("usage: DatabaseBenchmark concord|bare nothing|create|insert|read|join|update|list TIMES URL")
        }
        let (subject, task, url) = (arguments[1], arguments[2], arguments[4])
        if subject == "bare" {
            if url.hasPrefix("postgres") { return try BareLibPQ(url).run(task, times) }
            return try BareGRDB(String(url.dropFirst("sqlite:".count))).run(task, times)
        }
        let database = Database(
            url.hasPrefix("postgres")
                ? try PostgreSQLDatabase(url: url) : try SQLiteDatabase(path: String(url.dropFirst("sqlite:".count))))
        try await database.run {
            for _ in 0..<times { try await Self.run(task, in: database) }
        }
    }

    private static func run(_ task: String, in database: Database) async throws {
        switch task {
        case "create":
            try await database.createTables(for: [Station.self])
            try await Owner.objects.bulkInsert((0..<100).map { Owner(id: 0, email: "owner\($0)@x.no") })
            try await Station.objects.bulkInsert(stations)
        case "insert": try await Station.objects.bulkInsert(stations)
        case "read":
            let found = try await Station.objects.limit(rows).fetch()
            precondition(found.count == rows)
        case "join":
            let found = try await Station.objects.limit(rows)
                .filter { $0.owner.email.hasPrefix("owner1") && $0.elevation >= 100 }.fetch()
            precondition(!found.isEmpty)
        case "update":
            let first = Station.objects.filter { $0.id <= rows }
            let count = try await first.update(.set(\.elevation, to: { $0.elevation + 1 }))
            precondition(count == rows)
        case "list":
            let settings = _Core.GenericViewSettings<Station>(filters: [], parsers: [.json], renderers: [.json])
            for _ in 0..<100 {
                let response = try await Stations.list(APIRequest(.get, "/stations?page=7"), settings)
                precondition(response.status == 200)
            }
        default: break
        }
    }

    static let created = Date(timeIntervalSince1970: 1_700_000_000)

    static let stations = (0..<rows).map { number in
        Station(
            id: 0, name: "Station \(number)", elevation: Double(number % 3000), status: "active",
            owner: number % 100 + 1, created: created)
    }
}
