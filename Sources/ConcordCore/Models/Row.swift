#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension _Core {
    /// The type of timestamps, for the properties that a macro adds to a file that doesn't import Foundation.
    public typealias Timestamp = Date

    /// A row of a result. The driver of a database reads its columns by index.
    public protocol Row {
        /// Returns whether the column is null.
        func isNull(at index: Int) -> Bool
        /// Returns the value of a column. Throws ``UnreadableColumn`` if it has another type.
        func boolean(at index: Int) throws -> Bool
        func integer(at index: Int) throws -> Int64
        func unsigned(at index: Int) throws -> UInt64
        func double(at index: Int) throws -> Double
        func decimal(at index: Int) throws -> Decimal
        func text(at index: Int) throws -> String
        func bytes(at index: Int) throws -> Data
        func uuid(at index: Int) throws -> UUID
        func timestamp(at index: Int) throws -> Date
        func date(at index: Int) throws -> CalendarDate
        func time(at index: Int) throws -> TimeOfDay
        func interval(at index: Int) throws -> Duration
        func json(at index: Int) throws -> JSON
    }

    /// The error for a column value whose type doesn't match its field.
    public struct UnreadableColumn: Error, CustomStringConvertible {
        /// The description of the error.
        public let description: String

        /// Creates the error for a column.
        public init(_ index: Int, expected: String, found: String) {
            description = "column \(index + 1) has \(found), but \(expected) was expected"
        }
    }
}

extension _Core {
    /// Reads the columns of a row in order. The expansion of `@Model` creates objects with it.
    public struct RowReader {
        private let row: any Row
        private var index: Int

        /// Creates a reader that begins at a column.
        public init(_ row: any Row, from index: Int = 0) {
            self.row = row
            self.index = index
        }

        /// Returns the next column as a type with a column type.
        public mutating func next<C: Codec>(_ codec: C) throws -> C.Value where C.Value: ColumnValue {
            defer { index += 1 }
            return try C.Value(row, at: index)
        }

        /// Returns the next column as a case of an enum.
        public mutating func next<C: Codec>(_ codec: C) throws -> C.Value
        where C.Value: RawRepresentable, C.Value.RawValue: ColumnValue {
            defer { index += 1 }
            let rawValue = try C.Value.RawValue(row, at: index)
            guard let value = C.Value(rawValue: rawValue) else {
                throw UnreadableColumn(index, expected: "a value of '\(C.Value.self)'", found: "'\(rawValue)'")
            }
            return value
        }

        /// Returns the next column, decoded from JSON.
        @_disfavoredOverload
        public mutating func next<C: Codec>(_ codec: C) throws -> C.Value {
            defer { index += 1 }
            let json = row.isNull(at: index) ? JSON.null : try row.json(at: index)
            guard let value = codec.value(ofStored: json) else {
                throw UnreadableColumn(index, expected: "a value of '\(C.Value.self)'", found: "\(json)")
            }
            return value
        }

        /// Returns the next column, or `nil` if it is null.
        public mutating func nextIfPresent<C: Codec>(_ codec: C) throws -> C.Value? where C.Value: ColumnValue {
            skipsNull() ? nil : try next(codec)
        }

        /// Returns the next column as a case of an enum, or `nil` if it is null.
        public mutating func nextIfPresent<C: Codec>(_ codec: C) throws -> C.Value?
        where C.Value: RawRepresentable, C.Value.RawValue: ColumnValue {
            skipsNull() ? nil : try next(codec)
        }

        /// Returns the next column, decoded from JSON, or `nil` if it is null.
        @_disfavoredOverload
        public mutating func nextIfPresent<C: Codec>(_ codec: C) throws -> C.Value? {
            skipsNull() ? nil : try next(codec)
        }

        private mutating func skipsNull() -> Bool {
            guard row.isNull(at: index) else { return false }
            index += 1
            return true
        }
    }

    /// Collects the values of an object's columns. The expansion of `@Model` uses it to store objects.
    public struct RowWriter {
        /// The values, in the order of the columns.
        public private(set) var values: [QueryValue] = []

        /// Creates an empty writer.
        public init() {}

        /// Appends a value of a type with a column type.
        public mutating func add<C: Codec>(_ value: C.Value, _ codec: C) where C.Value: ColumnValue {
            values.append(value.queryValue)
        }

        /// Appends a case of an enum.
        public mutating func add<C: Codec>(_ value: C.Value, _ codec: C)
        where C.Value: RawRepresentable, C.Value.RawValue: ColumnValue {
            values.append(value.rawValue.queryValue)
        }

        /// Appends a value as JSON.
        @_disfavoredOverload
        public mutating func add<C: Codec>(_ value: C.Value, _ codec: C) { values.append(codec.stored(value)) }

        /// Appends a value, or null for `nil`.
        public mutating func addIfPresent<C: Codec>(_ value: C.Value?, _ codec: C) where C.Value: ColumnValue {
            values.append(value?.queryValue ?? .null)
        }

        /// Appends a case of an enum, or null for `nil`.
        public mutating func addIfPresent<C: Codec>(_ value: C.Value?, _ codec: C)
        where C.Value: RawRepresentable, C.Value.RawValue: ColumnValue {
            values.append(value?.rawValue.queryValue ?? .null)
        }

        /// Appends a value as JSON, or null for `nil`.
        @_disfavoredOverload
        public mutating func addIfPresent<C: Codec>(_ value: C.Value?, _ codec: C) {
            values.append(value.map { codec.stored($0) } ?? .null)
        }
    }
}

extension _Core.Codec {
    /// Returns the database value for a type without a corresponding column type.
    func stored(_ value: Value) -> QueryValue {
        var writer = _Core.JSONWriter(side: .storage)
        write(value, to: &writer)
        let json = JSON(stored: writer.bytes)
        return json == .null ? .null : .json(json)
    }

    /// Returns the value for stored JSON.
    func value(ofStored json: JSON) -> Value? {
        var writer = _Core.JSONWriter(side: .storage)
        json.write(to: &writer)
        var issues = _Core.Issues()
        return _Core.JSONReader.read(writer.bytes, self, side: .storage, issues: &issues)
    }
}

extension JSON {
    /// Creates a value from stored JSON text. Invalid JSON results in null.
    package init(stored text: [UInt8]) {
        var issues = _Core.Issues()
        self = _Core.JSONReader.read(text, _Core.Wire.value(JSON.self), side: .storage, issues: &issues) ?? .null
    }

    /// The value as compact JSON.
    package var storedText: String {
        var writer = _Core.JSONWriter(side: .storage)
        write(to: &writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
