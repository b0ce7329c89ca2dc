public import ConcordCore

/// A statement in SQL, and the values that are bound to its parameters.
public struct SQLStatement: Hashable, Sendable {
    /// The text, with a parameter for each value.
    public let text: String
    /// The values, in the order of the parameters.
    public let bindings: [QueryValue]

    /// Makes a statement.
    public init(_ text: String, _ bindings: [QueryValue] = []) {
        self.text = text
        self.bindings = bindings
    }
}

extension SQLStatement: ExpressibleByStringLiteral {
    /// A statement without parameters.
    public init(stringLiteral text: StaticString) { self.init("\(text)") }
}

extension SQLStatement: CustomStringConvertible {
    /// The text, and behind it the values.
    public var description: String {
        bindings.isEmpty ? text : "\(text) -- \(bindings.map(\.description).joined(separator: ", "))"
    }
}

/// SQL of an app's own, whose interpolations are bound: `"SELECT name FROM station WHERE elevation > \(height)"`.
///
/// Only a literal makes one, so no string that a client sent can become a part of the text.
public struct SQLQuery: ExpressibleByStringInterpolation, Sendable {
    private let parts: [Part]

    fileprivate enum Part: Sendable {
        case text(String)
        case value(QueryValue, _Core.ColumnType)
    }

    /// A text without values.
    public init(stringLiteral value: StaticString) { parts = [.text("\(value)")] }

    /// A text with values in it.
    public init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

    /// Collects the parts of a text.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var parts: [Part] = []

        // What a protocol's members do is said where the protocol declares them.
        // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
        public init(literalCapacity: Int, interpolationCount: Int) {}

        // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
        public mutating func appendLiteral(_ literal: StaticString) { parts.append(.text("\(literal)")) }

        /// Binds a value.
        public mutating func appendInterpolation<Value: ColumnValue>(_ value: Value) {
            parts.append(.value(value.queryValue, Value.columnType))
        }

        /// Binds the raw value of a case.
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
