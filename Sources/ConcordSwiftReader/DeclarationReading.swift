import ConcordDiagnostics
import ConcordOutline
import SwiftSyntax

extension OutlineReader {
    /// Returns the imports and declarations of a file, from the active blocks of `#if`.
    func file(_ items: CodeBlockItemListSyntax) -> SourceFile {
        var file = SourceFile(path: source.path)
        add(items, to: &file)
        return file
    }

    private func add(_ items: CodeBlockItemListSyntax, to file: inout SourceFile) {
        for item in items {
            switch item.item {
            case .decl(let declaration):
                if let block = declaration.as(IfConfigDeclSyntax.self) {
                    if case .statements(let items)? = conditions.activeElements(of: block) { add(items, to: &file) }
                } else if let name = plainImport(declaration) {
                    file.imports.append(name)
                } else {
                    add(declaration, to: &file.declarations)
                }
            case .expr(let expression): file.declarations.append(other(expression))
            case .stmt(let statement): file.declarations.append(other(statement))
            }
        }
    }

    private func plainImport(_ syntax: DeclSyntax) -> String? {
        guard let syntax = syntax.as(ImportDeclSyntax.self), syntax.attributes.isEmpty, syntax.modifiers.isEmpty else {
            return nil
        }
        let kind = syntax.importKindSpecifier.map { "\($0.text) " } ?? ""
        return kind + oneLine(syntax.path)
    }

    private func other(_ syntax: some SyntaxProtocol) -> Declaration {
        Declaration(documentation: documentation(of: syntax), .other(source.text(of: syntax)), mark: mark(syntax))
    }

    private func members(_ block: MemberBlockSyntax) -> [Declaration] {
        var result: [Declaration] = []
        add(block.members, to: &result)
        return result
    }

    private func add(_ items: MemberBlockItemListSyntax, to result: inout [Declaration]) {
        for item in items {
            if let block = item.decl.as(IfConfigDeclSyntax.self) {
                if case .decls(let items)? = conditions.activeElements(of: block) { add(items, to: &result) }
            } else {
                add(item.decl, to: &result)
            }
        }
    }

    /// Returns the outlines of a declaration: several for `var a, b: Int`, and none for other syntax.
    func declarations(_ syntax: DeclSyntax) -> [Declaration] {
        var result: [Declaration] = []
        add(syntax, to: &result)
        return result
    }

    private func add(_ syntax: DeclSyntax, to result: inout [Declaration]) {
        switch syntax.as(DeclSyntaxEnum.self) {
        case .structDecl(let type):
            result.append(nominal(type, type.genericParameterClause) { .structure($0) })
        case .enumDecl(let type):
            result.append(nominal(type, type.genericParameterClause) { .enumeration($0) })
        case .classDecl(let type):
            result.append(nominal(type, type.genericParameterClause) { .classOrActor($0, keyword: "class") })
        case .actorDecl(let type):
            result.append(nominal(type, type.genericParameterClause) { .classOrActor($0, keyword: "actor") })
        case .protocolDecl(let type): result.append(nominal(type, nil) { .protocolDeclaration($0) })
        case .extensionDecl(let type): result.append(extensionDeclaration(type))
        case .typeAliasDecl(let alias) where alias.genericWhereClause == nil:
            let parameters = genericParameters(alias.genericParameterClause)
            let kind = Declaration.Kind.alias(
                name: name(alias.name), genericParameters: parameters, type: type(alias.initializer.value))
            result.append(declaration(alias, alias.attributes, alias.modifiers, kind, at: alias.name))
        case .variableDecl(let variable): addVariables(variable, to: &result)
        case .functionDecl(let function):
            let kind = Declaration.Kind.function(self.function(function))
            result.append(declaration(function, function.attributes, function.modifiers, kind, at: function.name))
        case .enumCaseDecl(let cases):
            let kind = Declaration.Kind.enumCase(cases.elements.map(caseElement))
            let place = cases.elements.first?.name ?? cases.caseKeyword
            result.append(declaration(cases, cases.attributes, cases.modifiers, kind, at: place))
        case .missingDecl, .ifConfigDecl, .poundSourceLocation, .editorPlaceholderDecl: break
        default: if !syntax.isUnexpectedCode { result.append(otherDeclaration(syntax)) }
        }
    }

    // MARK: Comments, attributes, and modifiers

    private func declaration(
        _ syntax: some SyntaxProtocol, _ attributes: AttributeListSyntax, _ modifiers: DeclModifierListSyntax,
        _ kind: Declaration.Kind, at place: some SyntaxProtocol
    ) -> Declaration {
        Declaration(
            documentation: documentation(of: syntax), attributes: self.attributes(attributes),
            modifiers: self.modifiers(modifiers), kind, mark: mark(place))
    }

    private func modifiers(_ list: DeclModifierListSyntax) -> [String] {
        // Most lists are empty, and iterating over one is slow.
        list.isEmpty ? [] : list.map { $0.detail == nil ? $0.name.text : oneLine($0) }
    }

    private func attributes(_ list: AttributeListSyntax) -> [Attribute] {
        guard !list.isEmpty else { return [] }
        var result: [Attribute] = []
        for element in list {
            switch element {
            case .attribute(let attribute): result.append(self.attribute(attribute))
            case .ifConfigDecl(let block):
                if case .attributes(let list)? = conditions.activeElements(of: block) { result += attributes(list) }
            }
        }
        return result
    }

    private func attribute(_ syntax: AttributeSyntax) -> Attribute {
        Attribute(attributeName(syntax.attributeName), attributeArguments(syntax), mark: mark(syntax))
    }

    /// Returns the name of an attribute without its module or enclosing type.
    private func attributeName(_ syntax: TypeSyntax) -> String {
        if let type = syntax.as(IdentifierTypeSyntax.self) {
            return name(type.name) + (type.genericArgumentClause.map(oneLine) ?? "")
        }
        if let type = syntax.as(MemberTypeSyntax.self) {
            return name(type.name) + (type.genericArgumentClause.map(oneLine) ?? "")
        }
        return oneLine(syntax)
    }

    /// Returns the arguments of an attribute. Those of attributes with their own grammar are one string.
    private func attributeArguments(_ syntax: AttributeSyntax) -> [Argument]? {
        switch syntax.arguments {
        case .argumentList(let list)?: arguments(list)
        case let other?: [Argument(nil, .dynamic(oneLine(other)), mark: mark(other))]
        case nil: syntax.leftParen == nil ? nil : []
        }
    }

    // MARK: Types

    private func nominal(
        _ syntax: some DeclGroupSyntax & NamedDeclSyntax, _ generics: GenericParameterClauseSyntax?,
        _ kind: (TypeBody) -> Declaration.Kind
    ) -> Declaration {
        var body = typeBody(syntax, named: name(syntax.name))
        body.genericParameters = genericParameters(generics)
        if let primary = syntax.as(ProtocolDeclSyntax.self)?.primaryAssociatedTypeClause {
            body.genericParameters = primary.primaryAssociatedTypes.map { name($0.name) }
        }
        return declaration(syntax, syntax.attributes, syntax.modifiers, kind(body), at: syntax.name)
    }

    private func extensionDeclaration(_ syntax: ExtensionDeclSyntax) -> Declaration {
        let body = typeBody(syntax, named: oneLine(syntax.extendedType))
        return declaration(
            syntax, syntax.attributes, syntax.modifiers, .extensionDeclaration(body), at: syntax.extendedType)
    }

    private func typeBody(_ syntax: some DeclGroupSyntax, named name: String) -> TypeBody {
        TypeBody(
            name, inheritance: syntax.inheritanceClause?.inheritedTypes.map { type($0.type) } ?? [],
            requirements: requirements(syntax.genericWhereClause), members: members(syntax.memberBlock))
    }

    private func genericParameters(_ clause: GenericParameterClauseSyntax?) -> [String] {
        clause?.parameters.map { oneLine($0.with(\.trailingComma, nil)) } ?? []
    }

    private func requirements(_ clause: GenericWhereClauseSyntax?) -> String? {
        clause.map { oneLine($0.requirements) }
    }

    // MARK: Variables

    private func addVariables(_ syntax: VariableDeclSyntax, to result: inout [Declaration]) {
        if syntax.bindings.count == 1, let binding = syntax.bindings.first {
            result.append(variable(binding, of: syntax, type: nil) ?? otherDeclaration(DeclSyntax(syntax)))
            return
        }
        // In `var a, b: Int`, the type applies to both variables.
        var variables: [Declaration] = []
        var typeToTheRight: TypeExpression?
        for binding in syntax.bindings.reversed() {
            let isBare = binding.initializer == nil && binding.accessorBlock == nil
            guard let declaration = variable(binding, of: syntax, type: isBare ? typeToTheRight : nil),
                case .variable(let variable) = declaration.kind
            else {
                result.append(otherDeclaration(DeclSyntax(syntax)))
                return
            }
            typeToTheRight = variable.type
            variables.append(declaration)
        }
        result += variables.reversed()
    }

    /// Returns one variable of a `let` or `var`, with `type` as its type if it has no annotation, or `nil` for a tuple
    /// pattern.
    private func variable(
        _ binding: PatternBindingSyntax, of syntax: VariableDeclSyntax, type: TypeExpression?
    ) -> Declaration? {
        guard let pattern = binding.pattern.as(IdentifierPatternSyntax.self) else { return nil }
        var variable = Variable(
            isConstant: syntax.bindingSpecifier.tokenKind == .keyword(.let), name(pattern.identifier),
            type: binding.typeAnnotation.map { self.type($0.type) } ?? type,
            initialValue: binding.initializer.map { expression($0.value) },
            valueMark: binding.initializer.map { valueMark($0.value) } ?? SourceMark(),
            accessors: binding.accessorBlock.map { source.text(between: $0.leftBrace, and: $0.rightBrace) })
        // The getters of instance properties aren't used.
        if let block = binding.accessorBlock,
            syntax.modifiers.contains(where: { $0.name.tokenKind == .keyword(.static) })
        {
            variable.getter = facts(block)
        }
        return declaration(syntax, syntax.attributes, syntax.modifiers, .variable(variable), at: pattern)
    }

    /// Returns the position of a value, and the positions of the elements of an array literal.
    func valueMark(_ value: ExprSyntax) -> SourceMark {
        let elements = value.as(ArrayExprSyntax.self)?.elements.compactMap { mark($0).position }
        return SourceMark(mark(value).position, elements: elements ?? [])
    }

    // MARK: Functions

    private func function(_ syntax: FunctionDeclSyntax) -> Function {
        let signature = syntax.signature
        let throwsClause = signature.effectSpecifiers?.throwsClause
        let result = signature.returnClause.map { type($0.type) }
        var function = Function(
            name(syntax.name), genericParameters: genericParameters(syntax.genericParameterClause),
            parameters: signature.parameterClause.parameters.map(parameter),
            isAsync: signature.effectSpecifiers?.asyncSpecifier != nil, isThrowing: throwsClause != nil,
            thrownType: throwsClause?.type.map { type($0) }, result: result == .void ? nil : result,
            resultMark: signature.returnClause.map { mark($0.type) } ?? SourceMark(),
            requirements: requirements(syntax.genericWhereClause),
            body: syntax.body.map { source.text(between: $0.leftBrace, and: $0.rightBrace) })
        if !syntax.attributes.isEmpty || syntax.modifiers.contains(where: { $0.name.tokenKind == .keyword(.static) }) {
            function.code = facts(syntax)
        }
        return function
    }

    private func parameter(_ syntax: FunctionParameterSyntax) -> Function.Parameter {
        var type = type(syntax.type)
        if syntax.ellipsis != nil { type = .other(oneLine(syntax.type) + "...") }
        return Function.Parameter(
            documentation: documentation(of: syntax), attributes: attributes(syntax.attributes),
            label: syntax.secondName == nil ? nil : name(syntax.firstName), name(syntax.secondName ?? syntax.firstName),
            type: type, defaultValue: syntax.defaultValue.map { expression($0.value) },
            mark: mark(syntax.secondName ?? syntax.firstName))
    }

    // MARK: Cases

    private func caseElement(_ syntax: EnumCaseElementSyntax) -> CaseElement {
        CaseElement(
            name(syntax.name), payload: syntax.parameterClause?.parameters.map(payload) ?? [],
            rawValue: syntax.rawValue.map { expression($0.value) }, mark: mark(syntax.name))
    }

    private func payload(_ syntax: EnumCaseParameterSyntax) -> CaseElement.Payload {
        let type = type(syntax.type)
        let label = syntax.firstName.map(name)
        guard let value = syntax.defaultValue else { return CaseElement.Payload(label: label, type) }
        return CaseElement.Payload(label: label, .other("\(oneLine(syntax.type)) = \(oneLine(value.value))"))
    }

    // MARK: Other declarations

    /// Returns a declaration as source text, beginning after its attributes and modifiers.
    private func otherDeclaration(_ syntax: DeclSyntax) -> Declaration {
        var start = syntax.positionAfterSkippingLeadingTrivia
        for child in syntax.children(viewMode: .sourceAccurate) {
            guard child.is(AttributeListSyntax.self) || child.is(DeclModifierListSyntax.self) else {
                start = child.positionAfterSkippingLeadingTrivia
                break
            }
        }
        let attributes = syntax.asProtocol(WithAttributesSyntax.self)?.attributes
        let modifiers = syntax.asProtocol(WithModifiersSyntax.self)?.modifiers
        return Declaration(
            documentation: documentation(of: syntax), attributes: attributes.map { self.attributes($0) } ?? [],
            modifiers: modifiers.map { self.modifiers($0) } ?? [],
            .other(source.text(from: start, to: syntax.endPositionBeforeTrailingTrivia)),
            mark: SourceMark(source.position(at: start)))
    }
}

extension DeclSyntax {
    /// Whether the node is code that isn't a declaration. swift-syntax has a node for it since version 603.
    fileprivate var isUnexpectedCode: Bool {
        #if canImport(SwiftSyntax603)
            self.is(UnexpectedCodeDeclSyntax.self)
        #else
            false
        #endif
    }
}
