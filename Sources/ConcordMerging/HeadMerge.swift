import ConcordOutline
import ConcordSwiftPrinter

/// Merges the head of a declaration: its attributes, name, type, and parameters.
///
/// Each piece is merged separately. If the document changes one argument and the developer has added another, both are
/// kept.
struct HeadMerge {
    /// A piece that both sides have changed, or that differs while no record exists. The code's version is kept.
    struct Disagreement {
        /// The description of the piece: `@Field(maxLength:)`, `the type`.
        var piece: String
        /// The text of each version, or `nothing` for a version without the piece.
        var versions: Versions<String>
        /// The parameter that the piece belongs to, in the code and in the document.
        var parameter: (code: Function.Parameter, document: Function.Parameter)?
    }

    private(set) var disagreements: [Disagreement] = []
    /// The parameters that the document no longer has.
    private(set) var obsoleteParameters: [Function.Parameter] = []
    /// The names of types that the document no longer has. The types are kept, and so are the array elements that refer
    /// to them.
    private let obsoleteTypes: Set<String>

    init(obsoleteTypes: Set<String>) {
        self.obsoleteTypes = obsoleteTypes
    }

    /// Returns the merged declaration, with the comment and body of the code, or `nil` if the versions are different
    /// kinds of declaration.
    mutating func merge(_ versions: Versions<Declaration>) -> Declaration? {
        var versions = versions
        versions.document = versions.document.keepingPathParameter(of: versions.code)
        guard let kind = kind(versions) else { return nil }
        var result = versions.code
        result.kind = kind
        result.attributes = attributes(versions.map(\.attributes), of: "")
        result.modifiers = pick(versions.map(\.modifiers), "the modifiers") { $0.joined(separator: " ") }
        return result
    }

    // MARK: Kinds

    private mutating func kind(_ versions: Versions<Declaration>) -> Declaration.Kind? {
        switch versions.code.kind {
        case .structure: return type(versions, Declaration.Kind.structure)
        case .enumeration: return type(versions, Declaration.Kind.enumeration)
        case .variable:
            let isStatic = versions.code.modifiers.contains("static")
            return same(versions, \.variable).map { .variable(variable($0, isStatic: isStatic)) }
        case .function: return same(versions, \.function).map { .function(function($0)) }
        case .alias:
            return same(versions, \.alias).map { versions in
                let name = pick(versions.map { $0.name }, "the name") { $0 }
                let parameters = pick(versions.map { $0.genericParameters }, "the generic parameters") {
                    $0.joined(separator: ", ")
                }
                return .alias(
                    name: name, genericParameters: parameters, type: type(versions.map { $0.type }, of: ""))
            }
        case .enumCase: return same(versions, \.caseElement).map { .enumCase([element($0)]) }
        default: return nil
        }
    }

    /// Returns the same part of all versions if the code and the document have it. A record of another kind is ignored.
    private func same<Part>(_ versions: Versions<Declaration>, _ part: (Declaration.Kind) -> Part?) -> Versions<Part>? {
        guard let code = part(versions.code.kind), let document = part(versions.document.kind) else { return nil }
        return Versions(recorded: versions.recorded.flatMap { part($0.kind) }, code: code, document: document)
    }

    private mutating func type(
        _ versions: Versions<Declaration>, _ make: (TypeBody) -> Declaration.Kind
    ) -> Declaration.Kind? {
        let keyword = versions.code.kind.typeKeyword
        guard keyword == versions.document.kind.typeKeyword, let bodies = same(versions, \.typeBody) else { return nil }
        var result = bodies.code
        result.name = pick(bodies.map(\.name), "the name") { $0 }
        result.genericParameters = pick(bodies.map(\.genericParameters), "the generic parameters") {
            $0.joined(separator: ", ")
        }
        let parents = ListMerge(
            bodies.map(\.inheritance), by: Self.text, .init(deletes: { _ in true }, addsWithoutRecord: false)
        ) { $0.code }
        add(parents.undecided, "what it inherits", Self.text)
        result.inheritance = parents.elements
        return make(result)
    }

    private mutating func variable(_ versions: Versions<Variable>, isStatic: Bool) -> Variable {
        var result = versions.code
        result.name = pick(versions.map(\.name), "the name") { $0 }
        result.isConstant = pick(versions.map(\.isConstant), "the keyword") { $0 ? "let" : "var" }
        result.type = type(versions.map(\.type), of: "")
        result.initialValue = value(versions.map(\.initialValue), of: "", isList: isStatic)
        return result
    }

    private mutating func element(_ versions: Versions<CaseElement>) -> CaseElement {
        var result = versions.code
        result.name = pick(versions.map(\.name), "the name") { $0 }
        result.payload = pick(versions.map(\.payload), "the values") { payload in
            "(" + payload.map { ($0.label.map { "\($0): " } ?? "") + Self.text($0.type) }.joined(separator: ", ") + ")"
        }
        result.rawValue = value(versions.map(\.rawValue), of: "", isList: false)
        return result
    }

    // MARK: Functions

    private mutating func function(_ versions: Versions<Function>) -> Function {
        var result = versions.code
        result.name = pick(versions.map(\.name), "the name") { $0 }
        result.isAsync = pick(versions.map(\.isAsync), "'async'") { $0 ? "async" : Self.nothing }
        result.isThrowing = pick(versions.map(\.isThrowing), "'throws'") { $0 ? "throws" : Self.nothing }
        result.result = pick(versions.map(\.result), "the result") { $0.map(Self.text) ?? "Void" }
        let renamed = Self.renamedParameters(versions.map(\.parameters))
        let parameters = ListMerge(
            versions.map(\.parameters), by: { renamed[Self.key($0)] ?? Self.key($0) },
            .init(deletes: { _ in false }, addsWithoutRecord: true)
        ) { parameter($0) }
        result.parameters = parameters.elements
        obsoleteParameters = parameters.obsolete
        for versions in parameters.undecided {
            let name = versions.document?.name ?? versions.code?.name ?? ""
            add([versions], "the parameter '\(name)'", Self.text)
        }
        return result
    }

    private mutating func parameter(_ versions: Versions<Function.Parameter>) -> Function.Parameter {
        var versions = versions
        versions.document = versions.document.keepingPathParameter(of: versions.code)
        let owner = " of '\(versions.code.name)'"
        let earlier = disagreements.count
        defer {
            for index in disagreements.indices.dropFirst(earlier) {
                disagreements[index].parameter = (versions.code, versions.document)
            }
        }
        var result = versions.code
        result.documentation = pick(versions.map(\.documentation), "the comment\(owner)") { $0 ?? Self.nothing }
        result.attributes = attributes(versions.map(\.attributes), of: owner)
        result.label = pick(versions.map(\.label), "the label\(owner)") { $0 ?? Self.nothing }
        result.name = pick(versions.map(\.name), "the name\(owner)") { $0 }
        result.type = type(versions.map(\.type), of: owner)
        result.defaultValue = value(versions.map(\.defaultValue), of: owner, isList: false)
        return result
    }

    /// Returns the old keys of parameters that have new keys in the document. Path parameters are paired by their order
    /// in the path, and parameters that moved to another location, such as from the query to a header, are paired by
    /// name.
    private static func renamedParameters(_ versions: Versions<[Function.Parameter]>) -> [String: String] {
        let (old, new) = (versions.recorded ?? versions.code, versions.document)
        let (known, wanted) = (Set(old.map(key)), Set(new.map(key)))
        let gone = old.filter { !wanted.contains(key($0)) }
        let come = new.filter { !known.contains(key($0)) }
        let pairs = zip(come.filter { $0.pathParameter != nil }, gone.filter { $0.pathParameter != nil })
        var renamed = Dictionary(pairs.map { (key($0), key($1)) }) { first, _ in first }
        let byName = Dictionary(grouping: gone) { $0.attributes.wireName ?? $0.name }
        for parameter in come where renamed[key(parameter)] == nil {
            guard let found = byName[parameter.attributes.wireName ?? parameter.name], found.count == 1 else {
                continue
            }
            renamed[key(parameter)] = key(found[0])
        }
        return renamed
    }

    /// Returns the key of a parameter: its location and wire name. All bodies have the same key.
    static func key(_ parameter: Function.Parameter) -> String {
        if parameter.attributes.contains(where: { $0.name == "Body" }) { return "@Body" }
        let name = parameter.attributes.wireName ?? parameter.name
        guard let source = parameter.attributes.inputSource else { return name }
        return "@\(source) " + name
    }

    // MARK: Attributes

    private mutating func attributes(_ versions: Versions<[Attribute]>, of owner: String) -> [Attribute] {
        let list = ListMerge(
            versions, by: Self.key, .init(deletes: { _ in true }, addsWithoutRecord: false)
        ) { attribute($0, of: owner) }
        for versions in list.undecided {
            add([versions], "@\(versions.document?.name ?? versions.code?.name ?? "")\(owner)", Self.text)
        }
        return list.elements
    }

    private static let methods: Set<String> = [
        "GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "QUERY", "Operation",
    ]

    /// Returns the key of an attribute. A function has only one method, and only one response for each status.
    static func key(_ attribute: Attribute) -> String {
        if methods.contains(attribute.name) { return "method" }
        guard attribute.name == "Response", let first = attribute.arguments?.first, first.label == nil else {
            return attribute.name
        }
        return "Response " + text(first.value)
    }

    private mutating func attribute(_ versions: Versions<Attribute>, of owner: String) -> Attribute {
        switch versions.verdict {
        case .code: return versions.code
        case .document: return versions.document
        case .undecided: break
        }
        guard versions.code.name == versions.document.name else {
            add(versions, "the method\(owner)", Self.text)
            return versions.code
        }
        let name = versions.code.name
        let list = ListMerge(
            versions.map { ArgumentGroup.groups($0.arguments ?? []) }, by: { $0.name ?? "" },
            .init(deletes: { _ in true }, addsWithoutRecord: false)
        ) { groups in
            pick(groups, "@\(name)(\(groups.code.name ?? ""))\(owner)", Self.text)
        }
        for versions in list.undecided {
            add([versions], "@\(name)(\((versions.document ?? versions.code)?.name ?? ""))\(owner)", Self.text)
        }
        var result = versions.code
        let arguments = list.elements.flatMap(\.arguments)
        result.arguments = arguments.isEmpty && versions.code.arguments == nil ? nil : arguments
        return result
    }

    /// A trait, or an argument with the unlabeled arguments after it: `fields: \.a, \.b`.
    private struct ArgumentGroup: Hashable {
        /// The trait or label: `.minLength` or `fields:`.
        var name: String?
        var arguments: [Argument]

        static func groups(_ arguments: [Argument]) -> [ArgumentGroup] {
            arguments.reduce(into: []) { groups, argument in
                let name = argument.label.map { "\($0):" } ?? argument.value.traitName.map { ".\($0)" }
                if name == nil, !groups.isEmpty {
                    groups[groups.count - 1].arguments.append(argument)
                } else {
                    groups.append(ArgumentGroup(name: name, arguments: [argument]))
                }
            }
        }
    }

    // MARK: Types and values

    private mutating func type(_ versions: Versions<TypeExpression>, of owner: String) -> TypeExpression {
        pick(versions, "the type\(owner)", Self.text)
    }

    private mutating func type(_ versions: Versions<TypeExpression?>, of owner: String) -> TypeExpression? {
        pick(versions, "the type\(owner)") { $0.map(Self.text) ?? Self.nothing }
    }

    /// Merges values. The arrays of an API are merged element by element.
    private mutating func value(_ versions: Versions<Expression?>, of owner: String, isList: Bool) -> Expression? {
        if isList, let lists = Self.lists(versions) {
            let obsolete = obsoleteTypes
            let rules = ListMerge<Expression>.Rules(
                deletes: { !obsolete.contains(Self.text($0).replacing(".self", with: "")) },
                addsWithoutRecord: true)
            let list = ListMerge(lists, by: Self.key, rules) { pick($0, "an element of the list", Self.text) }
            add(list.undecided, "an element of the list", Self.text)
            return .array(list.elements)
        }
        return pick(versions, "the value\(owner)") { $0.map(Self.text) ?? Self.nothing }
    }

    private static func lists(_ versions: Versions<Expression?>) -> Versions<[Expression]>? {
        guard case .array(let code)? = versions.code, case .array(let document)? = versions.document else { return nil }
        guard case .array(let recorded)?? = versions.recorded else {
            return Versions(code: code, document: document)
        }
        return Versions(recorded: recorded, code: code, document: document)
    }

    /// Returns the key of an array element. An element such as `Server("https://…", …)` is identified by its first
    /// argument.
    private static func key(_ expression: Expression) -> String {
        guard case .call(let callee, let arguments) = expression, let first = arguments.first else {
            return text(expression)
        }
        return text(.call(callee, [first]))
    }

    // MARK: Verdicts

    private static let nothing = "nothing"

    private mutating func pick<Value: Equatable>(
        _ versions: Versions<Value>, _ piece: String, _ text: (Value) -> String
    ) -> Value {
        switch versions.verdict {
        case .code: return versions.code
        case .document: return versions.document
        case .undecided:
            add(versions, piece, text)
            return versions.code
        }
    }

    private mutating func add<Value>(_ versions: Versions<Value>, _ piece: String, _ text: (Value) -> String) {
        disagreements.append(Disagreement(piece: piece, versions: versions.map(text)))
    }

    private mutating func add<Value>(
        _ undecided: [Versions<Value?>], _ piece: String, _ text: (Value) -> String
    ) {
        for versions in undecided { add(versions, piece) { $0.map(text) ?? Self.nothing } }
    }

    // MARK: Texts

    private static func text(_ expression: Expression) -> String { SwiftPrinter().print(expression) }

    private static func text(_ type: TypeExpression) -> String { SwiftPrinter().print(type) }

    private static func text(_ attribute: Attribute) -> String {
        guard let arguments = attribute.arguments else { return "@\(attribute.name)" }
        return "@" + text(.call(.reference(attribute.name), arguments))
    }

    private static func text(_ group: ArgumentGroup) -> String {
        group.arguments.map { text($0.value) }.joined(separator: ", ")
    }

    private static func text(_ parameter: Function.Parameter) -> String {
        let label = parameter.label.map { "\($0) " } ?? ""
        let value = parameter.defaultValue.map { " = \(text($0))" } ?? ""
        return (parameter.attributes.map(text) + ["\(label)\(parameter.name): \(text(parameter.type))\(value)"])
            .joined(separator: " ")
    }
}
