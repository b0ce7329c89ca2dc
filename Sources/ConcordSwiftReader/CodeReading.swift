import ConcordOutline
import SwiftSyntax

extension OutlineReader {
    /// Returns facts about the code of a function that are known without running it. Errors are collected only for
    /// operations.
    func facts(_ syntax: FunctionDeclSyntax) -> CodeFacts {
        guard let body = syntax.body else { return CodeFacts() }
        var facts = value(body.statements)
        guard !syntax.attributes.isEmpty else { return facts }
        let errors = ThrownErrors(viewMode: .sourceAccurate)
        errors.walk(body)
        facts.thrown = errors.found.map { CodeFacts.Thrown(expression($0), mark: mark($0)) }
        return facts
    }

    /// Returns facts about the getter of a computed property that are known without running it.
    func facts(_ block: AccessorBlockSyntax) -> CodeFacts {
        switch block.accessors {
        case .getter(let statements): return value(statements)
        case .accessors(let accessors):
            let getter = accessors.first { $0.accessorSpecifier.tokenKind == .keyword(.get) }
            return getter?.body.map { value($0.statements) } ?? CodeFacts()
        }
    }

    private func value(_ statements: CodeBlockItemListSyntax) -> CodeFacts {
        guard let statement = statements.first, statements.count == 1 else { return CodeFacts() }
        let value: ExprSyntax? =
            switch statement.item {
            case .expr(let value): value
            case .stmt(let statement): statement.as(ReturnStmtSyntax.self)?.expression
            case .decl: nil
            }
        return value.map { CodeFacts(value: expression($0), valueMark: valueMark($0)) } ?? CodeFacts()
    }
}

/// Collects the expressions of `throw` statements whose errors leave the function.
private final class ThrownErrors: SyntaxVisitor {
    var found: [ExprSyntax] = []

    override func visit(_ node: ThrowStmtSyntax) -> SyntaxVisitorContinueKind {
        found.append(node.expression)
        return .skipChildren
    }

    // A `do` with a `catch` may catch its errors.
    override func visit(_ node: DoStmtSyntax) -> SyntaxVisitorContinueKind {
        node.catchClauses.isEmpty ? .visitChildren : .skipChildren
    }

    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}
