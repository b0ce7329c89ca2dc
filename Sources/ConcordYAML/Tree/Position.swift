import ConcordDiagnostics

/// The position of a node in the text that it was read from, or `none` for a node that wasn't read.
public struct Position: Hashable, Sendable {
    /// The line, counted from 1, or 0 if the position is unknown.
    public var line: UInt32
    /// The column in UTF-8 bytes, counted from 1, as in swiftc.
    public var column: UInt32
    /// The index of the file in the tree's ``SourceFiles``.
    public var file: UInt16

    /// The position of a node that wasn't read from text.
    public static let none = Position(line: 0, column: 0)

    /// Creates a position in the file with an index.
    public init(line: Int, column: Int, file: UInt16 = 0) {
        self.line = UInt32(clamping: line)
        self.column = UInt32(clamping: column)
        self.file = file
    }
}

/// The files that a tree was read from, in the order in which they were opened.
public struct SourceFiles: Hashable, Sendable {
    /// The paths that are shown to the user.
    public private(set) var names: [String]

    /// Creates a table of files.
    public init(_ names: [String] = []) {
        self.names = names
    }

    /// Adds a file, and returns its index for positions.
    public mutating func add(_ name: String) -> UInt16 {
        names.append(name)
        return UInt16(clamping: names.count - 1)
    }

    /// Returns the position for diagnostics, or `nil` for a node that wasn't read from text.
    public func sourcePosition(of position: Position) -> SourcePosition? {
        guard position.line > 0, names.indices.contains(Int(position.file)) else { return nil }
        return SourcePosition(
            file: names[Int(position.file)], line: Int(position.line), column: Int(position.column))
    }

    /// Returns the position of a node for diagnostics, or `nil` for a node that wasn't read from text.
    public func sourcePosition(of node: Node) -> SourcePosition? {
        sourcePosition(of: node.position)
    }
}
