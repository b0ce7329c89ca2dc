import ConcordDeclarations
import ConcordDiagnostics
import ConcordNames
import ConcordOutline

/// An error that an operation's code throws: its type, and its arguments.
private struct ThrownError {
    /// The path of the error's type.
    let type: [String]
    let arguments: [Argument]
    /// Whether `.with(status:)` sets the status.
    let hasStatus: Bool

    /// Creates the error for `Missing(…)` or `Missing(…).with(status: 404)`, or returns `nil` for any other expression.
    init?(_ expression: Expression) {
        if case .call(.member(let error?, "with"), _) = expression {
            guard let inner = ThrownError(error) else { return nil }
            (type, arguments, hasStatus) = (inner.type, inner.arguments, true)
        } else {
            guard case .call(let callee, let arguments) = expression, let path = callee.typePath,
                path.last?.first?.isUppercase == true
            else { return nil }
            (type, self.arguments, hasStatus) = (path, arguments, false)
        }
    }
}

extension Generator {
    /// Returns the statuses of the problems that an operation's code throws, each with its description.
    func thrownProblems(of operation: OperationDeclaration) -> [(status: Int, description: String)] {
        var found: [(status: Int, description: String)] = []
        for thrown in operation.thrown {
            guard let error = ThrownError(thrown.error), !error.hasStatus, isReadyProblem(error.type),
                let status = error.arguments.first.flatMap(\.status)
            else { continue }
            let sentence = error.arguments.dropFirst().first { $0.label == nil }
            var description = ReasonPhrase.of(status)
            if case .string(let text)? = sentence?.value { description = text }
            if let index = found.firstIndex(where: { $0.status == status }) {
                // If a status has several descriptions, the document states the reason phrase.
                if found[index].description != description { found[index].description = ReasonPhrase.of(status) }
            } else {
                found.append((status, description))
            }
        }
        return found
    }

    private func isReadyProblem(_ path: [String]) -> Bool {
        if let module = path.first, ["Concord", "ConcordCore"].contains(module) {
            return path.dropFirst() == [ReadyComponents.problemName]
        }
        return path == [ReadyComponents.problemName] && symbols.find(path, in: [])?.path == ["$Problem"]
    }

    /// Reports errors that the operation's code throws if its responses don't declare them, or declare them for several
    /// statuses.
    mutating func checkThrown(by operation: OperationDeclaration, scope: [String]) {
        for thrown in operation.thrown {
            guard let error = ThrownError(thrown.error), !isReadyProblem(error.type),
                let found = symbols.find(error.type, in: scope), found.declaration.isThrowable
            else { continue }
            let name = error.type.joined(separator: ".")
            let lines = operation.responses.filter { line in
                line.type?.path.flatMap { symbols.find($0, in: scope) }?.path == found.path
            }
            let codes = lines.compactMap { line in
                if case .code(let code) = line.status { code } else { nil }
            }
            if lines.isEmpty {
                self.error(
                    "undeclared-error",
                    "'\(operation.head.name)' throws '\(name)', but declares no response of this type",
                    at: thrown.mark,
                    help: "write '@Response(400, \(name).self)' before the function, with the intended status")
            } else if codes.count > 1, !error.hasStatus, !found.declaration.statesStatus {
                self.error(
                    "ambiguous-status",
                    "'\(name)' is declared for the statuses \(codes.map(String.init).joined(separator: " and "))",
                    at: thrown.mark, help: "write 'throw \(name)(…).with(status: \(codes[0]))'")
            }
        }
    }
}

extension Argument {
    /// The status of `404` or `.notFound`.
    fileprivate var status: Int? {
        switch value {
        case .number(let text): Int(text)
        case .member(nil, let name): StatusName.code(name)
        default: nil
        }
    }
}

/// The names of statuses in swift-http-types, which are derived from the reason phrases.
private enum StatusName {
    static func code(_ name: String) -> Int? {
        (400...599).first { code in
            let words = ReasonPhrase.of(code).split { !$0.isLetter && !$0.isNumber }
            return words.map { $0.lowercased() }.joined() == name.lowercased()
        }
    }
}
