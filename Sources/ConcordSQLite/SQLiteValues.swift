import ConcordCore
import ConcordDatabase
import GRDBSQLite

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// The representation of values in SQLite, which has integers, floating-point numbers, text and blobs.

extension QueryValue {
    /// Binds the value to a parameter, and returns the result code. GRDB would truncate text at a NUL character.
    func bind(to statement: OpaquePointer, at index: CInt) -> CInt {
        switch self {
        case .null: sqlite3_bind_null(statement, index)
        case .boolean(let value): sqlite3_bind_int64(statement, index, value ? 1 : 0)
        case .integer(let value): sqlite3_bind_int64(statement, index, value)
        // Text sorts after numbers, and these strings all have the same length.
        case .unsigned(let value): value.paddedText.bind(to: statement, at: index)
        case .double(let value): sqlite3_bind_double(statement, index, value)
        case .decimal(let value): value.description.bind(to: statement, at: index)
        case .text(let value): value.bind(to: statement, at: index)
        case .bytes(let value): value.bind(to: statement, at: index)
        case .uuid(let value): value.lowercasedText.bind(to: statement, at: index)
        case .timestamp(let value): value.microsecondText.bind(to: statement, at: index)
        case .date(let value): value.description.bind(to: statement, at: index)
        case .time(let value): value.description.bind(to: statement, at: index)
        case .interval(let value):
            value.microseconds.map { sqlite3_bind_int64(statement, index, $0) } ?? SQLITE_RANGE
        case .json(let value): value.storedText.bind(to: statement, at: index)
        case .array: json.storedText.bind(to: statement, at: index)
        }
    }
}

/// `SQLITE_TRANSIENT`: SQLite copies the bound value.
private let copied = unsafeBitCast(OpaquePointer(bitPattern: -1), to: sqlite3_destructor_type.self)

extension String {
    fileprivate func bind(to statement: OpaquePointer, at index: CInt) -> CInt {
        var text = self
        return text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                // A null pointer would bind null.
                guard let start = characters.baseAddress else {
                    return sqlite3_bind_text(statement, index, "", 0, copied)
                }
                return sqlite3_bind_text(statement, index, start, CInt(characters.count), copied)
            }
        }
    }
}

extension Data {
    fileprivate func bind(to statement: OpaquePointer, at index: CInt) -> CInt {
        guard !isEmpty else { return sqlite3_bind_zeroblob(statement, index, 0) }
        return withUnsafeBytes { sqlite3_bind_blob(statement, index, $0.baseAddress, CInt($0.count), copied) }
    }
}

extension UInt64 {
    fileprivate var paddedText: String {
        let digits = String(self)
        return String(repeating: "0", count: 20 - digits.count) + digits
    }
}

/// The current row of a statement.
struct SQLiteRow: _Core.Row {
    let handle: OpaquePointer

    func isNull(at index: Int) -> Bool { sqlite3_column_type(handle, CInt(index)) == SQLITE_NULL }

    func boolean(at index: Int) throws -> Bool { try integer(at: index) != 0 }

    func integer(at index: Int) throws -> Int64 {
        guard sqlite3_column_type(handle, CInt(index)) == SQLITE_INTEGER else {
            throw unreadable(index, "an integer")
        }
        return sqlite3_column_int64(handle, CInt(index))
    }

    func unsigned(at index: Int) throws -> UInt64 {
        if sqlite3_column_type(handle, CInt(index)) == SQLITE_INTEGER,
            let value = UInt64(exactly: try integer(at: index))
        {
            return value
        }
        return try parsed(index, "an unsigned integer") { UInt64($0) }
    }

    func double(at index: Int) throws -> Double {
        switch sqlite3_column_type(handle, CInt(index)) {
        case SQLITE_FLOAT, SQLITE_INTEGER: return sqlite3_column_double(handle, CInt(index))
        default: throw unreadable(index, "a number")
        }
    }

    func decimal(at index: Int) throws -> Decimal { try parsed(index, "a decimal") { Decimal(string: $0) } }

    func text(at index: Int) throws -> String { String(decoding: try utf8(at: index), as: UTF8.self) }

    /// The bytes of a text, which are valid until the next use of the column.
    private func utf8(at index: Int) throws -> UnsafeBufferPointer<UInt8> {
        guard let text = sqlite3_column_text(handle, CInt(index)) else { throw unreadable(index, "text") }
        return UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(handle, CInt(index))))
    }

    func bytes(at index: Int) throws -> Data {
        guard !isNull(at: index) else { throw unreadable(index, "bytes") }
        guard let bytes = sqlite3_column_blob(handle, CInt(index)) else { return Data() }
        return Data(bytes: bytes, count: Int(sqlite3_column_bytes(handle, CInt(index))))
    }

    func uuid(at index: Int) throws -> UUID { try parsed(index, "a UUID") { UUID(uuidString: $0) } }
    func timestamp(at index: Int) throws -> Date {
        // Read without creating a string, because many rows have a timestamp.
        guard let value = Date(rfc3339: try utf8(at: index)) else {
            throw _Core.UnreadableColumn(index, expected: "a timestamp", found: "'\(try self.text(at: index))'")
        }
        return value
    }

    func date(at index: Int) throws -> CalendarDate { try parsed(index, "a date") { CalendarDate($0) } }
    func time(at index: Int) throws -> TimeOfDay { try parsed(index, "a time of day") { TimeOfDay($0) } }
    func interval(at index: Int) throws -> Duration { .microseconds(try integer(at: index)) }
    func json(at index: Int) throws -> JSON { JSON(stored: Array(try text(at: index).utf8)) }

    private func parsed<Value>(_ index: Int, _ expected: String, _ parse: (String) -> Value?) throws -> Value {
        let text = try text(at: index)
        guard let value = parse(text) else {
            throw _Core.UnreadableColumn(index, expected: expected, found: "'\(text)'")
        }
        return value
    }

    private func unreadable(_ index: Int, _ expected: String) -> _Core.UnreadableColumn {
        let found = isNull(at: index) ? "null" : (try? text(at: index)).map { "'\($0)'" } ?? "a value of another type"
        return _Core.UnreadableColumn(index, expected: expected, found: found)
    }
}
