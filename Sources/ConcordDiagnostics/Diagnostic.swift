/// A problem in a user's input, with its position, its message, and a suggested fix.
public struct Diagnostic: Hashable, Sendable {
    /// The severity of a problem.
    public enum Severity: String, Hashable, Sendable, Comparable, CaseIterable {
        /// A remark. It never fails a command.
        case note
        /// A problem that does not prevent the result.
        case warning
        /// A problem that makes the input or the result invalid.
        case error

        /// Returns whether a severity is lower than another.
        public static func < (left: Severity, right: Severity) -> Bool {
            left.rank < right.rank
        }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// A second position that belongs to the problem, such as the earlier of two declarations with the same name.
    public struct Related: Hashable, Sendable {
        /// The relation of the second position to the first.
        public var message: String
        /// The second position.
        public var position: SourcePosition

        /// Creates a related position.
        public init(_ message: String, at position: SourcePosition) {
            self.message = message
            self.position = position
        }
    }

    /// The severity. With an error, the input can't be used as a whole.
    public var severity: Severity
    /// The kind of problem in kebab case (`unresolved-reference`), which `--explain` accepts.
    public var code: String
    /// One sentence without a period, in lowercase unless it begins with a name.
    public var message: String
    /// The position, or `nil` if the problem has no position in a file.
    public var position: SourcePosition?
    /// The suggested fix, if one is known.
    public var help: String?
    /// Other positions that belong to the problem.
    public var related: [Related]

    /// Creates a diagnostic.
    public init(
        _ severity: Severity,
        _ code: String,
        _ message: String,
        at position: SourcePosition?,
        help: String? = nil,
        related: [Related] = []
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.position = position
        self.help = help
        self.related = related
    }
}

extension Sequence<Diagnostic> {
    /// Whether any diagnostic is an error, so that the input can't be used as a whole.
    public var containsError: Bool {
        contains { $0.severity == .error }
    }

    /// Returns the diagnostics sorted by file (in order of first appearance), line, and column.
    public func sortedByPosition() -> [Diagnostic] {
        var fileOrder: [String: Int] = [:]
        for diagnostic in self {
            let file = diagnostic.position?.file ?? ""
            if fileOrder[file] == nil { fileOrder[file] = fileOrder.count }
        }
        return enumerated().sorted { left, right in
            let (a, b) = (left.element.position, right.element.position)
            let (fileA, fileB) = (fileOrder[a?.file ?? ""] ?? 0, fileOrder[b?.file ?? ""] ?? 0)
            if fileA != fileB { return fileA < fileB }
            if a?.line != b?.line { return (a?.line ?? 0) < (b?.line ?? 0) }
            if a?.column != b?.column { return (a?.column ?? 0) < (b?.column ?? 0) }
            return left.offset < right.offset
        }.map(\.element)
    }
}
