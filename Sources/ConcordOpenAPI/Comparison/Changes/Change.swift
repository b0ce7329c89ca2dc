import ConcordDiagnostics

/// One thing that a new edition of an API does otherwise than the old one.
public struct Change: Hashable, Sendable {
    /// The kind of change.
    public var rule: ChangeRule
    /// What the change does to clients that were written for the old edition.
    public var effect: ChangeClass
    /// Whether what clients send has changed, or what they get; nil where it is neither, as in a title.
    public var direction: Direction?
    /// The operation, as `GET /pets`, in which the change was met first; nil outside operations.
    public var operation: String?
    /// The other operations that the change concerns, since they use the same schema, parameter or response.
    public var otherOperations: [String] = []
    /// One sentence without a full stop.
    public var message: String
    /// The place in the old document.
    public var old: SourcePosition?
    /// The place in the new document.
    public var new: SourcePosition?

    /// Which way data goes.
    public enum Direction: String, Hashable, Sendable, CaseIterable {
        /// From the client to the server.
        case request
        /// From the server to the client.
        case response

        var opposite: Direction { self == .request ? .response : .request }
    }
}

/// What a change does to clients that were written for the old edition.
public enum ChangeClass: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Some of them stop working.
    case breaking
    /// They go on working, and the API means something else.
    case compatible
    /// The API is unchanged. Only descriptions have changed.
    case cosmetic

    /// Orders from what matters most.
    public static func < (left: ChangeClass, right: ChangeClass) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .breaking: 0
        case .compatible: 1
        case .cosmetic: 2
        }
    }
}

/// What has changed between two editions of an API, by meaning: references are followed, orders that mean nothing are
/// passed over, and editions in different versions of OpenAPI are compared as the newer one.
public struct DocumentChanges: Sendable {
    /// The changes, breaking ones first, else in the order of the new document.
    public var changes: [Change]

    /// Compares two documents. `today`, such as `2026-11-23`, determines whether the `x-sunset` date of a removed
    /// operation has passed.
    public init(from old: Document, to new: Document, today: String? = nil) {
        var comparison = DocumentComparison(old, new, today: today)
        comparison.compareDocuments()
        changes = comparison.changesWithReach.enumerated().sorted { left, right in
            (left.element.effect, left.offset) < (right.element.effect, right.offset)
        }.map(\.element)
    }

    /// How many changes are of a class.
    public func count(_ effect: ChangeClass) -> Int {
        changes.lazy.filter { $0.effect == effect }.count
    }
}
