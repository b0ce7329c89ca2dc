import ConcordDeclarations
import ConcordOutline
import ConcordSwiftPrinter

/// The operations of one tag as a protocol, to which the app conforms: an operation that is new in the document is then
/// a compiler's error in the app.
struct OperationsProtocol {
    /// One operation and the view that it is declared in.
    struct Requirement {
        let view: ViewDeclaration
        let operation: OperationDeclaration
        /// The function's name, which no other requirement has.
        let function: String
    }

    let tag: String?
    let name: String
    private(set) var requirements: [Requirement] = []

    /// A protocol for each tag, in the order of the operations; operations without a tag share one.
    static func all(of views: [ViewDeclaration], besides taken: Set<String>) -> [OperationsProtocol] {
        var protocols: [OperationsProtocol] = []
        var taken = taken
        for view in views {
            for operation in view.operations {
                let tag = operation.tag(in: view)
                var index = protocols.firstIndex { $0.tag == tag }
                if index == nil {
                    let name = freeName(SwiftName.typeName(of: tag ?? "") + "Operations", taken)
                    taken.insert(name)
                    protocols.append(OperationsProtocol(tag: tag, name: name))
                    index = protocols.count - 1
                }
                if let index { protocols[index].add(operation, of: view) }
            }
        }
        return protocols
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

    /// The type that implements the protocol, as a parameter of what calls it.
    var implementation: String { "\(name)Type" }

    var genericParameter: String { "\(implementation): \(name)" }

    var text: String {
        var writer = SwiftWriter()
        let subject = tag.map { "The operations tagged '\($0)'" } ?? "The operations without a tag"
        writer.line("/// \(subject); a value is made for each request.".withoutLineEnds)
        writer.block("protocol \(name): Sendable") { writer in
            writer.line("init()")
            for requirement in requirements {
                writer.line()
                for line in requirement.documentation { writer.line(line.isEmpty ? "///" : "/// \(line)") }
                writer.line(requirement.signature(qualified: true))
            }
        }
        return writer.text
    }
}

extension OperationsProtocol.Requirement {
    /// The values that the function gets: those of the path, then its own.
    var inputs: [InputDeclaration] { view.inputs + operation.inputs }

    fileprivate var documentation: [String] {
        let text = operation.head.documentation ?? "\(operation.method) \(view.path)"
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    }

    /// The function, types inside the view by their full names where it stands outside.
    func signature(qualified: Bool) -> String {
        let printer = SwiftPrinter()
        func written(_ type: TypeExpression) -> String {
            printer.print(qualified ? type.qualified(by: view) : type)
        }
        let parameters = inputs.map { input in
            let name = SwiftName.written(input.head.name, in: .label)
            return "\(name): \(written(input.type))"
        }
        let result = operation.result.map { " -> \(written($0))" } ?? ""
        return "func \(SwiftName.written(function))(\(parameters.joined(separator: ", "))) async throws\(result)"
    }
}

extension OperationDeclaration {
    /// The tag whose protocol has the operation.
    func tag(in view: ViewDeclaration) -> String? {
        switch tags {
        case .stated(let tags): tags.first
        case .unstated: view.tags.first
        case .silent: nil
        }
    }
}

extension TypeExpression {
    /// The type with the view's name before the types that it declares.
    fileprivate func qualified(by view: ViewDeclaration) -> TypeExpression {
        let nested = Set(view.nested.map(\.head.name))
        func qualified(_ type: TypeExpression) -> TypeExpression {
            switch type {
            case .named(let name, let arguments):
                let arguments = arguments.map(qualified)
                return nested.contains(name)
                    ? .member(.named(view.head.name), name, arguments: arguments) : .named(name, arguments: arguments)
            case .member(let base, let name, let arguments):
                return .member(qualified(base), name, arguments: arguments.map(qualified))
            case .optional(let wrapped): return .optional(qualified(wrapped))
            case .array(let element): return .array(qualified(element))
            case .dictionary(let key, let value): return .dictionary(key: qualified(key), value: qualified(value))
            case .tuple(let elements): return .tuple(elements.map(qualified))
            case .existential, .opaque, .metatype, .other: return type
            }
        }
        return qualified(self)
    }
}

extension SwiftName {
    /// A type's name made of the words of any text.
    fileprivate static func typeName(of text: String) -> String {
        let words = text.split { !($0.isLetter || $0.isNumber) }
        let name = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        return name.first?.isNumber == true ? "_" + name : name
    }
}

extension String {
    /// What can stand in a comment of one line.
    fileprivate var withoutLineEnds: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
