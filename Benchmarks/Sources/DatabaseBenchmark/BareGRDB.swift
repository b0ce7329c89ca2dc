import Foundation
import GRDB

/// The same with GRDB alone: prepared statements, and rows read by position.
struct BareGRDB {
    private let database: DatabasePool

    init(_ path: String) throws { database = try DatabasePool(path: path) }

    func run(_ task: String, _ times: Int) throws {
        for _ in 0..<times {
            switch task {
            case "insert": try insert()
            case "read": try expect(read("LIMIT 10000") == 10_000)
            case "join":
                let condition = """
                    JOIN owner ON owner.id = station.owner WHERE owner.email GLOB 'owner1*' AND station.elevation >= 100 \
                    ORDER BY station.id LIMIT 10000
                    """
                try expect(read(condition) > 0)
            case "update":
                try database.write {
                    try $0.execute(sql: "UPDATE station SET elevation = elevation + 1 WHERE id <= 10000")
                }
            default: break
            }
        }
    }

    private func expect(_ isExpected: Bool) { precondition(isExpected) }

    private func insert() throws {
        try database.write { database in
            let statement = try database.cachedStatement(
                sql: "INSERT INTO station (name, elevation, status, owner, created) VALUES (?, ?, ?, ?, ?)")
            for station in DatabaseBenchmark.stations {
                try statement.execute(arguments: [
                    station.name, station.elevation, station.status, station.owner, "2023-11-14T22:13:20Z",
                ])
            }
        }
    }

    private func read(_ condition: String) throws -> Int {
        let text = "SELECT station.id, name, elevation, status, owner, created FROM station \(condition)"
        return try database.read { database in
            let rows = try Row.fetchCursor(database, sql: text)
            var stations: [Station] = []
            while let row = try rows.next() {
                stations.append(
                    Station(
                        id: row[0], name: row[1], elevation: row[2], status: row[3], owner: row[4],
                        created: row[5]))
            }
            return stations.count
        }
    }
}
