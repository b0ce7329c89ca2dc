import ConcordDiagnostics

/// Where a piece of Swift was read from; a place never changes what the piece means, so any two marks are equal.
public struct SourceMark: Hashable, Sendable {
    /// Absent on what was made and not read.
    public var position: SourcePosition?

    /// Marks what was read from `position`, or, without one, what was made.
    public init(_ position: SourcePosition? = nil) {
        self.position = position
    }

    /// True for any two marks.
    public static func == (left: SourceMark, right: SourceMark) -> Bool { true }

    /// Adds nothing, since all marks are equal.
    public func hash(into hasher: inout Hasher) {}
}
