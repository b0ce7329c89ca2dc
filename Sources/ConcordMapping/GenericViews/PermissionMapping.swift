import ConcordDeclarations
import ConcordDiagnostics
import ConcordNames
import ConcordOutline
import ConcordYAML

/// The access that permissions allow, as far as it can be determined from their names.
struct Access {
    /// The access of requests without a user.
    var anonymous: AnonymousAccess
    /// Whether authenticated users can be rejected.
    var refusesKnown: Bool
    /// The doc comments of the permissions.
    var comments: [String] = []

    /// Returns the access if all permissions must allow a request. Without permissions, every request is allowed.
    static func all(of parts: [Access]) -> Access {
        Access(
            anonymous: .all(of: parts.map(\.anonymous)),
            refusesKnown: parts.contains(where: \.refusesKnown), comments: parts.flatMap(\.comments))
    }

    /// Returns the access if at least one of the permissions must allow a request.
    static func any(of parts: [Access]) -> Access {
        Access(
            anonymous: .any(of: parts.map(\.anonymous)),
            refusesKnown: parts.allSatisfy(\.refusesKnown), comments: parts.flatMap(\.comments))
    }
}

extension Generator {
    /// Returns the access that an array of permissions allows for a method.
    mutating func access(_ permissions: [ParticipantUse], _ method: String) -> Access {
        .all(of: permissions.map { access($0, method) })
    }

    private mutating func access(_ use: ParticipantUse, _ method: String) -> Access {
        if symbols.resolve(use.type, in: []) == nil,
            let answer = AnonymousAccess.ofReadyPermission(use.name, method: method)
        {
            let isForAdministrators = use.name == "IsAdminUser"
            return Access(
                anonymous: answer, refusesKnown: isForAdministrators,
                comments: isForAdministrators ? ["Administrators only."] : [])
        }
        switch use.name {
        case "AnyOf": return .any(of: operands(use).map { access($0, method) })
        case "AllOf": return .all(of: operands(use).map { access($0, method) })
        case "Not":
            let inner = Access.all(of: operands(use).map { access($0, method) })
            return Access(anonymous: inner.anonymous.negated, refusesKnown: true)
        default:
            let comment = participant(use, .permission)?.declaration.head.documentation
            let ready =
                symbols.isImported(use.type) ? AnonymousAccess.ofReadyPermission(use.name, method: method) : nil
            return Access(
                anonymous: ready ?? .unknown, refusesKnown: ready != .allowed, comments: comment.map { [$0] } ?? [])
        }
    }

    /// Returns the inputs of an app's own permissions, including those inside `AnyOf`, `AllOf`, and `Not`.
    mutating func inputs(ofPermissions permissions: [ParticipantUse]) -> [InputDeclaration] {
        permissions.flatMap { use -> [InputDeclaration] in
            if use.isCombinator { return inputs(ofPermissions: operands(use)) }
            guard let found = symbols.resolve(use.type, in: []), case .participant = found.declaration else {
                return []
            }
            return inputs(of: use, .permission)
        }
    }

    private mutating func operands(_ use: ParticipantUse) -> [ParticipantUse] {
        use.arguments.compactMap { argument in
            guard case .call(let callee, let arguments) = argument.value, let path = callee.permissionPath,
                let type = TypeExpression(path: path)
            else {
                error(
                    "not-static", "Concord can't read this permission without running the program",
                    at: argument.mark, help: "write it as a literal, such as IsAuthenticated()")
                return nil
            }
            return ParticipantUse(type, arguments, mark: argument.mark)
        }
    }
}

extension ParticipantUse {
    fileprivate static let combinators: Set<String> = ["AnyOf", "AllOf", "Not"]

    fileprivate var isCombinator: Bool { Self.combinators.contains(name) }

    /// The permission in the notation of `x-permissions`: `IsOwner`, `AnyOf(IsOwner, IsAdminUser)`.
    var permissionText: String {
        guard isCombinator else { return type.path?.joined(separator: ".") ?? name }
        let parts = arguments.compactMap { argument -> String? in
            guard case .call(let callee, let arguments) = argument.value, let path = callee.permissionPath,
                let type = TypeExpression(path: path)
            else { return nil }
            return ParticipantUse(type, arguments).permissionText
        }
        return "\(name)(\(parts.joined(separator: ", ")))"
    }
}

/// A permission in the notation of `x-permissions`: `IsOwner`, `AnyOf(IsOwner, IsAdminUser)`.
struct PermissionText {
    private let name: String
    private let operands: [PermissionText]
    private static let ready: Set<String> = ["AllowAny", "IsAuthenticated", "IsAdminUser", "IsAuthenticatedOrReadOnly"]

    init?(_ text: String) {
        var rest = text[...]
        guard let read = PermissionText(reading: &rest), rest.isEmpty else { return nil }
        self = read
    }

    private init?(reading rest: inout Substring, depth: Int = 8) {
        name = String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
        guard depth > 0, name.first?.isUppercase == true else { return nil }
        rest = rest.dropFirst(name.count)
        var operands: [PermissionText] = []
        if ParticipantUse.combinators.contains(name) {
            guard rest.first == "(" else { return nil }
            repeat {
                rest = rest.dropFirst().drop { $0 == " " }
                guard let operand = PermissionText(reading: &rest, depth: depth - 1) else { return nil }
                operands.append(operand)
            } while rest.first == ","
            guard rest.first == ")" else { return nil }
            rest = rest.dropFirst()
        }
        self.operands = operands
    }

    /// The use of the permission in Swift.
    var use: ParticipantUse { ParticipantUse(.named(name), operands.map { Argument(nil, $0.use.expression) }) }

    /// The names of the permissions that the app must declare.
    var ownNames: [String] {
        if !operands.isEmpty { return operands.flatMap(\.ownNames) }
        return Self.ready.contains(name) ? [] : [name]
    }
}

extension Expression {
    /// The path of the type that the expression creates.
    fileprivate var permissionPath: [String]? {
        switch self {
        case .reference(let name): [name]
        case .member(let base?, let name): base.permissionPath.map { $0 + [name] }
        case .type(let type): type.path
        default: nil
        }
    }
}
