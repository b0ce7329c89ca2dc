import ConcordCore

/// Converts a condition in a database to a condition of a model.
struct InspectedCondition {
    private let columns: [String: ColumnDefinition]

    /// Reads conditions on the columns of a table.
    init(_ columns: [ColumnDefinition]) {
        self.columns = Dictionary(columns.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Returns the condition, or `nil` if a model can't express it.
    func condition(_ text: String) -> TableCondition? { SQLTerm(text).flatMap(condition) }

    private func condition(_ term: SQLTerm) -> TableCondition? {
        switch term {
        case .operation("and", _): conjunction(term.joined(by: "and"))
        case .operation("or", _): joined(term.joined(by: "or").map(condition)).map { .any($0) }
        case .operation("not", let operands): condition(operands[0]).map { .not($0) }
        case .operation("is null", let operands): operand(operands[0]).map { .compare($0, .equal, .null) }
        case .operation("is not null", let operands): operand(operands[0]).map { .compare($0, .notEqual, .null) }
        case .operation("in", let operands): membership(operands)
        case .operation(let symbol, let operands) where operands.count == 2:
            pattern(symbol, operands) ?? Self.comparisons[symbol].flatMap { comparison(operands[0], $0, operands[1]) }
        case .column(let name) where columns[name]?.type == .boolean:
            .compare(.column(name), .equal, .boolean(true))
        default: nil
        }
    }

    private static let comparisons: [String: _Core.Comparison] = [
        "=": .equal, "<>": .notEqual, "<": .less, "<=": .lessOrEqual, ">": .greater, ">=": .greaterOrEqual,
    ]

    private func joined(_ conditions: [TableCondition?]) -> [TableCondition]? {
        let present = conditions.compactMap(\.self)
        return present.count == conditions.count ? present : nil
    }

    /// Returns the conjunction of terms. A suffix comparison consists of two terms.
    private func conjunction(_ terms: [SQLTerm]) -> TableCondition? {
        var conditions: [TableCondition] = []
        var rest = terms[...]
        while let term = rest.popFirst() {
            if let next = rest.first, let suffix = suffix(term, next) {
                rest.removeFirst()
                conditions.append(suffix)
            } else if let condition = condition(term) {
                conditions.append(condition)
            } else {
                return nil
            }
        }
        return conditions.count == 1 ? conditions[0] : .all(conditions)
    }

    private func membership(_ operands: [SQLTerm]) -> TableCondition? {
        guard let column = operand(operands[0]), case .list(let elements) = operands[1] else { return nil }
        let values = elements.compactMap { literal($0, beside: operands[0]) }
        return values.count == elements.count ? .isIn(column, values) : nil
    }

    private func comparison(_ left: SQLTerm, _ comparison: _Core.Comparison, _ right: SQLTerm) -> TableCondition? {
        guard let operand = operand(left) else {
            // A value on the left is one on the right of the opposite comparison.
            guard self.operand(right) != nil, let opposite = Self.opposites[comparison] else { return nil }
            return self.comparison(right, opposite, left)
        }
        if let value = literal(right, beside: left) { return .compare(operand, comparison, value) }
        return self.operand(right).map { .compareOperands(operand, comparison, $0) }
    }

    private static let opposites: [_Core.Comparison: _Core.Comparison] = [
        .equal: .equal, .notEqual: .notEqual, .less: .greater, .lessOrEqual: .greaterOrEqual, .greater: .less,
        .greaterOrEqual: .lessOrEqual,
    ]

    // MARK: Values

    private func operand(_ term: SQLTerm) -> TableCondition.Operand? {
        switch term {
        case .column(let name) where columns[name] != nil: .column(name)
        case .operation(let symbol, let operands) where ["+", "-", "*", "/"].contains(symbol) && operands.count == 2:
            arithmetic(operands[0], symbol, operands[1])
        default: nil
        }
    }

    private func arithmetic(_ left: SQLTerm, _ symbol: String, _ right: SQLTerm) -> TableCondition.Operand? {
        guard let first = operand(left) else { return nil }
        let second = operand(right) ?? literal(right, beside: left).map { .value($0) }
        return second.map { .arithmetic(first, symbol, $0) }
    }

    /// The type of the column that a value is compared with.
    private func type(_ term: SQLTerm) -> _Core.ColumnType? {
        switch term {
        case .column(let name): columns[name]?.type
        case .operation(_, let operands): operands.first.flatMap(type)
        default: nil
        }
    }

    private func literal(_ term: SQLTerm, beside other: SQLTerm) -> ColumnLiteral? {
        let type = type(other)
        return switch (term, type) {
        case (.boolean(let value), .boolean): .boolean(value)
        case (.number("1"), .boolean): .boolean(true)
        case (.number("0"), .boolean): .boolean(false)
        case (.number(let digits), .integer), (.number(let digits), .unsigned): Int64(digits).map { .integer($0) }
        case (.number(let digits), .double): Double(digits).map { .double($0) }
        case (.number(let digits), .decimal): .text(digits)
        case (.string(let text), .decimal) where Number(text) != nil: .text(text)
        case (.string(let text), .text): .text(text)
        default: nil
        }
    }

    // MARK: Patterns

    /// Returns the comparison with a pattern that `TableCondition` writes with functions.
    private func pattern(_ symbol: String, _ operands: [SQLTerm]) -> TableCondition? {
        guard case .call(let name, let arguments) = operands[0] else { return nil }
        switch (symbol, name, arguments.count) {
        case ("=", "lower", 1):
            return column(arguments[0]).flatMap { column in
                text(operands[1]).map { .compare(.column(column), .equalIgnoringCase, .text($0)) }
            }
        case ("<>", "replace", 3):
            guard arguments[0] == operands[1], arguments[2] == .string(""), let text = text(arguments[1]) else {
                return nil
            }
            return compared(arguments[0], .contains, .containsIgnoringCase, text)
        case ("=", "substr", 3):
            guard arguments[1] == .number("1"), let text = text(operands[1]),
                arguments[2] == .number(String(text.unicodeScalars.count))
            else { return nil }
            return compared(arguments[0], .startsWith, .startsWithIgnoringCase, text)
        default: return nil
        }
    }

    private func suffix(_ first: SQLTerm, _ second: SQLTerm) -> TableCondition? {
        guard case .operation(">=", let bound) = first, case .call("length", let measured) = bound[0],
            measured.count == 1, case .operation("=", let operands) = second,
            case .call("substr", let arguments) = operands[0], arguments.count == 2, arguments[0] == measured[0],
            let text = text(operands[1])
        else { return nil }
        let length = text.unicodeScalars.count
        let start = SQLTerm.operation("-", [.call("length", measured), .number(String(length - 1))])
        guard bound[1] == .number(String(length)), arguments[1] == start else { return nil }
        return compared(measured[0], .endsWith, .endsWithIgnoringCase, text)
    }

    private func compared(
        _ term: SQLTerm, _ plain: _Core.Comparison, _ ignoringCase: _Core.Comparison, _ text: String
    ) -> TableCondition? {
        if let column = column(term) { return .compare(.column(column), plain, .text(text)) }
        guard case .call("lower", let arguments) = term, arguments.count == 1 else { return nil }
        return column(arguments[0]).map { .compare(.column($0), ignoringCase, .text(text)) }
    }

    private func column(_ term: SQLTerm) -> String? {
        if case .column(let name) = term, columns[name]?.type == .text { name } else { nil }
    }

    private func text(_ term: SQLTerm) -> String? { if case .string(let text) = term { text } else { nil } }
}

extension InspectedCondition {
    /// Returns the bounds in a condition on one column, or `nil` if the condition contains anything else.
    func bounds(_ text: String) -> (column: String, bounds: ColumnBounds)? {
        guard let term = SQLTerm(text) else { return nil }
        var bounds = ColumnBounds()
        var column: String?
        for part in term.joined(by: "and") {
            guard case .operation(let symbol, let operands) = part, operands.count == 2,
                let name = bound(symbol, operands, &bounds), columns[name] != nil, column ?? name == name
            else { return nil }
            column = name
        }
        return column.map { ($0, bounds) }
    }

    /// Adds a bound. Returns the name of the column, or `nil` if the term is not a bound, or duplicates one.
    private func bound(_ symbol: String, _ operands: [SQLTerm], _ bounds: inout ColumnBounds) -> String? {
        if case .call("length", let arguments) = operands[0], arguments.count == 1,
            case .column(let name) = arguments[0],
            case .number(let digits) = operands[1], let length = Int(digits)
        {
            switch symbol {
            case ">=" where bounds.minLength == nil: bounds.minLength = length
            case "<=" where bounds.maxLength == nil: bounds.maxLength = length
            default: return nil
            }
            return name
        }
        if case .column(let name) = operands[0], case .list(let elements) = operands[1], bounds.values.isEmpty {
            bounds.values = elements.compactMap { literal($0, beside: operands[0]) }
            return !elements.isEmpty && bounds.values.count == elements.count ? name : nil
        }
        guard case .column(let name) = operands[0], let number = number(operands[1], for: columns[name]?.type) else {
            return nil
        }
        switch symbol {
        case ">=" where bounds.minimum == nil: bounds.minimum = number
        case ">" where bounds.exclusiveMinimum == nil: bounds.exclusiveMinimum = number
        case "<=" where bounds.maximum == nil: bounds.maximum = number
        case "<" where bounds.exclusiveMaximum == nil: bounds.exclusiveMaximum = number
        default: return nil
        }
        return name
    }

    private func number(_ term: SQLTerm, for type: _Core.ColumnType?) -> BoundNumber? {
        switch (term, type) {
        case (.number(let digits), .integer), (.number(let digits), .double), (.number(let digits), .decimal):
            Number(digits).map { BoundNumber($0.text) }
        case (.string(let text), .decimal): Number(text).map { BoundNumber($0.text) }
        default: nil
        }
    }
}
