import ConcordOutline
import SwiftSyntax

extension OutlineReader {
    /// The maximum nesting of types. Deeper types are kept as source text.
    private static let deepestType = 100

    func type(_ syntax: TypeSyntax, depth: Int = 0) -> TypeExpression {
        guard depth < Self.deepestType else { return .other(oneLine(syntax)) }
        switch syntax.as(TypeSyntaxEnum.self) {
        case .identifierType(let type):
            return named(name(type.name), arguments(type.genericArgumentClause, depth))
        case .memberType(let type) where isModule(type.baseType):
            return named(name(type.name), arguments(type.genericArgumentClause, depth))
        case .memberType(let type):
            return .member(
                self.type(type.baseType, depth: depth + 1), name(type.name),
                arguments: arguments(type.genericArgumentClause, depth))
        case .optionalType(let type): return .optional(self.type(type.wrappedType, depth: depth + 1))
        case .arrayType(let type): return .array(self.type(type.element, depth: depth + 1))
        case .dictionaryType(let type):
            return .dictionary(
                key: self.type(type.key, depth: depth + 1), value: self.type(type.value, depth: depth + 1))
        case .someOrAnyType(let type):
            let constraint = self.type(type.constraint, depth: depth + 1)
            return type.someOrAnySpecifier.tokenKind == .keyword(.any) ? .existential(constraint) : .opaque(constraint)
        case .metatypeType(let type) where type.metatypeSpecifier.tokenKind == .keyword(.Type):
            return .metatype(self.type(type.baseType, depth: depth + 1))
        case .tupleType(let type): return tuple(type, depth)
        default: return .other(oneLine(syntax))
        }
    }

    private func tuple(_ syntax: TupleTypeSyntax, _ depth: Int) -> TypeExpression {
        let elements = syntax.elements
        guard elements.allSatisfy({ $0.firstName == nil && $0.ellipsis == nil && $0.inoutKeyword == nil }) else {
            return .other(oneLine(syntax))
        }
        let types = elements.map { type($0.type, depth: depth + 1) }
        return types.count == 1 ? types[0] : .tuple(types)
    }

    private func arguments(_ clause: GenericArgumentClauseSyntax?, _ depth: Int) -> [TypeExpression] {
        guard let clause else { return [] }
        return clause.arguments.map { argument in
            // An argument is a type in swift-syntax 600, and a type or an expression in later versions.
            if let type = Syntax(argument.argument).as(TypeSyntax.self) { return self.type(type, depth: depth + 1) }
            return .other(oneLine(argument.argument))
        }
    }

    /// Returns whether a type's qualifier is a module whose types are known without it.
    private func isModule(_ type: TypeSyntax) -> Bool {
        guard let identifier = type.as(IdentifierTypeSyntax.self), identifier.genericArgumentClause == nil else {
            return false
        }
        return ["Swift", "Foundation", "FoundationEssentials", "Concord", "ConcordCore"].contains(identifier.name.text)
    }

    /// Returns a named type. The long spellings of arrays, optionals, and dictionaries result in the same types as the
    /// short ones.
    private func named(_ name: String, _ arguments: [TypeExpression]) -> TypeExpression {
        switch (name, arguments.count) {
        case ("Void", 0): .void
        case ("Array", 1): .array(arguments[0])
        case ("Optional", 1): .optional(arguments[0])
        case ("Dictionary", 2): .dictionary(key: arguments[0], value: arguments[1])
        default: .named(name, arguments: arguments)
        }
    }

    /// Returns the type that an expression names, as before `.self`.
    func type(named expression: ExprSyntax, depth: Int = 0) -> TypeExpression {
        guard depth < Self.deepestType else { return .other(oneLine(expression)) }
        switch expression.as(ExprSyntaxEnum.self) {
        case .typeExpr(let expression): return type(expression.type, depth: depth + 1)
        case .declReferenceExpr(let reference) where reference.argumentNames == nil:
            return named(name(reference.baseName), [])
        case .memberAccessExpr(let member):
            guard let base = member.base else { return .other(oneLine(expression)) }
            let baseType = type(named: base, depth: depth + 1)
            // With backticks, it is a name.
            if member.declName.baseName.text == "Type" { return .metatype(baseType) }
            return .member(baseType, name(member.declName.baseName))
        case .genericSpecializationExpr(let generic):
            let arguments = arguments(generic.genericArgumentClause, depth)
            switch type(named: generic.expression, depth: depth + 1) {
            case .named(let name, arguments: []): return named(name, arguments)
            case .member(let base, let name, arguments: []): return .member(base, name, arguments: arguments)
            default: return .other(oneLine(expression))
            }
        case .optionalChainingExpr(let optional): return .optional(type(named: optional.expression, depth: depth + 1))
        case .arrayExpr(let array):
            guard let element = array.elements.first, array.elements.count == 1 else {
                return .other(oneLine(expression))
            }
            return .array(type(named: element.expression, depth: depth + 1))
        case .dictionaryExpr(let dictionary):
            guard case .elements(let elements) = dictionary.content, let element = elements.first, elements.count == 1
            else { return .other(oneLine(expression)) }
            return .dictionary(
                key: type(named: element.key, depth: depth + 1), value: type(named: element.value, depth: depth + 1))
        case .tupleExpr(let tuple):
            guard tuple.elements.allSatisfy({ $0.label == nil }) else { return .other(oneLine(expression)) }
            let types = tuple.elements.map { type(named: $0.expression, depth: depth + 1) }
            return types.count == 1 ? types[0] : .tuple(types)
        default: return .other(oneLine(expression))
        }
    }
}
