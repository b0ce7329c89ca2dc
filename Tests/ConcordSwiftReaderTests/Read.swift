import ConcordDiagnostics
import ConcordOutline
import ConcordSwiftReader
import Testing

/// Returns the declarations in source code.
func read(_ text: String) -> [Declaration] {
    SwiftReader().read(text, path: "Test.swift").file.declarations
}

/// Returns the expression in source code, read like the argument of an attribute.
func readExpression(_ text: String) throws -> Expression {
    guard case .variable(let variable)? = read("let x = \(text)").first?.kind else {
        Issue.record("no variable in \(text)")
        return .null
    }
    return try #require(variable.initialValue)
}

/// Returns the type in source code.
func readType(_ text: String) throws -> TypeExpression {
    guard case .alias(_, _, let type)? = read("typealias X = \(text)").first?.kind else {
        Issue.record("no type in \(text)")
        return .void
    }
    return type
}

extension Declaration {
    /// The members of a type.
    var members: [Declaration]? {
        switch kind {
        case .structure(let body), .enumeration(let body), .classOrActor(let body, _), .protocolDeclaration(let body),
            .extensionDeclaration(let body):
            body.members
        default: nil
        }
    }
}
