import ConcordCore

/// Writes the conditions of a model's constraints in Swift.
struct ModelConditionSource {
    private let table: TableDefinition
    private let names: ModelNames

    init(_ table: TableDefinition, _ names: ModelNames) {
        self.table = table
        self.names = names
    }

    /// Returns a closure with a condition, or `nil` if a model can't express it.
    func closure(_ condition: String) -> String? {
        InspectedCondition(table.columns).condition(condition).flatMap(text).map { "{ \($0) }" }
    }

    private func text(_ condition: TableCondition) -> String? {
        switch condition {
        case .compare(let operand, let comparison, let value): compared(operand, comparison, value)
        case .isIn(let operand, let values):
            members(operand, values.map { literal($0, for: operand) })
        case .compareOperands(let left, let comparison, let right):
            isComparable(left, right) ? joined(operand(left), symbol(comparison), operand(right)) : nil
        case .all(let conditions): joined(conditions, "&&")
        case .any(let conditions): joined(conditions, "||")
        case .not(let condition): text(condition).map { "!(\($0))" }
        case .unavailable: nil
        }
    }

    private func joined(_ conditions: [TableCondition], _ symbol: String) -> String? {
        let texts = conditions.compactMap { condition -> String? in
            // A disjunction has a lower precedence.
            if case .any = condition { text(condition).map { "(\($0))" } } else { text(condition) }
        }
        return texts.isEmpty || texts.count < conditions.count ? nil : texts.joined(separator: " \(symbol) ")
    }

    private func joined(_ left: String?, _ symbol: String?, _ right: String?) -> String? {
        guard let left, let symbol, let right else { return nil }
        return "\(left) \(symbol) \(right)"
    }

    private func members(_ operand: TableCondition.Operand, _ values: [String?]) -> String? {
        let texts = values.compactMap(\.self)
        guard texts.count == values.count, let name = self.operand(operand) else { return nil }
        return "\(name).isIn([\(texts.joined(separator: ", "))])"
    }

    private func compared(
        _ operand: TableCondition.Operand, _ comparison: _Core.Comparison, _ value: ColumnLiteral
    ) -> String? {
        guard let name = self.operand(operand) else { return nil }
        if value == .null {
            // Only an optional field is compared with nil.
            return column(of: operand)?.isNullable == true ? joined(name, symbol(comparison), "nil") : nil
        }
        guard let literal = literal(value, for: operand) else { return nil }
        let ignoring = "\(literal), ignoringCase: true"
        return switch comparison {
        case .contains: "\(name).contains(\(literal))"
        case .startsWith: "\(name).hasPrefix(\(literal))"
        case .endsWith: "\(name).hasSuffix(\(literal))"
        case .containsIgnoringCase: "\(name).contains(\(ignoring))"
        case .startsWithIgnoringCase: "\(name).hasPrefix(\(ignoring))"
        case .endsWithIgnoringCase: "\(name).hasSuffix(\(ignoring))"
        case .equalIgnoringCase: "\(name).equals(ignoringCase: \(literal))"
        default: joined(name, symbol(comparison), literal)
        }
    }

    private func symbol(_ comparison: _Core.Comparison) -> String? {
        switch comparison {
        case .equal: "=="
        case .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: comparison.rawValue
        default: nil
        }
    }

    // MARK: Operands

    private func column(of operand: TableCondition.Operand) -> ColumnDefinition? {
        switch operand {
        case .column(let name): table.column(name)
        case .arithmetic(let left, _, _): column(of: left)
        case .value, .unavailable: nil
        }
    }

    private func operand(_ operand: TableCondition.Operand, isNested: Bool = false) -> String? {
        switch operand {
        case .column(let name): return "$0.\(names.property(name, of: table.name).identifier)"
        case .arithmetic(let left, let symbol, let right):
            guard isNumber(left), let first = self.operand(left, isNested: true) else { return nil }
            let second: String?
            if case .value(let value) = right {
                second = literal(value, for: left)
            } else {
                second = isNumber(right) && isComparable(left, right) ? self.operand(right, isNested: true) : nil
            }
            return joined(first, symbol, second).map { isNested ? "(\($0))" : $0 }
        case .value, .unavailable: return nil
        }
    }

    /// Returns whether the value can be used in arithmetic: it is a number, and not a key of another object.
    private func isNumber(_ operand: TableCondition.Operand) -> Bool {
        guard let column = column(of: operand), column.reference == nil else { return false }
        return switch column.type {
        case .integer, .double, .decimal: true
        default: false
        }
    }

    /// Returns whether the fields of two operands have the same Swift type.
    private func isComparable(_ left: TableCondition.Operand, _ right: TableCondition.Operand) -> Bool {
        guard let first = column(of: left), let second = column(of: right) else { return false }
        return first.type == second.type && first.isNullable == second.isNullable && first.type != .json
    }

    private func literal(_ value: ColumnLiteral, for operand: TableCondition.Operand) -> String? {
        switch (value, column(of: operand)?.type) {
        case (.boolean(let value), .boolean): String(value)
        case (.integer(let value), .integer), (.integer(let value), .unsigned): String(value)
        case (.double(let value), .double): String(value)
        // Swift reads the literal of a longer decimal as the nearest floating-point number.
        case (.text(let text), .decimal): text.count <= 15 && Number(text) != nil ? text : nil
        case (.text(let text), .text): MigrationSource.quoted(text)
        default: nil
        }
    }
}
