public import ConcordCore

/// An SQL statement and the values of its parameters.
public struct SQLStatement: Hashable, Sendable {
    /// The text of the statement, with a parameter for each value.
    public let text: String
    /// The values, in the order of the parameters.
    public let bindings: [QueryValue]

    /// Creates a statement.
    public init(_ text: String, _ bindings: [QueryValue] = []) {
        self.text = text
        self.bindings = bindings
    }
}

extension SQLStatement: ExpressibleByStringLiteral {
    /// Creates a statement without parameters.
    public init(stringLiteral text: StaticString) { self.init("\(text)") }
}

extension SQLStatement: CustomStringConvertible {
    /// The text, followed by the values.
    public var description: String {
        bindings.isEmpty ? text : "\(text) -- \(bindings.map(\.description).joined(separator: ", "))"
    }
}

/// A custom SQL query whose interpolated values become parameters: `"SELECT name FROM station WHERE elevation >
/// \(height)"`.
///
/// A query can only be created from a literal, so a string from a client can't become part of its text.
public struct SQLQuery: ExpressibleByStringInterpolation, Sendable {
    private let parts: [Part]

    fileprivate enum Part: Sendable {
        case text(String)
        case value(QueryValue, _Core.ColumnType)
    }

    /// Creates a query without values.
    public init(stringLiteral value: StaticString) { parts = [.text("\(value)")] }

    /// Creates a query with interpolated values.
    public init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

    /// Collects the parts of a query.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var parts: [Part] = []

        // The protocol documents its members.
        // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
        public init(literalCapacity: Int, interpolationCount: Int) {}

        // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
        public mutating func appendLiteral(_ literal: StaticString) { parts.append(.text("\(literal)")) }

        /// Adds a parameter with a value.
        public mutating func appendInterpolation<Value: ColumnValue>(_ value: Value) {
            parts.append(.value(value.queryValue, Value.columnType))
        }

        /// Adds a parameter with the raw value of a case.
        public mutating func appendInterpolation<Value: RawRepresentable>(_ value: Value)
        where Value.RawValue: ColumnValue {
            parts.append(.value(value.rawValue.queryValue, Value.RawValue.columnType))
        }
    }

    func statement(for dialect: Dialect) -> SQLStatement {
        var text = ""
        var bindings: [QueryValue] = []
        for part in parts {
            switch part {
            case .text(let part): text += part
            case .value(let value, let type):
                bindings.append(value)
                text += dialect.parameter(bindings.count, of: type)
            }
        }
        return SQLStatement(text, bindings)
    }
}
