import CLibPQFloor
import Foundation

/// The same with libpq alone: prepared statements, and results in text form.
struct BareLibPQ {
    private let connection: OpaquePointer

    init(_ url: String) throws {
        guard let connection = PQconnectdb(url), PQstatus(connection) == CONNECTION_OK else {
            fatalError("there is no connection to '\(url)'")
        }
        self.connection = connection
    }

    func run(_ task: String, _ times: Int) throws {
        for _ in 0..<times {
            switch task {
            case "insert": insert()
            case "read": precondition(read("LIMIT 10000") == 10_000)
            case "join":
                let condition = """
                    JOIN owner ON owner.id = station.owner WHERE owner.email LIKE 'owner1%' AND station.elevation >= 100 \
                    ORDER BY station.id LIMIT 10000
                    """
                precondition(read(condition) > 0)
            case "update": execute("UPDATE station SET elevation = elevation + 1 WHERE id <= 10000")
            default: break
            }
        }
    }

    private func execute(_ text: String) {
        let result = PQexec(connection, text)
        precondition(PQresultStatus(result) == PGRES_COMMAND_OK, String(cString: PQerrorMessage(connection)))
        PQclear(result)
    }

    /// As many rows in a statement as Concord has in one.
    private func insert() {
        execute("BEGIN")
        for start in stride(from: 0, to: DatabaseBenchmark.rows, by: 333) {
            let stations = DatabaseBenchmark.stations[start..<min(start + 333, DatabaseBenchmark.rows)]
            var values: [String] = []
            var rows: [String] = []
            for station in stations {
                let first = values.count
                values += [
                    station.name, station.elevation.map { "\($0)" } ?? "", station.status, "\(station.owner)",
                    "2023-11-14T22:13:20Z",
                ]
                rows.append("(\((1...5).map { "$\(first + $0)" }.joined(separator: ", ")))")
            }
            let columns = "name, elevation, status, owner, created"
            let text = "INSERT INTO station (\(columns)) VALUES \(rows.joined(separator: ", "))"
            let pointers = values.map { UnsafePointer(strdup($0)) }
            let result = PQexecParams(connection, text, Int32(values.count), nil, pointers, nil, nil, 0)
            precondition(PQresultStatus(result) == PGRES_COMMAND_OK, String(cString: PQerrorMessage(connection)))
            PQclear(result)
            for pointer in pointers { free(UnsafeMutablePointer(mutating: pointer)) }
        }
        execute("COMMIT")
    }

    private func read(_ condition: String) -> Int {
        let columns = "station.id, name, elevation, status, owner, extract(epoch FROM created)"
        let text = "SELECT \(columns) FROM station \(condition)"
        let result = PQexecParams(connection, text, 0, nil, nil, nil, nil, 0)
        defer { PQclear(result) }
        var stations: [Station] = []
        for row in 0..<PQntuples(result) {
            func value(_ column: Int32) -> String { String(cString: PQgetvalue(result, row, column)) }
            stations.append(
                Station(
                    id: Int(value(0)) ?? 0, name: value(1), elevation: Double(value(2)), status: value(3),
                    owner: Int(value(4)) ?? 0, created: Date(timeIntervalSince1970: Double(value(5)) ?? 0)))
        }
        return stations.count
    }
}
