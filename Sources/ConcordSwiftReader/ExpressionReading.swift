import ConcordOutline
import SwiftSyntax

extension OutlineReader {
    /// The maximum nesting of expressions. Deeper expressions are kept as source text.
    private static let deepestExpression = 100

    /// Returns an expression as far as it is known without running it. The rest is kept as source text.
    func expression(_ syntax: ExprSyntax, depth: Int = 0) -> Expression {
        (depth < Self.deepestExpression ? staticExpression(syntax, depth) : nil) ?? .dynamic(source.text(of: syntax))
    }

    func arguments(_ list: LabeledExprListSyntax, depth: Int = 0) -> [Argument] {
        list.map { argument in
            Argument(argument.label.map(name), expression(argument.expression, depth: depth), mark: mark(argument))
        }
    }

    private func staticExpression(_ syntax: ExprSyntax, _ depth: Int) -> Expression? {
        guard depth < Self.deepestExpression else { return nil }
        switch syntax.as(ExprSyntaxEnum.self) {
        case .nilLiteralExpr: return .null
        case .booleanLiteralExpr(let literal): return .boolean(literal.literal.tokenKind == .keyword(.true))
        case .integerLiteralExpr(let literal): return .number(digits(literal.literal))
        case .floatLiteralExpr(let literal): return .number(digits(literal.literal))
        case .prefixOperatorExpr(let sign): return signed(sign)
        case .stringLiteralExpr(let literal): return string(literal).map(Expression.string)
        case .arrayExpr(let array): return .array(array.elements.map { expression($0.expression, depth: depth + 1) })
        case .dictionaryExpr(let dictionary): return self.dictionary(dictionary, depth)
        case .memberAccessExpr(let member): return self.member(member, depth)
        case .declReferenceExpr(let reference):
            return reference.argumentNames == nil ? .reference(name(reference.baseName)) : nil
        case .superExpr: return .reference("super")
        case .functionCallExpr(let call): return self.call(call, depth)
        case .keyPathExpr(let keyPath): return self.keyPath(keyPath)
        case .tupleExpr(let tuple):
            guard let element = tuple.elements.first, tuple.elements.count == 1, element.label == nil else {
                return nil
            }
            return staticExpression(element.expression, depth + 1)
        case .sequenceExpr(let sequence): return concatenation(Array(sequence.elements), depth)
        case .infixOperatorExpr(let infix):
            return concatenation([infix.leftOperand, infix.operator, infix.rightOperand], depth)
        default: return nil
        }
    }

    private func digits(_ token: TokenSyntax) -> String {
        let text = token.text
        return text.utf8.contains(UInt8(ascii: "_")) ? text.filter { $0 != "_" } : text
    }

    private func signed(_ syntax: PrefixOperatorExprSyntax) -> Expression? {
        guard case .number(let digits)? = staticExpression(syntax.expression, 0) else { return nil }
        switch syntax.operator.text {
        case "-": return .number(digits.hasPrefix("-") ? String(digits.dropFirst()) : "-" + digits)
        case "+": return .number(digits)
        default: return nil
        }
    }

    private func dictionary(_ syntax: DictionaryExprSyntax, _ depth: Int) -> Expression {
        guard case .elements(let elements) = syntax.content else { return .dictionary([]) }
        return .dictionary(
            elements.map { .init(expression($0.key, depth: depth + 1), expression($0.value, depth: depth + 1)) })
    }

    private func member(_ syntax: MemberAccessExprSyntax, _ depth: Int) -> Expression? {
        guard syntax.declName.argumentNames == nil else { return nil }
        guard let base = syntax.base else { return .member(nil, name(syntax.declName.baseName)) }
        if syntax.declName.baseName.tokenKind == .keyword(.self) { return .type(type(named: base)) }
        return self.base(base, depth).map { .member($0, name(syntax.declName.baseName)) }
    }

    private func call(_ syntax: FunctionCallExprSyntax, _ depth: Int) -> Expression? {
        guard syntax.trailingClosure == nil, syntax.leftParen != nil else { return nil }
        // `[Int]()` creates an array and doesn't call one.
        let callee: Expression? =
            switch syntax.calledExpression.kind {
            case .arrayExpr, .dictionaryExpr: .type(type(named: syntax.calledExpression))
            default: base(syntax.calledExpression, depth)
            }
        return callee.map { .call($0, arguments(syntax.arguments, depth: depth + 1)) }
    }

    /// Returns the base of a member access or the callee of a call: a type if it has generic arguments, and otherwise a
    /// value.
    private func base(_ syntax: ExprSyntax, _ depth: Int) -> Expression? {
        switch syntax.kind {
        case .genericSpecializationExpr, .typeExpr: .type(type(named: syntax))
        default:
            switch staticExpression(syntax, depth + 1) {
            case .type(let type)?: type.path.flatMap(Expression.init(path:)) ?? .type(type)
            case let base: base
            }
        }
    }

    private func keyPath(_ syntax: KeyPathExprSyntax) -> Expression? {
        var names: [String] = []
        for component in syntax.components {
            guard case .property(let property) = component.component, property.declName.argumentNames == nil,
                property.genericArgumentClause == nil
            else { return nil }
            names.append(name(property.declName.baseName))
        }
        return .keyPath(root: syntax.root.map { type($0) }, names)
    }

    /// Returns string literals joined by `+` as one string.
    private func concatenation(_ operands: [ExprSyntax], _ depth: Int) -> Expression? {
        var result = ""
        for (index, operand) in operands.enumerated() {
            if index % 2 == 1 {
                guard operand.as(BinaryOperatorExprSyntax.self)?.operator.text == "+" else { return nil }
            } else {
                guard case .string(let text)? = staticExpression(operand, depth + 1) else { return nil }
                result += text
            }
        }
        return .string(result)
    }
}

extension Expression {
    /// Creates the expression for a path of names.
    fileprivate init?(path: [String]) {
        guard let first = path.first else { return nil }
        self = path.dropFirst().reduce(.reference(first)) { .member($0, $1) }
    }
}
