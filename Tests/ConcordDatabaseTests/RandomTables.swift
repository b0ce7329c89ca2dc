import Concord
import ConcordDatabase
import Foundation

/// Random numbers that are the same for the same seed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}

/// Random tables.
enum RandomTables {
    private static let types: [_Core.ColumnType] = [
        .text, .integer(bits: 64), .double, .boolean, .uuid, .timestamp, .json, .integer(bits: 16), .integer(bits: 32),
        .unsigned, .decimal, .bytes, .date, .time, .interval,
    ]

    static func make(_ random: inout SeededGenerator) -> [TableDefinition] {
        var tables: [TableDefinition] = []
        for index in 0..<Int.random(in: 1...4, using: &random) {
            let name = "t\(index)"
            var columns: [ColumnDefinition] = [.field("id", .integer(bits: 64), .primaryKey)]
            for column in 0..<Int.random(in: 0...5, using: &random) {
                columns.append(self.column("c\(column)", tables + [TableDefinition(name, columns: [])], &random))
            }
            tables.append(withExtras(TableDefinition(name, columns: columns), &random))
        }
        return tables
    }

    private static func column(
        _ name: String, _ tables: [TableDefinition], _ random: inout SeededGenerator
    ) -> ColumnDefinition {
        var column = ColumnDefinition(name, types.randomElement(using: &random) ?? .text)
        column.isNullable = Bool.random(using: &random)
        switch Int.random(in: 0...5, using: &random) {
        case 0: column.isIndexed = true
        case 1:
            column.type = .integer(bits: 64)
            column.isNullable = true
            column.isIndexed = true
            let table = tables.randomElement(using: &random)?.name ?? "t0"
            column.reference = .init(table, "id", onDelete: .setNull)
        case 2 where column.type != .boolean:
            column.isNullable = true
            column.isUnique = true
        default: break
        }
        return column
    }

    private static func withExtras(_ table: TableDefinition, _ random: inout SeededGenerator) -> TableDefinition {
        var table = table
        table.constraints = []
        table.indexes = []
        if table.columns.count > 1, Bool.random(using: &random) {
            table.constraints = [UniqueConstraint("\(table.name)_both", table.columns.prefix(2).map(\.name))]
        }
        if Bool.random(using: &random) {
            table.indexes = [TableIndex("\(table.name)_first", table.columns.suffix(2).map(\.name))]
        }
        return table
    }

    /// The tables with bounds of columns, checks, and unique indexes of some rows, which the rows of `fill` satisfy.
    static func checked(_ tables: [TableDefinition], _ random: inout SeededGenerator) -> [TableDefinition] {
        tables.map { table in
            var table = table
            for index in table.columns.indices.dropFirst() where table.columns[index].reference == nil {
                guard Bool.random(using: &random) else { continue }
                switch table.columns[index].type {
                case .text: table.columns[index].bounds.maxLength = Int.random(in: 20...22, using: &random)
                case .integer, .double, .decimal: table.columns[index].bounds.minimum = 0
                default: break
                }
            }
            if Bool.random(using: &random) {
                let least = Int.random(in: -2...0, using: &random)
                table.checks = [CheckConstraint("\(table.name)_positive", "\"id\" > \(least)")]
            }
            if Bool.random(using: &random) {
                table.indexes.append(TableIndex("\(table.name)_some", ["id"], isUnique: true, where: "\"id\" > 1"))
            }
            return table
        }
    }

    static func changed(_ tables: [TableDefinition], _ random: inout SeededGenerator) -> [TableDefinition] {
        // Conversions between arbitrary types are excluded, too, and a name that is removed isn't added again
        // immediately.
        let names = Set(tables.flatMap { table in table.columns.map { "\(table.name).\($0.name)" } })
        var tables = tables
        if Int.random(in: 0...3, using: &random) == 0, tables.count > 1 {
            let gone = tables.removeLast().name
            for table in tables.indices { tables[table].columns.removeAll { $0.reference?.table == gone } }
        }
        for index in tables.indices {
            tables[index].columns.removeAll { $0.name != "id" && Int.random(in: 0...3, using: &random) == 0 }
            for column in tables[index].columns.indices.dropFirst() where Bool.random(using: &random) {
                let name = tables[index].columns[column].name
                let old = tables[index].columns[column]
                var new = self.column(name, Array(tables[...index]), &random)
                // Conversions between arbitrary types and values that aren't keys are not the subject of these tests.
                new.type = old.type
                if (old.reference == nil) != (new.reference == nil) { new = old }
                if old.type == .boolean { new.isUnique = false }
                tables[index].columns[column] = new
            }
            if Bool.random(using: &random), !names.contains("\(tables[index].name).new\(index)") {
                tables[index].columns.append(column("new\(index)", Array(tables[...index]), &random))
            }
            tables[index] = withExtras(tables[index], &random)
        }
        if Bool.random(using: &random), !names.contains("fresh.id") {
            tables += [TableDefinition("fresh", columns: make(&random)[0].columns.filter { $0.reference == nil })]
        }
        return tables
    }

    static func value(_ type: _Core.ColumnType, _ row: Int) -> QueryValue {
        switch type {
        case .text: .text("row \(row)")
        case .integer: .integer(Int64(row))
        case .double: .double(Double(row))
        case .boolean: .boolean(row % 2 == 0)
        case .uuid: .uuid(UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, UInt8(row))))
        case .timestamp: .timestamp(Date(timeIntervalSince1970: Double(row)))
        case .unsigned: .unsigned(UInt64.max - UInt64(row))
        case .decimal: .decimal(Decimal(row) / 10)
        case .bytes: .bytes(Data([UInt8(row), 0]))
        case .date: CalendarDate(year: 2026, month: 1, day: row + 1).map { .date($0) } ?? .null
        case .time: TimeOfDay(hour: row, minute: 30).map { .time($0) } ?? .null
        case .interval: .interval(.microseconds(row))
        case .json, .array: .json(.number(Number(row)))
        }
    }

    static func fill(_ tables: [TableDefinition], in database: Database) async throws {
        for table in tables {
            for row in 1...3 {
                // Keys refer to rows of earlier tables, or to none.
                let columns = table.columns.filter { $0.reference == nil }
                let names = columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
                let values = columns.map { $0.name == "id" ? .integer(Int64(row)) : value($0.type, row) }
                let parameters = (1...values.count).map { database.dialect.parameter($0) }.joined(separator: ", ")
                try await database.execute(
                    statement: SQLStatement("INSERT INTO \"\(table.name)\" (\(names)) VALUES (\(parameters))", values))
            }
        }
    }
}
