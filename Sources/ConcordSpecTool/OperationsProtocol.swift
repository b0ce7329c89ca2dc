import ConcordDeclarations
import ConcordOutline
import ConcordSwiftPrinter

/// A protocol with the operations of one tag, which a type of the app conforms to.
struct OperationsProtocol {
    /// An operation, with the view that declares it.
    struct Requirement {
        let view: ViewDeclaration
        let operation: OperationDeclaration
        /// The function's name, which is unique among the requirements.
        let function: String
    }

    let tag: String?
    let name: String
    /// The API's property for the implementation.
    let property: String
    private(set) var requirements: [Requirement] = []

    /// Names of the API's own members.
    private static let takenProperties: Set<String> = [
        "routes", "document", "configure", "served", "main", "responder", "authentication", "init", "self",
    ]

    /// Returns a protocol for each tag, in the order of the operations. Operations without a tag share a protocol.
    static func all(of views: [ViewDeclaration], besides taken: Set<String>) -> [OperationsProtocol] {
        var protocols: [OperationsProtocol] = []
        var taken = taken
        for view in views {
            for operation in view.operations {
                let tag = operation.tag(in: view)
                var index = protocols.firstIndex { $0.tag == tag }
                if index == nil {
                    let name = freeName(name(ofTag: tag), taken)
                    taken.insert(name)
                    let property = property(ofTag: tag)
                    let known = Set(protocols.map(\.property)).union(takenProperties)
                    protocols.append(
                        OperationsProtocol(tag: tag, name: name, property: freeName(property, known)))
                    index = protocols.count - 1
                }
                if let index { protocols[index].add(operation, of: view) }
            }
        }
        return protocols
    }

    /// Returns the name of a protocol: `BooksOperations`. A tag that ends with `Operations` keeps its name.
    private static func name(ofTag tag: String?) -> String {
        let name = SwiftName.typeName(of: tag ?? "")
        return name.hasSuffix("Operations") ? name : name + "Operations"
    }

    private static func property(ofTag tag: String?) -> String {
        let name = SwiftName.typeName(of: tag ?? "")
        if name.isEmpty { return "operations" }
        let property = SwiftName.memberName(of: name)
        return takenProperties.contains(property) ? property + "Operations" : property
    }

    private static func freeName(_ name: String, _ taken: Set<String>) -> String {
        var candidate = name
        var number = 2
        while taken.contains(candidate) {
            candidate = name + String(number)
            number += 1
        }
        return candidate
    }

    private mutating func add(_ operation: OperationDeclaration, of view: ViewDeclaration) {
        let isTaken = requirements.contains { $0.function == operation.head.name }
        let function = isTaken ? operation.head.name + "Of" + view.head.name : operation.head.name
        requirements.append(Requirement(view: view, operation: operation, function: function))
    }

    var subject: String { tag.map { "The operations tagged '\($0)'." } ?? "The operations without a tag." }

    /// Returns the protocol and, unless every operation must be implemented, default implementations.
    func text(_ values: ComponentValues, isComplete: Bool) -> String {
        var writer = SwiftWriter()
        writer.line("/// \(subject)".withoutLineEnds)
        writer.block("protocol \(name): Sendable") { writer in
            for (index, requirement) in requirements.enumerated() {
                if index > 0 { writer.line() }
                for line in requirement.documentation { writer.line(line.isEmpty ? "///" : "/// \(line)") }
                writer.line(requirement.signature(values))
            }
        }
        if isComplete { return writer.text }
        writer.line()
        writer.line("// An operation that is not implemented responds with status 501.")
        writer.block("extension \(name)") { writer in
            for (index, requirement) in requirements.enumerated() {
                if index > 0 { writer.line() }
                writer.block(requirement.signature(values)) { $0.line("throw ConcordCore.NotImplemented()") }
            }
        }
        return writer.text
    }
}

extension OperationsProtocol.Requirement {
    /// The inputs of the function: those of the path, and then its own.
    var inputs: [InputDeclaration] { view.inputs + operation.inputs }

    fileprivate var documentation: [String] {
        let text = operation.head.documentation ?? "\(operation.method) \(view.path)"
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    }

    /// Returns the function's signature, with qualified names of nested types and with values in place of components.
    func signature(_ values: ComponentValues) -> String {
        let printer = SwiftPrinter()
        func written(_ type: TypeExpression) -> String { printer.print(type.qualified(by: view)) }
        let parameters = inputs.map { input in
            "\(SwiftName.written(input.head.name, in: .label)): \(written(values.type(of: input)))"
        }
        let result = operation.result.map { " -> \(written($0))" } ?? ""
        return "func \(SwiftName.written(function))(\(parameters.joined(separator: ", "))) async throws\(result)"
    }

    /// Returns a call of the function on an implementation.
    func call(on implementation: String, _ values: ComponentValues) -> String {
        let arguments = inputs.map { input in
            "\(SwiftName.written(input.head.name, in: .label)): \(values.value(of: input))"
        }
        let function = SwiftName.written(function, in: .member)
        return "try await \(implementation).\(function)(\(arguments.joined(separator: ", ")))"
    }
}

extension OperationDeclaration {
    /// Returns the tag whose protocol has the operation.
    func tag(in view: ViewDeclaration) -> String? {
        switch tags {
        case .stated(let tags): tags.first
        case .unstated: view.tags.first
        case .silent: nil
        }
    }
}

/// The values inside parameter and request body components, which functions take instead of the components.
struct ComponentValues {
    /// The wrapped property of each component and the names of its nested types, keyed by the name of the component's
    /// type.
    private var components: [String: (input: InputDeclaration, nested: Set<String>)] = [:]

    init(_ declarations: [TypeDeclaration]) {
        for declaration in declarations {
            switch declaration {
            case .parameter(let parameter):
                components[parameter.head.name] = (parameter.input, Set(parameter.nested.map(\.head.name)))
            case .requestBody(let body):
                guard case .single(let input) = body.form else { continue }
                components[body.head.name] = (input, Set(body.nested.map(\.head.name)))
            default: break
            }
        }
    }

    private func component(
        _ input: InputDeclaration
    ) -> (input: InputDeclaration, nested: Set<String>, type: String)? {
        guard input.source == .component, case .named(let name, arguments: []) = input.type.unwrapped,
            let found = components[name]
        else { return nil }
        return (found.input, found.nested, name)
    }

    /// Returns the type of the function's parameter for an input.
    func type(of input: InputDeclaration) -> TypeExpression {
        guard let (found, nested, name) = component(input) else { return input.type }
        let type = found.type.qualified(within: name, nested)
        return input.type.isOptional && !type.isOptional ? .optional(type) : type
    }

    /// Returns the expression for the value of an input.
    func value(of input: InputDeclaration) -> String {
        let name = SwiftName.written(input.head.name)
        guard let (found, _, _) = component(input) else { return name }
        return "\(name)\(input.type.isOptional ? "?" : "").\(SwiftName.written(found.head.name, in: .member))"
    }
}

extension TypeExpression {
    /// Returns the type with the view's name before the view's nested types.
    fileprivate func qualified(by view: ViewDeclaration) -> TypeExpression {
        qualified(within: view.head.name, Set(view.nested.map(\.head.name)))
    }

    /// Returns the type with the name of an enclosing type before that type's nested types.
    fileprivate func qualified(within outer: String, _ nested: Set<String>) -> TypeExpression {
        qualified(Dictionary(uniqueKeysWithValues: nested.map { ($0, "\(outer).\($0)") }))
    }
}

extension TypeExpression {
    /// Returns the type with the names of nested types replaced by their paths.
    func qualified(_ paths: [String: String]) -> TypeExpression {
        func qualified(_ type: TypeExpression) -> TypeExpression {
            switch type {
            case .named(let name, let arguments):
                TypeExpression(path: paths[name]?.split(separator: ".").map(String.init) ?? [])
                    ?? .named(name, arguments: arguments.map(qualified))
            case .member(let base, let name, let arguments):
                .member(qualified(base), name, arguments: arguments.map(qualified))
            case .optional(let wrapped): .optional(qualified(wrapped))
            case .array(let element): .array(qualified(element))
            case .dictionary(let key, let value): .dictionary(key: qualified(key), value: qualified(value))
            case .tuple(let elements): .tuple(elements.map(qualified))
            case .existential, .opaque, .metatype, .other: type
            }
        }
        return qualified(self)
    }
}

extension SwiftName {
    /// Returns the name of a type that is derived from any string.
    static func typeName(of text: String) -> String {
        let words = text.split { !($0.isLetter || $0.isNumber) }
        let name = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        return name.first?.isNumber == true ? "_" + name : name
    }

    /// Returns the name of a member that is named after a type: `bearerToken` for `BearerToken`, `api` for `API`.
    static func memberName(of type: String) -> String {
        let isAllCapitals = type.allSatisfy { !$0.isLowercase }
        return isAllCapitals ? type.lowercased() : type.prefix(1).lowercased() + type.dropFirst()
    }
}

extension String {
    /// The string as a single line, for a comment.
    var withoutLineEnds: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
