import ConcordDiagnostics
import ConcordOutline

/// A declaration with the source ranges of its parts, for editing the source and leaving the rest unchanged. Offsets
/// are in bytes.
public struct LocatedDeclaration: Sendable {
    /// The outlines of the declaration: several for `var a, b: Int`.
    public var outlines: [Declaration]
    /// The start of the comments directly above the declaration, or of the declaration if there are none.
    public var start: Int
    /// The doc comment with its markers, or `nil` if there is none or it isn't contiguous.
    public var documentation: Range<Int>?
    /// The attributes, modifiers, name, and everything else before the body, the accessors, or the brace of the
    /// members.
    public var head: Range<Int>
    /// Whether `head` contains parts that the outline doesn't, such as a comment or a block of `#if`.
    public var hasMoreInHead: Bool
    /// The elements of a `case` declaration, with their values.
    public var elements: [Range<Int>]
    /// The range between the braces of a type.
    public var block: Range<Int>?
    /// The members of the type, from the active blocks of `#if`.
    public var members: [LocatedDeclaration]
    /// The end of the declaration, including a comment on its last line.
    public var end: Int
}

/// A source file whose declarations have source ranges.
public struct LocatedFile: Sendable {
    /// The path as the user entered it.
    public var path: String
    /// The text of the file, as UTF-8.
    public var bytes: [UInt8]
    /// The names of the imported modules.
    public var imports: [String]
    /// The end of the last import, including a comment on its line, or `nil` without imports.
    public var endOfImports: Int?
    /// The declarations at file level, from the active blocks of `#if`.
    public var declarations: [LocatedDeclaration]
}

extension SwiftReader {
    /// A file with the source ranges of its declarations, and the diagnostics of reading it.
    public typealias Location = (file: LocatedFile, diagnostics: [Diagnostic])

    /// Reads files concurrently and keeps source ranges. The results are in the order of the sources.
    public func locate(_ sources: [Source]) -> [Location] {
        WorkerThreads.map(sources) { source in
            let none = LocatedFile(path: source.path, bytes: source.bytes, imports: [], declarations: [])
            let reading = parse(source, unreadable: none) { LocationReader(outlines: $1).file($0.statements, none) }
            return (reading.value, reading.diagnostics)
        }
    }
}
