import ConcordDeclarations
import ConcordMigrations
import ConcordOutline
import Foundation

extension FieldType {
    /// Returns the column value of an expression, or `nil` if it is known only at run time.
    func literal(_ value: ConcordOutline.Expression) -> ColumnLiteral? {
        switch (self, value) {
        case (.boolean, .boolean(let value)): return .boolean(value)
        case (.text, .string(let text)): return .text(text)
        case (.double, .number): return number(value).map { .double($0) }
        case (.float, .number): return number(value).map { .double(Double(Float($0))) }
        case (.decimal, .number): return Decimal(literal: value).map { .text("\($0)") }
        case (.integer, .number), (.unsigned, .number):
            guard let text = value.decimal else { return nil }
            return Int64(text).map { .integer($0) } ?? UInt64(text).map { .unsigned($0) }
        case (.timestamp, _) where value.isNow: return .now
        case (.interval, _): return Duration(literal: value).map { .interval($0) }
        case (.bytes, .call(let callee, [])) where callee.calledName == "Data": return .bytes(base64: "")
        case (.enumeration(let raw, let cases, _), .member(_, let name)):
            return cases.first { $0.name == name }.flatMap { raw.literal($0.value.expression) }
        case (.optional(let wrapped), _): return wrapped.optionalLiteral(value)
        case (.json, .null): return .null
        case (.json, _), (.jsonPart, _), (.array, _), (.other, _):
            guard let text = json(value)?.text, text != "null" || isJSON else { return nil }
            return .text(text)
        default: return nil
        }
    }

    private var isJSON: Bool { if case .json = self { true } else { false } }

    private func number(_ value: ConcordOutline.Expression) -> Double? { value.decimal.flatMap { Double($0) } }

    private func optionalLiteral(_ value: ConcordOutline.Expression) -> ColumnLiteral? {
        switch value {
        case .null, .member(nil, "null"): return .null
        case .call(.member(_, "value"), let arguments) where arguments.count == 1: return literal(arguments[0].value)
        default: return literal(value)
        }
    }

    /// Returns a literal as JSON, as a database stores it.
    private func json(_ value: ConcordOutline.Expression) -> StoredJSON? {
        switch self {
        case .json, .jsonPart: return Self.anyJSON(value)
        case .array(let element):
            guard case .array(let elements) = value else { return nil }
            let values = elements.compactMap { element.json($0) }
            return values.count == elements.count ? .array(values) : nil
        case .boolean, .text: return Self.anyJSON(value)
        case .integer, .unsigned: return value.decimal.flatMap { Int64($0) }.map { .number(String($0)) }
        case .double: return number(value).map { .number(BoundNumber(shortest: $0).text) }
        case .enumeration(let raw, let cases, _):
            guard case .member(_, let name) = value else { return nil }
            return cases.first { $0.name == name }.flatMap { raw.json($0.value.expression) }
        case .other:
            // The order of a dictionary's keys is not known.
            if case .dictionary(let elements) = value, elements.isEmpty { return .object([]) }
            return nil
        default: return nil
        }
    }

    private static func anyJSON(_ value: ConcordOutline.Expression) -> StoredJSON? {
        switch value {
        case .null: return .null
        case .boolean(let value): return .boolean(value)
        case .number: return BoundNumber(literal: value).map { .number($0.text) }
        case .string(let text): return .string(text)
        case .array(let elements):
            let values = elements.compactMap(anyJSON)
            return values.count == elements.count ? .array(values) : nil
        case .dictionary(let elements):
            let members = elements.compactMap { element -> (key: String, value: StoredJSON)? in
                guard case .string(let key) = element.key else { return nil }
                return anyJSON(element.value).map { (key, $0) }
            }
            return members.count == elements.count ? .object(members) : nil
        default: return nil
        }
    }
}

extension ConcordOutline.Expression {
    /// Whether the expression is the current time: `.now`, `Date.now` or `Date()`.
    fileprivate var isNow: Bool {
        switch self {
        case .member(nil, "now"), .member(.reference("Date")?, "now"): true
        case .call(let callee, []): callee.calledName == "Date" || callee.calledName == "init"
        default: false
        }
    }
}
