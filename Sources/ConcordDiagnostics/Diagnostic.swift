/// A problem in a user's input: where it is, what it is, and how to correct it.
public struct Diagnostic: Hashable, Sendable {
    /// How much a problem matters.
    public enum Severity: String, Hashable, Sendable, Comparable, CaseIterable {
        case note, warning, error

        /// Orders by how much a problem matters.
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

    /// A second place that belongs to the problem, such as the earlier of two declarations with one name.
    public struct Related: Hashable, Sendable {
        /// What the second place has to do with the first.
        public var message: String
        /// Where that is.
        public var position: SourcePosition

        /// Points at a second place.
        public init(_ message: String, at position: SourcePosition) {
            self.message = message
            self.position = position
        }
    }

    /// Whether what was read can be used all the same.
    public var severity: Severity
    /// The kind of problem, in kebab case (`unresolved-reference`): what `--explain` takes.
    public var code: String
    /// One sentence without a full stop, in lower case unless it opens with a name.
    public var message: String
    /// Absent where the problem belongs to no place in a file.
    public var position: SourcePosition?
    /// What corrects the problem, where that is known.
    public var help: String?
    /// Other places that belong to the problem.
    public var related: [Related]

    /// Tells of a problem.
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
    /// Whether any of these is an error, so that what was read can't be used whole.
    public var containsError: Bool {
        contains { $0.severity == .error }
    }

    /// These in the order of their places: by file in order of first appearance, then line, then column.
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
