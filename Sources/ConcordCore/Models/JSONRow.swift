#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The elements of a stored array, read like the columns of a row.
struct JSONRow: _Core.Row {
    let elements: [JSON]

    private func read<Value>(_ index: Int, _ expected: String, _ value: (JSON) -> Value?) throws -> Value {
        let element = elements[index]
        guard let value = value(element) else {
            throw _Core.UnreadableColumn(index, expected: expected, found: "\(element)")
        }
        return value
    }

    private func parsed<Value>(_ index: Int, _ expected: String, _ value: (String) -> Value?) throws -> Value {
        try read(index, expected) { if case .string(let text) = $0 { value(text) } else { nil } }
    }

    private func number<Value>(_ index: Int, _ value: (Number) -> Value?) throws -> Value {
        try read(index, "a number") { if case .number(let number) = $0 { value(number) } else { nil } }
    }

    func isNull(at index: Int) -> Bool { elements[index] == .null }
    func boolean(at index: Int) throws -> Bool {
        try read(index, "true or false") { if case .bool(let value) = $0 { value } else { nil } }
    }
    func integer(at index: Int) throws -> Int64 { try number(index) { $0.exactly(Int64.self) } }
    func unsigned(at index: Int) throws -> UInt64 { try number(index) { $0.exactly(UInt64.self) } }
    func double(at index: Int) throws -> Double { try number(index) { $0.double } }
    func decimal(at index: Int) throws -> Decimal { try parsed(index, "a decimal") { Decimal(string: $0) } }
    func text(at index: Int) throws -> String { try parsed(index, "text") { $0 } }
    func bytes(at index: Int) throws -> Data { try parsed(index, "bytes") { Data(base64Encoded: $0) } }
    func uuid(at index: Int) throws -> UUID { try parsed(index, "a UUID") { UUID(uuidString: $0) } }
    func timestamp(at index: Int) throws -> Date { try parsed(index, "a timestamp") { Date(rfc3339: $0) } }
    func date(at index: Int) throws -> CalendarDate { try parsed(index, "a date") { CalendarDate($0) } }
    func time(at index: Int) throws -> TimeOfDay { try parsed(index, "a time") { TimeOfDay($0) } }
    func interval(at index: Int) throws -> Duration { try parsed(index, "a duration") { Duration(iso8601: $0) } }
    func json(at index: Int) throws -> JSON { elements[index] }
}

extension QueryValue {
    /// Returns the elements of an array as column values of the given types.
    package static func values(_ elements: [JSON], of types: [_Core.ColumnType]) throws -> [QueryValue] {
        let row = JSONRow(elements: elements)
        return try zip(elements.indices, types).map { try QueryValue(row, at: $0, $1) }
    }

    /// The value as an element of a stored array.
    package var json: JSON {
        switch self {
        case .null: .null
        case .boolean(let value): .bool(value)
        case .integer(let value): .number(Number(value))
        case .unsigned(let value): .number(Number(value))
        case .double(let value): Number(value).map { .number($0) } ?? .null
        case .decimal(let value): .string(value.description)
        case .text(let value): .string(value)
        case .bytes(let value): .string(value.base64EncodedString())
        case .uuid(let value): .string(value.lowercasedText)
        case .timestamp(let value): .string(value.rfc3339)
        case .date(let value): .string(value.description)
        case .time(let value): .string(value.description)
        case .interval(let value): .string(value.iso8601)
        case .json(let value): value
        case .array(let values): .array(values.map(\.json))
        }
    }
}
