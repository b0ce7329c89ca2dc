import ConcordDeclarations
import ConcordMigrations
import ConcordNames
import ConcordOutline
import ConcordSwiftReader
import Foundation

/// Reads the conditions of a model's constraints.
struct ConstraintReading {
    /// A field that a condition can use.
    struct Field {
        let column: String
        let type: FieldType
    }

    /// The fields by their Swift names.
    let fields: [String: Field]

    /// A constraint with a condition.
    enum Constraint {
        case check(CheckConstraint)
        /// A unique constraint on some of the rows, which is an index in both databases.
        case unique(TableIndex)
    }

    /// Returns a constraint of a table, or `nil` if it can't be read without running the program.
    func constraint(_ value: ConcordOutline.Expression, of table: String) -> Constraint? {
        guard let (callee, arguments, closure) = Self.parts(of: value), let name = callee.calledName else { return nil }
        guard let condition = condition(closure.body, closure.parameter) else { return nil }
        if name == "check" {
            guard case .string(let name)? = arguments.first?.value, arguments.count == 1 else { return nil }
            return .check(CheckConstraint(name, condition.text))
        }
        var columns: [String] = []
        var stated: String?
        for argument in arguments {
            switch (argument.label, argument.value) {
            case (nil, .keyPath(_, let names)):
                guard let field = names.first.flatMap({ fields[$0] }), names.count == 1 else { return nil }
                columns.append(field.column)
            case ("name", .string(let text)): stated = text
            default: return nil
            }
        }
        guard name == "unique", !columns.isEmpty else { return nil }
        return .unique(
            TableIndex(
                stated ?? ConstraintName.unique(columns, of: table), columns, isUnique: true, where: condition.text))
    }

    /// Returns the function, the arguments and the closure of a call, whether or not the closure is inside the
    /// parentheses.
    private static func parts(
        of value: ConcordOutline.Expression
    ) -> (callee: ConcordOutline.Expression, arguments: [Argument], closure: ClosureCall)? {
        switch value {
        case .dynamic(let text):
            guard let closure = SwiftReader().closureCall(in: text),
                case .call(let callee, let arguments)? = closure.call
            else { return nil }
            return (callee, arguments, closure)
        case .call(let callee, var arguments):
            let index = arguments.firstIndex { if case .dynamic = $0.value { true } else { false } }
            guard let index, case .dynamic(let text) = arguments.remove(at: index).value,
                let closure = SwiftReader().closureCall(in: text), closure.call == nil
            else { return nil }
            return (callee, arguments, closure)
        default: return nil
        }
    }

    // MARK: Conditions

    private func condition(_ code: CodeExpression, _ row: String) -> TableCondition? {
        switch code {
        case .operation("&&", let operands): return joined(operands, row, \.conjuncts).map { .all($0) }
        case .operation("||", let operands): return joined(operands, row, \.disjuncts).map { .any($0) }
        case .operation("!", let operands): return condition(operands[0], row).map { .not($0) }
        case .operation(let symbol, let operands) where operands.count == 2:
            return Self.comparisons[symbol].flatMap { comparison(operands[0], $0, operands[1], row) }
        case .value(.call(.member(let base?, let name), let arguments)):
            return operand(base, row).flatMap { call(name, $0, arguments) }
        default: return nil
        }
    }

    private static let comparisons: [String: _Core.Comparison] = [
        "==": .equal, "!=": .notEqual, "<": .less, "<=": .lessOrEqual, ">": .greater, ">=": .greaterOrEqual,
    ]

    /// Returns the conditions on both sides of an operator. Consecutive conditions with the same operator are combined.
    private func joined(
        _ operands: [CodeExpression], _ row: String, _ parts: (TableCondition) -> [TableCondition]
    ) -> [TableCondition]? {
        let conditions = operands.compactMap { condition($0, row) }
        return conditions.count == operands.count ? conditions.flatMap(parts) : nil
    }

    private func comparison(
        _ left: CodeExpression, _ comparison: _Core.Comparison, _ right: CodeExpression, _ row: String
    ) -> TableCondition? {
        guard let left = operand(left, row) else { return nil }
        if let right = operand(right, row) { return .compareOperands(left.operand, comparison, right.operand) }
        guard case .value(let value) = right else { return nil }
        if value == .null { return .compare(left.operand, comparison, .null) }
        return left.type.comparand(value).map { .compare(left.operand, comparison, $0) }
    }

    private func call(_ name: String, _ operand: Operand, _ arguments: [Argument]) -> TableCondition? {
        if name == "isIn" {
            guard arguments.count == 1, case .array(let elements) = arguments[0].value else { return nil }
            let values = elements.compactMap { operand.type.comparand($0) }
            return values.count == elements.count ? .isIn(operand.operand, values) : nil
        }
        if name == "equals" {
            guard arguments.count == 1, arguments[0].label == "ignoringCase",
                case .string(let text) = arguments[0].value
            else { return nil }
            return .compare(operand.operand, .equalIgnoringCase, .text(text))
        }
        guard let (plain, ignoringCase) = Self.patterns[name], case .string(let text)? = arguments.first?.value else {
            return nil
        }
        switch arguments.dropFirst().first {
        case nil: return .compare(operand.operand, plain, .text(text))
        case let option? where option.label == "ignoringCase" && arguments.count == 2:
            guard case .boolean(let flag) = option.value else { return nil }
            return .compare(operand.operand, flag ? ignoringCase : plain, .text(text))
        default: return nil
        }
    }

    private static let patterns: [String: (_Core.Comparison, _Core.Comparison)] = [
        "contains": (.contains, .containsIgnoringCase), "hasPrefix": (.startsWith, .startsWithIgnoringCase),
        "hasSuffix": (.endsWith, .endsWithIgnoringCase),
    ]

    // MARK: Operands

    /// A value of the row, with the type of its field.
    private struct Operand {
        let operand: TableCondition.Operand
        let type: FieldType
    }

    private func operand(_ code: CodeExpression, _ row: String) -> Operand? {
        switch code {
        case .value(let value): return operand(value, row)
        case .operation(let symbol, let operands) where ["+", "-", "*", "/"].contains(symbol) && operands.count == 2:
            guard let left = operand(operands[0], row) else { return nil }
            if let right = operand(operands[1], row) {
                return Operand(operand: .arithmetic(left.operand, symbol, right.operand), type: left.type)
            }
            guard case .value(let value) = operands[1], let number = left.type.comparand(value) else { return nil }
            return Operand(operand: .arithmetic(left.operand, symbol, .value(number)), type: left.type)
        default: return nil
        }
    }

    /// Returns the column for a member of the closure's parameter.
    private func operand(_ value: ConcordOutline.Expression, _ row: String) -> Operand? {
        guard case .member(.reference(row)?, let name) = value, let field = fields[name] else { return nil }
        return Operand(operand: .column(field.column), type: field.type)
    }
}

extension FieldType {
    /// Returns the value with which a column of the type is compared.
    fileprivate func comparand(_ value: ConcordOutline.Expression) -> ColumnLiteral? {
        switch self {
        case .optional(let wrapped): wrapped.comparand(value)
        // A condition that contains the current time depends on the moment when the constraint was created, which
        // another run can't reproduce.
        case .timestamp: nil
        default: literal(value)
        }
    }
}

extension TableCondition {
    fileprivate var conjuncts: [TableCondition] { if case .all(let conditions) = self { conditions } else { [self] } }
    fileprivate var disjuncts: [TableCondition] { if case .any(let conditions) = self { conditions } else { [self] } }
}
