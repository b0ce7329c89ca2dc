import ConcordDeclarations
import ConcordDiagnostics
import ConcordOutline

extension Generator {
    /// Returns the inputs that an app's own filter, pagination, permission, or throttle adds to an operation.
    mutating func inputs(of use: ParticipantUse, _ kind: ParticipantDeclaration.Kind) -> [InputDeclaration] {
        guard let found = participant(use, kind) else { return [] }
        return found.declaration.inputs.map { input in
            var input = input
            input.head.wireName = found.declaration.wireName(of: input)
            input.type = symbols.qualified(input.type, in: found.path)
            return input
        }
    }

    /// Returns the declaration of an app's own participant. Reports a participant that isn't declared.
    mutating func participant(
        _ use: ParticipantUse, _ kind: ParticipantDeclaration.Kind
    ) -> (declaration: ParticipantDeclaration, path: [String])? {
        if let found = symbols.resolve(use.type, in: []), case .participant(let participant) = found.declaration,
            participant.kind == kind
        {
            return (participant, found.path)
        }
        let name = use.type.path?.joined(separator: ".") ?? use.name
        if symbols.resolve(use.type, in: []) == nil, use.name.first?.isLowercase == true {
            error(
                "not-static", "Concord can't tell what '\(name)(…)' returns without running the program", at: use.mark,
                help: "write the \(kind.word) here, or use a constant")
        } else {
            let known = kind.readyNames + symbols.participantNames(kind)
            error(
                "unknown-participant", "'\(name)' does not conform to \(kind.protocolName)", at: use.mark,
                help: known.nearest(to: name).map { "did you mean '\($0)'?" }
                    ?? "declare '@\(kind.rawValue) struct \(name): \(kind.protocolName)'")
        }
        return nil
    }
}

extension ParticipantDeclaration.Kind {
    fileprivate var word: String { rawValue.lowercased() }

    /// The names of the built-in participants.
    fileprivate var readyNames: [String] {
        switch self {
        case .filter: ["SearchFilter", "OrderingFilter", "FieldFilter"]
        case .pagination: ["PageNumberPagination", "LimitOffsetPagination", "CursorPagination"]
        case .permission:
            ["AllowAny", "IsAuthenticated", "IsAdminUser", "IsAuthenticatedOrReadOnly", "AnyOf", "AllOf", "Not"]
        case .throttle: ["RateThrottle"]
        }
    }
}
