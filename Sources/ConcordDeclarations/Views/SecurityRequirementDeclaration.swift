import ConcordDiagnostics
import ConcordOutline

/// A security requirement: all of its schemes, with their scopes, are required together. Without schemes, it allows
/// anonymous access.
public struct SecurityRequirementDeclaration: Hashable, Sendable {
    /// The schemes that are required together.
    public var schemes: [Use]
    /// The position of the value.
    public var mark: SourceMark

    /// A use of a scheme: `PetstoreAuth("read:pets")`.
    public struct Use: Hashable, Sendable {
        /// The `@SecurityScheme` type.
        public var type: TypeExpression
        /// The required scopes.
        public var scopes: [String]

        /// Creates a use.
        public init(_ type: TypeExpression, scopes: [String] = []) {
            self.type = type
            self.scopes = scopes
        }
    }

    /// Creates a requirement.
    public init(_ schemes: [Use], mark: SourceMark = SourceMark()) {
        self.schemes = schemes
        self.mark = mark
    }
}

extension SecurityRequirementDeclaration {
    /// Reads an array of alternative requirements.
    static func list(_ argument: Argument, _ reading: inout Reading) -> [SecurityRequirementDeclaration] {
        let elements =
            reading.elements(argument, expected: "an array literal such as [BearerToken(), Anonymous()]") ?? []
        return elements.compactMap { SecurityRequirementDeclaration($0, &reading) }
    }

    private init?(_ argument: Argument, _ reading: inout Reading) {
        guard case .call(let callee, let arguments) = argument.value else {
            reading.notStatic(argument, expected: "a security scheme such as BearerToken()")
            return nil
        }
        switch callee.lastName {
        case "Anonymous": self.init([], mark: argument.mark)
        case "All":
            self.init(arguments.compactMap { Use($0, &reading) }, mark: argument.mark)
        default:
            guard let use = Use(argument, &reading) else { return nil }
            self.init([use], mark: argument.mark)
        }
    }

    /// Returns the array that states requirements.
    public static func expression(_ requirements: [SecurityRequirementDeclaration]) -> Expression {
        .array(requirements.map(\.expression))
    }

    private var expression: Expression {
        switch schemes.count {
        case 0: .call(.reference("Anonymous"), [])
        case 1: schemes[0].expression
        default: .call(.reference("All"), schemes.map { Argument(nil, $0.expression) })
        }
    }
}

extension SecurityRequirementDeclaration.Use {
    fileprivate init?(_ argument: Argument, _ reading: inout Reading) {
        guard case .call(let callee, let arguments) = argument.value, let path = callee.typePath,
            let type = TypeExpression(path: path)
        else {
            reading.notStatic(argument, expected: "a security scheme such as BearerToken()")
            return nil
        }
        self.init(type, scopes: arguments.filter { $0.label == nil }.compactMap { reading.text($0) })
    }

    fileprivate var expression: Expression {
        let path = type.path ?? []
        let callee = path.dropFirst().reduce(Expression.reference(path.first ?? "")) { .member($0, $1) }
        return .call(callee, scopes.map { Argument(nil, .string($0)) })
    }
}

extension Expression {
    /// The components of a name that refers to a type.
    public var typePath: [String]? {
        switch self {
        case .reference(let name): [name]
        case .member(let base?, let name): base.typePath.map { $0 + [name] }
        case .type(let type): type.path
        default: nil
        }
    }
}
