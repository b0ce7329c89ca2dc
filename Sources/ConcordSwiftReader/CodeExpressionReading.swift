import ConcordOutline
import SwiftSyntax

extension SwiftReader {
    /// Reads the text of a call whose last argument is a closure, or of a closure. Returns `nil` for any other text,
    /// and for a closure with other code than one expression.
    public func closureCall(in text: String) -> ClosureCall? {
        read(expressionIn: text) { $1.closureCall($0) }
    }

    /// Reads the text of an expression with operators.
    public func codeExpression(in text: String) -> CodeExpression? {
        read(expressionIn: text) { $1.codeExpression($0) }
    }

    private func read<Value>(
        expressionIn text: String, _ read: (ExprSyntax, OutlineReader) -> Value?
    ) -> Value? {
        let source = Source(path: "", bytes: Array("let _ = \(text)".utf8))
        let reading = parse(source, unreadable: nil) { file, reader -> Value? in
            guard let statement = file.statements.first, file.statements.count == 1,
                let value = statement.item.as(VariableDeclSyntax.self)?.bindings.first?.initializer?.value
            else { return nil }
            return read(value, reader)
        }
        return reading.diagnostics.isEmpty ? reading.value : nil
    }
}

extension OutlineReader {
    fileprivate func closureCall(_ syntax: ExprSyntax) -> ClosureCall? {
        if let closure = syntax.as(ClosureExprSyntax.self) { return closureCall(nil, closure) }
        guard let call = syntax.as(FunctionCallExprSyntax.self), let closure = call.trailingClosure,
            call.additionalTrailingClosures.isEmpty
        else { return nil }
        let callee = expression(call.calledExpression)
        if case .dynamic = callee { return nil }
        return closureCall(.call(callee, arguments(call.arguments)), closure)
    }

    private func closureCall(_ call: ConcordOutline.Expression?, _ closure: ClosureExprSyntax) -> ClosureCall? {
        guard let statement = closure.statements.first, closure.statements.count == 1,
            let parameter = parameter(of: closure)
        else { return nil }
        let value: ExprSyntax? =
            switch statement.item {
            case .expr(let value): value
            case .stmt(let statement): statement.as(ReturnStmtSyntax.self)?.expression
            case .decl: nil
            }
        return value.flatMap(codeExpression).map { ClosureCall(call, parameter: parameter, body: $0) }
    }

    private func parameter(of closure: ClosureExprSyntax) -> String? {
        guard let signature = closure.signature else { return "$0" }
        switch signature.parameterClause {
        case .simpleInput(let names) where names.count == 1: return names.first.map { name($0.name) }
        case .parameterClause(let clause) where clause.parameters.count == 1:
            return clause.parameters.first.map { name($0.firstName) }
        default: return nil
        }
    }

    /// Returns an expression with its operators.
    fileprivate func codeExpression(_ syntax: ExprSyntax) -> CodeExpression? {
        if let sequence = syntax.as(SequenceExprSyntax.self) {
            var operands = OperandSequence(Array(sequence.elements), self)
            return operands.read(atLeast: 0)
        }
        if let tuple = syntax.as(TupleExprSyntax.self), let element = tuple.elements.first, tuple.elements.count == 1 {
            return codeExpression(element.expression)
        }
        if let prefix = syntax.as(PrefixOperatorExprSyntax.self), prefix.operator.text == "!" {
            return codeExpression(prefix.expression).map { .operation("!", [$0]) }
        }
        let value = expression(syntax)
        if case .dynamic = value { return nil }
        return .value(value)
    }
}

/// The operands and operators of an expression, read by precedence.
private struct OperandSequence {
    private var elements: ArraySlice<ExprSyntax>
    private let reader: OutlineReader

    init(_ elements: [ExprSyntax], _ reader: OutlineReader) {
        self.elements = elements[...]
        self.reader = reader
    }

    /// The precedence of operators, as the standard library declares it.
    private static let precedences = [
        "||": 1, "&&": 2, "==": 3, "!=": 3, "<": 3, "<=": 3, ">": 3, ">=": 3, "+": 4, "-": 4, "*": 5, "/": 5,
    ]

    /// Reads an operand, and the operations on it whose precedence is high enough. Returns `nil` for any other
    /// operator.
    mutating func read(atLeast precedence: Int) -> CodeExpression? {
        guard var left = elements.popFirst().flatMap(reader.codeExpression) else { return nil }
        while let element = elements.first {
            guard let symbol = element.as(BinaryOperatorExprSyntax.self)?.operator.text,
                let next = Self.precedences[symbol]
            else { return nil }
            if next < precedence { break }
            elements.removeFirst()
            // Operators associate to the left.
            guard let right = read(atLeast: next + 1) else { return nil }
            left = .operation(symbol, [left, right])
        }
        return left
    }
}
