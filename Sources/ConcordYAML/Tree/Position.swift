import ConcordDiagnostics

/// Where a node stands in the text it was read from; `none` for a node that was made.
public struct Position: Hashable, Sendable {
    /// Counted from 1; 0 when the place is unknown.
    public var line: UInt32
    /// UTF-8 bytes from 1, as swiftc counts.
    public var column: UInt32
    /// Which of the tree's `SourceFiles` holds the text.
    public var file: UInt16

    /// The place of a node that no text holds.
    public static let none = Position(line: 0, column: 0)

    /// A place in the file with the given index.
    public init(line: Int, column: Int, file: UInt16 = 0) {
        self.line = UInt32(clamping: line)
        self.column = UInt32(clamping: column)
        self.file = file
    }
}

/// The files that a tree was read from, in the order in which they were opened.
public struct SourceFiles: Hashable, Sendable {
    /// The paths as they are shown to the user.
    public private(set) var names: [String]

    /// A table of these files.
    public init(_ names: [String] = []) {
        self.names = names
    }

    /// Adds a file and returns the index that positions in it carry.
    public mutating func add(_ name: String) -> UInt16 {
        names.append(name)
        return UInt16(clamping: names.count - 1)
    }

    /// The place as diagnostics name it; nil for a node that was made.
    public func sourcePosition(of position: Position) -> SourcePosition? {
        guard position.line > 0, names.indices.contains(Int(position.file)) else { return nil }
        return SourcePosition(
            file: names[Int(position.file)], line: Int(position.line), column: Int(position.column))
    }

    /// The place of a node as diagnostics name it; nil for a node that was made.
    public func sourcePosition(of node: Node) -> SourcePosition? {
        sourcePosition(of: node.position)
    }
}
