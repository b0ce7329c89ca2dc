import ConcordDiagnostics

/// A difference between two versions of an API.
public struct Change: Hashable, Sendable {
    /// The kind of change.
    public var rule: ChangeRule
    /// The effect of the change on clients for the old version.
    public var effect: ChangeClass
    /// Whether the change affects requests or responses, or `nil` if it affects neither, as a title.
    public var direction: Direction?
    /// The first operation with the change, such as `GET /pets`, or `nil` outside operations.
    public var operation: String?
    /// The other operations with the change, because they use the same schema, parameter or response.
    public var otherOperations: [String] = []
    /// A description in one sentence, without a period.
    public var message: String
    /// The position in the old document.
    public var old: SourcePosition?
    /// The position in the new document.
    public var new: SourcePosition?

    /// The direction of data.
    public enum Direction: String, Hashable, Sendable, CaseIterable {
        /// From the client to the server.
        case request
        /// From the server to the client.
        case response

        var opposite: Direction { self == .request ? .response : .request }
    }
}

/// The effect of a change on clients for the old version.
public enum ChangeClass: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Some clients stop working.
    case breaking
    /// Clients continue to work, but the meaning of the API has changed.
    case compatible
    /// The API is unchanged. Only descriptions have changed.
    case cosmetic

    /// Returns whether a class is more severe than another.
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

/// The differences in meaning between two versions of an API. References are resolved, insignificant order is ignored,
/// and documents in different versions of OpenAPI are compared in the newer one.
public struct DocumentChanges: Sendable {
    /// The changes. Breaking changes are first, otherwise they are in the order of the new document.
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

    /// Returns the number of changes in a class.
    public func count(_ effect: ChangeClass) -> Int {
        changes.lazy.filter { $0.effect == effect }.count
    }
}
