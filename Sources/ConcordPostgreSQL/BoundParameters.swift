import CConcordPostgreSQL
import ConcordCore
import ConcordDatabase

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The parameters of a statement with their types. Values are in binary format if it is exact.
struct BoundParameters {
    private(set) var types: [Oid] = []
    private var lengths: [CInt] = []
    private var formats: [CInt] = []
    /// The offset of each value in the bytes, or `nil` for null.
    private var starts: [Int?] = []
    private var bytes: [UInt8] = []

    /// Encodes the values.
    ///
    /// - Throws: `DatabaseError` of the kind `invalidValue` for a value that PostgreSQL can't store.
    init(_ statement: SQLStatement) throws {
        let count = statement.bindings.count
        types.reserveCapacity(count)
        lengths.reserveCapacity(count)
        formats.reserveCapacity(count)
        starts.reserveCapacity(count)
        for value in statement.bindings {
            let start = bytes.count
            guard let type = append(value) else {
                let message = "PostgreSQL can't store strings with U+0000 or durations beyond 292,000 years."
                throw DatabaseError(.invalidValue, message, statement: statement)
            }
            types.append(type.rawValue)
            starts.append(type == .unknown ? nil : start)
            lengths.append(CInt(clamping: bytes.count - start))
            formats.append(type == .numeric ? 0 : 1)
            // The terminator of a value in text format.
            bytes.append(0)
        }
        guard types.count <= UInt16.max else {
            throw DatabaseError(
                .other, "PostgreSQL accepts at most 65,535 values in a statement.", statement: statement)
        }
    }

    /// Appends a value and returns its type, or `nil` if PostgreSQL can't store the value.
    private mutating func append(_ value: QueryValue) -> ServerType? {
        switch value {
        // The server infers the type from the context of the parameter.
        case .null: return .unknown
        case .boolean(let value): return append(value ? 1 as UInt8 : 0, .bool)
        case .integer(let value): return append(value, .int8)
        case .unsigned(let value): return append(text: String(value), .numeric)
        case .double(let value): return append(value.bitPattern, .float8)
        case .decimal(let value): return append(text: value.description, .numeric)
        case .text(let value): return append(text: value, .text)
        case .bytes(let value):
            bytes += value
            return .bytea
        case .uuid(let value):
            withUnsafeBytes(of: value.uuid) { bytes += $0 }
            return .uuid
        case .timestamp(let value):
            return append(Int64(value.microsecondsSince1970) - ServerType.microsecondsTo2000, .timestamptz)
        case .date(let value): return append(Int32(value.daysSince1970) - ServerType.daysTo2000, .date)
        case .time(let value):
            _ = append(value.microseconds, .timetz)
            // The server counts seconds west of Greenwich.
            return append(Int32(-value.offset * 60), .timetz)
        case .interval(let value):
            guard let microseconds = value.microseconds else { return nil }
            _ = append(microseconds, .interval)
            // No days and months, because their lengths vary.
            return append(0 as Int64, .interval)
        case .json(let value): return append(json: value)
        case .array: return append(json: value.json)
        }
    }

    private mutating func append(_ value: some FixedWidthInteger, _ type: ServerType) -> ServerType {
        withUnsafeBytes(of: value.bigEndian) { bytes += $0 }
        return type
    }

    private mutating func append(text: String, _ type: ServerType) -> ServerType? {
        let start = bytes.count
        bytes += text.utf8
        return bytes[start...].contains(0) ? nil : type
    }

    private mutating func append(json: JSON) -> ServerType? {
        // The version of the format.
        bytes.append(1)
        return append(text: json.storedText, .jsonb)
    }

    /// Executes a statement once.
    func execute(_ text: String, _ link: ServerLink) -> ServerResult {
        withPointers { values in
            ServerResult(
                PQexecParams(
                    link.pointer, text, CInt(types.count), types, values, lengths, formats, Self.binaryResult))
        }
    }

    /// Prepares a statement on the server.
    func prepare(_ text: String, as name: String, _ link: ServerLink) -> ServerResult {
        ServerResult(PQprepare(link.pointer, name, text, CInt(types.count), types))
    }

    /// Executes a prepared statement.
    func executePrepared(_ name: String, _ link: ServerLink) -> ServerResult {
        withPointers { values in
            ServerResult(
                PQexecPrepared(link.pointer, name, CInt(types.count), values, lengths, formats, Self.binaryResult))
        }
    }

    private static let binaryResult: CInt = 1

    private func withPointers(_ body: ([UnsafePointer<CChar>?]) -> ServerResult) -> ServerResult {
        bytes.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { bytes in
                body(starts.map { start in start.flatMap { bytes.baseAddress?.advanced(by: $0) } })
            }
        }
    }
}
