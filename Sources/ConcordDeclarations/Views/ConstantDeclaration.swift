import ConcordOutline

/// A reusable object at file level: `let youngPets = Example(…)` or `let owner = ResponseLink(…)`.
public struct ConstantDeclaration: Hashable, Sendable {
    /// The name and position. The wire name is the value of `name:`.
    public var head: DeclarationHead
    /// The object.
    public var object: ValueObject

    /// The shapes of objects that can be components.
    static let shapes: [ValueShape] = [.example, .responseLink]

    /// Creates a constant.
    public init(_ head: DeclarationHead, _ object: ValueObject) {
        self.head = head
        self.object = object
    }

    init?(_ outline: Declaration, _ reading: inout Reading) {
        guard case .variable(let variable) = outline.kind, variable.isConstant,
            case .call(let callee, let callArguments)? = variable.initialValue,
            let shape = Self.shapes.first(where: { $0.rawValue == callee.lastName })
        else { return nil }
        let named = callArguments.first { $0.label == "name" }
        let rest = callArguments.filter { $0.label != "name" }
        guard let object = ValueObject(shape, .call(callee, rest), at: outline.mark, &reading) else { return nil }
        self.init(DeclarationHead(variable.name, outline, &reading), object)
        head.wireName = named.flatMap { reading.text($0) }
    }

    /// The outline of the declaration. `name:` is the last argument before `openAPI:`.
    public var outline: Declaration {
        guard case .call(let callee, var arguments) = object.expression else { return Declaration(.other("")) }
        let index = arguments.firstIndex { $0.label == "openAPI" } ?? arguments.endIndex
        arguments.insert(contentsOf: [Argument].text("name", head.wireName), at: index)
        return Declaration(
            documentation: head.documentation,
            .variable(Variable(isConstant: true, head.name, initialValue: .call(callee, arguments))))
    }
}
