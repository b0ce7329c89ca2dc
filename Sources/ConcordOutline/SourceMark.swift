import ConcordDiagnostics

/// Where a piece of Swift was read from; a place never changes what the piece means, so any two marks are equal.
public struct SourceMark: Hashable, Sendable {
    /// Absent on what was made and not read.
    public var position: SourcePosition?
    /// Where the elements of a list begin, if a list in place was read.
    public var elements: [SourcePosition]

    /// Marks what was read from `position`, or, without one, what was made.
    public init(_ position: SourcePosition? = nil, elements: [SourcePosition] = []) {
        self.position = position
        self.elements = elements
    }

    /// The mark of a list's element; that of the whole list where its elements have none.
    public func element(_ index: Int) -> SourceMark {
        elements.indices.contains(index) ? SourceMark(elements[index]) : SourceMark(position)
    }

    /// True for any two marks.
    public static func == (left: SourceMark, right: SourceMark) -> Bool { true }

    /// Adds nothing, since all marks are equal.
    public func hash(into hasher: inout Hasher) {}
}
