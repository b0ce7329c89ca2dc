import ConcordDiagnostics

/// The position that Swift code was read from. The position never changes the meaning of the code, so any two marks are
/// equal.
public struct SourceMark: Hashable, Sendable {
    /// The position, or `nil` if the code wasn't read from a file.
    public var position: SourcePosition?
    /// The positions of the elements of an array literal.
    public var elements: [SourcePosition]

    /// Creates a mark. Without a position, it marks code that wasn't read from a file.
    public init(_ position: SourcePosition? = nil, elements: [SourcePosition] = []) {
        self.position = position
        self.elements = elements
    }

    /// Returns the mark of an array element, or of the whole array if its elements have none.
    public func element(_ index: Int) -> SourceMark {
        elements.indices.contains(index) ? SourceMark(elements[index]) : SourceMark(position)
    }

    /// Returns `true` for any two marks.
    public static func == (left: SourceMark, right: SourceMark) -> Bool { true }

    /// Hashes nothing, because all marks are equal.
    public func hash(into hasher: inout Hasher) {}
}
