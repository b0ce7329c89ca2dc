/// An SQL expression, limited to the syntax of constraint conditions.
indirect enum SQLTerm: Hashable {
    case column(String)
    case null
    case boolean(Bool)
    case number(String)
    case string(String)
    case list([SQLTerm])
    /// A function with its arguments.
    case call(String, [SQLTerm])
    /// An operation with its symbol: `and`, `not`, `=`, `in`, `is null`, `+`.
    case operation(String, [SQLTerm])
}

extension SQLTerm {
    /// Parses an expression in the syntax of either database. Returns `nil` for syntax that conditions of models don't
    /// use.
    init?(_ text: String) {
        guard let tokens = SQLTokens(text) else { return nil }
        var parser = SQLParser(tokens.tokens)
        guard let term = parser.disjunction(), parser.isAtEnd else { return nil }
        self = term
    }

    /// Returns the terms that `and` or `or` joins.
    func joined(by symbol: String) -> [SQLTerm] {
        guard case .operation(symbol, let operands) = self else { return [self] }
        return operands.flatMap { $0.joined(by: symbol) }
    }
}

/// Parses an expression by precedence.
private struct SQLParser {
    private var rest: ArraySlice<SQLTokens.Token>
    private var depth = 0

    init(_ tokens: [SQLTokens.Token]) { rest = tokens[...] }

    var isAtEnd: Bool { rest.isEmpty }

    private mutating func take(_ kind: SQLTokens.Kind) -> Bool {
        guard rest.first?.kind == kind else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func takeSymbol(among symbols: [String]) -> String? {
        guard case .symbol(let symbol)? = rest.first?.kind, symbols.contains(symbol) else { return nil }
        rest.removeFirst()
        return symbol
    }

    mutating func disjunction() -> SQLTerm? {
        // A database has no conditions that are nested deeply.
        guard depth < 50 else { return nil }
        depth += 1
        defer { depth -= 1 }
        guard var left = conjunction() else { return nil }
        while take(.word("or")) {
            guard let right = conjunction() else { return nil }
            left = .operation("or", [left, right])
        }
        return left
    }

    private mutating func conjunction() -> SQLTerm? {
        guard var left = negation() else { return nil }
        while take(.word("and")) {
            guard let right = negation() else { return nil }
            left = .operation("and", [left, right])
        }
        return left
    }

    private mutating func negation() -> SQLTerm? {
        guard take(.word("not")) else { return comparison() }
        return negation().map { .operation("not", [$0]) }
    }

    private mutating func comparison() -> SQLTerm? {
        guard let left = sum() else { return nil }
        if take(.word("is")) {
            let isNegated = take(.word("not"))
            guard take(.word("null")) else { return nil }
            return .operation(isNegated ? "is not null" : "is null", [left])
        }
        if take(.word("in")) { return list().map { .operation("in", [left, .list($0)]) } }
        if take(.word("between")) {
            guard let lower = sum(), take(.word("and")), let upper = sum() else { return nil }
            return .operation("and", [.operation(">=", [left, lower]), .operation("<=", [left, upper])])
        }
        if take(.word("not")) {
            guard take(.word("in")), let list = list() else { return nil }
            return .operation("not", [.operation("in", [left, .list(list)])])
        }
        guard let symbol = takeSymbol(among: ["=", "==", "<>", "!=", "<", "<=", ">", ">="]) else { return left }
        if symbol == "=", take(.word("any")) { return array().map { .operation("in", [left, .list($0)]) } }
        if symbol == "<>", take(.word("all")) {
            return array().map { .operation("not", [.operation("in", [left, .list($0)])]) }
        }
        let plain = ["==": "=", "!=": "<>"][symbol] ?? symbol
        return sum().map { .operation(plain, [left, $0]) }
    }

    private mutating func sum() -> SQLTerm? {
        guard var left = product() else { return nil }
        while let symbol = takeSymbol(among: ["+", "-"]) {
            guard let right = product() else { return nil }
            left = .operation(symbol, [left, right])
        }
        return left
    }

    private mutating func product() -> SQLTerm? {
        guard var left = sign() else { return nil }
        while let symbol = takeSymbol(among: ["*", "/"]) {
            guard let right = sign() else { return nil }
            left = .operation(symbol, [left, right])
        }
        return left
    }

    private mutating func sign() -> SQLTerm? {
        guard takeSymbol(among: ["-"]) != nil else { return value() }
        guard case .number(let digits)? = value() else { return nil }
        return .number("-" + digits)
    }

    /// Parses a value, and its type casts.
    private mutating func value() -> SQLTerm? {
        guard let value = primary() else { return nil }
        var isCast = false
        while take(.symbol("::")) {
            guard takeType() else { return nil }
            isCast = true
        }
        // PostgreSQL writes a negative number as a text that is cast.
        if isCast, case .string(let text) = value, text.wholeMatch(of: /-\d+(\.\d+)?/) != nil { return .number(text) }
        return value
    }

    private mutating func primary() -> SQLTerm? {
        guard let token = rest.popFirst() else { return nil }
        switch token.kind {
        case .number(let digits): return .number(digits)
        case .string(let text): return .string(text)
        case .name(let name): return .column(name)
        case .symbol("("):
            guard let inner = disjunction(), take(.symbol(")")) else { return nil }
            return inner
        case .symbol: return nil
        case .word("null"): return .null
        case .word("true"): return .boolean(true)
        case .word("false"): return .boolean(false)
        case .word("array"): return nil
        case .word(let name):
            guard rest.first?.kind == .symbol("(") else { return .column(name) }
            return list().map { .call(name, $0) }
        }
    }

    private mutating func list() -> [SQLTerm]? {
        take(.symbol("(")) ? elements(until: ")") : nil
    }

    /// Parses the array in PostgreSQL's `= ANY (ARRAY['a'::text, 'b'::text])`.
    private mutating func array() -> [SQLTerm]? {
        guard take(.symbol("(")) else { return nil }
        let isNested = take(.symbol("("))
        guard take(.word("array")), take(.symbol("[")), let elements = elements(until: "]") else { return nil }
        if isNested {
            guard take(.symbol(")")) else { return nil }
        }
        while take(.symbol("::")) {
            guard takeType() else { return nil }
        }
        return take(.symbol(")")) ? elements : nil
    }

    private mutating func elements(until end: String) -> [SQLTerm]? {
        var elements: [SQLTerm] = []
        if take(.symbol(end)) { return elements }
        repeat {
            guard let element = disjunction() else { return nil }
            elements.append(element)
        } while take(.symbol(","))
        return take(.symbol(end)) ? elements : nil
    }

    /// Parses a type such as `double precision` or `character varying(40)[]`.
    private mutating func takeType() -> Bool {
        guard rest.popFirst()?.identifier != nil else { return false }
        while case .word(let word)? = rest.first?.kind,
            ["precision", "varying", "with", "without", "time", "zone"].contains(word)
        {
            rest.removeFirst()
        }
        if rest.first?.kind == .symbol("("), list() == nil { return false }
        while take(.symbol("[]")) {}
        return true
    }
}
