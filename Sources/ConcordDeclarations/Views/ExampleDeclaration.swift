import ConcordOutline

/// `let youngPets = Example(…)` at file level: a reusable example.
public struct ExampleDeclaration: Hashable, Sendable {
    /// Name and place; the wire name is `name:`.
    public var head: DeclarationHead
    /// The example.
    public var example: ValueObject

    /// Makes an example.
    public init(_ head: DeclarationHead, example: ValueObject) {
        self.head = head
        self.example = example
    }

    init?(_ outline: Declaration, _ reading: inout Reading) {
        guard case .variable(let variable) = outline.kind, variable.isConstant,
            case .call(let callee, let callArguments)? = variable.initialValue, callee.lastName == "Example"
        else { return nil }
        let named = callArguments.first { $0.label == "name" }
        let rest = callArguments.filter { $0.label != "name" }
        guard let example = ValueObject(.example, .call(callee, rest), at: outline.mark, &reading) else { return nil }
        self.init(DeclarationHead(variable.name, outline, &reading), example: example)
        head.wireName = named.flatMap { reading.text($0) }
    }

    /// The outline that states this: `name:` stands last but for `openAPI:`.
    public var outline: Declaration {
        guard case .call(let callee, var arguments) = example.expression else { return Declaration(.other("")) }
        let index = arguments.firstIndex { $0.label == "openAPI" } ?? arguments.endIndex
        arguments.insert(contentsOf: [Argument].text("name", head.wireName), at: index)
        return Declaration(
            documentation: head.documentation,
            .variable(Variable(isConstant: true, head.name, initialValue: .call(callee, arguments))))
    }
}
