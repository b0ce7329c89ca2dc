import ConcordDeclarations
import ConcordMigrations
import ConcordOutline
import ConcordTimes
import Foundation

extension BoundNumber {
    /// Reads a number from a literal of a `Number`, as Swift does.
    init?(literal value: ConcordOutline.Expression) {
        guard case .number(let written) = value, let text = value.decimal else { return nil }
        let isHexadecimal = written.contains("x")
        guard !isHexadecimal, text.contains(where: { ".eE".contains($0) }) else {
            self.init(text)
            return
        }
        guard let number = Double(text), number.isFinite else { return nil }
        self.init(shortest: number)
    }

    /// Creates the number for a keyword's text, as in the expansion of `@Field`.
    init(keyword text: String) {
        let isShort = text.utf8.count <= 15 && !text.contains { "eE".contains($0) }
        guard isShort, text.contains("."), let number = Double(text) else {
            self.init(text)
            return
        }
        self.init(shortest: number)
    }
}

extension ColumnLiteral {
    /// Reads a value in a migration, such as `.text("active")`.
    init?(migration value: ConcordOutline.Expression) {
        switch value {
        case .member(_, "null"): self = .null
        case .member(_, "now"): self = .now
        case .call(let callee, let list):
            var arguments = OperationArguments(list)
            guard let name = callee.calledName else { return nil }
            if name == "bytes" {
                guard let text = arguments.text("base64") else { return nil }
                self = .bytes(base64: text)
                return
            }
            guard let argument = arguments.value(), let literal = Self.literal(name, argument) else { return nil }
            self = literal
        default: return nil
        }
    }

    private static func literal(_ name: String, _ value: ConcordOutline.Expression) -> ColumnLiteral? {
        switch (name, value) {
        case ("boolean", .boolean(let value)): .boolean(value)
        case ("text", .string(let text)): .text(text)
        case ("integer", .number): value.decimal.flatMap { Int64($0) }.map { .integer($0) }
        case ("unsigned", .number): value.decimal.flatMap { UInt64($0) }.map { .unsigned($0) }
        case ("double", .number): value.decimal.flatMap { Double($0) }.map { .double($0) }
        case ("decimal", .number): Decimal(literal: value).map { .text("\($0)") }
        case ("interval", _): Duration(literal: value).map { .interval($0) }
        default: nil
        }
    }
}

extension Decimal {
    /// Reads a number from a literal of a `Decimal`, as Swift does.
    init?(literal value: ConcordOutline.Expression) {
        guard let text = value.decimal else { return nil }
        if text.contains(where: { ".eE".contains($0) }) {
            guard let number = Double(text), number.isFinite else { return nil }
            self.init(floatLiteral: number)
        } else {
            guard let number = Int(text) else { return nil }
            self.init(integerLiteral: number)
        }
    }
}

extension Duration {
    /// Reads a duration such as `.seconds(90)`.
    init?(literal value: ConcordOutline.Expression) {
        switch value {
        case .member(nil, "zero"), .member(.reference("Duration")?, "zero"): self = .zero
        case .call(let callee, let arguments):
            guard arguments.count == 1, arguments[0].label == nil, let text = arguments[0].value.decimal else {
                return nil
            }
            let count = Int64(text)
            switch (callee.calledName, count) {
            case ("seconds", let count?): self = .seconds(count)
            case ("seconds", nil):
                guard let number = Double(text) else { return nil }
                self = .seconds(number)
            case ("milliseconds", let count?): self = .milliseconds(count)
            case ("microseconds", let count?): self = .microseconds(count)
            case ("nanoseconds", let count?): self = .nanoseconds(count)
            default: return nil
            }
        default: return nil
        }
    }
}
