import ConcordDiagnostics

/// Where a piece of Swift was read from; a place never changes what the piece means, so any two marks are equal.
public struct SourceMark: Hashable, Sendable {
    /// Absent on what was made and not read.
    public var position: SourcePosition?

    public init(_ position: SourcePosition? = nil) {
        self.position = position
    }

    public static func == (left: SourceMark, right: SourceMark) -> Bool { true }

    public func hash(into hasher: inout Hasher) {}
}
