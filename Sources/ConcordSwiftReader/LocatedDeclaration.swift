import ConcordDiagnostics
import ConcordOutline

/// A declaration with the places of its pieces in the text that it was read from, for whoever changes that text and
/// leaves the rest of it as it is. Places are offsets in bytes.
public struct LocatedDeclaration: Sendable {
    /// What it says: several for `var a, b: Int`.
    public var outlines: [Declaration]
    /// Where the comments begin that stand right above it; where it begins itself, if there are none.
    public var start: Int
    /// The doc comment with its markers; absent where there is none, and where it is no one piece.
    public var documentation: Range<Int>?
    /// Attributes, modifiers, name and all else up to the body, the accessors or the brace of the members.
    public var head: Range<Int>
    /// Whether something stands inside `head` that its outline does not hold: a comment, a block of `#if`.
    public var hasMoreInHead: Bool
    /// The names of a `case` line, each with its values.
    public var elements: [Range<Int>]
    /// What stands between the braces of a type.
    public var block: Range<Int>?
    /// What the type declares, from the blocks of `#if` that take part in the build.
    public var members: [LocatedDeclaration]
    /// Where it ends, a comment on its last line included.
    public var end: Int
}

/// A source file whose declarations know their places in it.
public struct LocatedFile: Sendable {
    /// The path as the user gave it.
    public var path: String
    /// The file's text, as UTF-8.
    public var bytes: [UInt8]
    /// The names of the imported modules.
    public var imports: [String]
    /// Where the last import ends, its line's comment included; absent where nothing is imported.
    public var endOfImports: Int?
    /// What stands at file level, from the blocks of `#if` that take part in the build.
    public var declarations: [LocatedDeclaration]
}

extension SwiftReader {
    /// A file with the places of what it declares, and the problems that reading it finds.
    public typealias Location = (file: LocatedFile, diagnostics: [Diagnostic])

    /// Reads files at once on all cores, and keeps the places; the results are in the order of the sources.
    public func locate(_ sources: [Source]) -> [Location] {
        WorkerThreads.map(sources) { source in
            let none = LocatedFile(path: source.path, bytes: source.bytes, imports: [], declarations: [])
            let reading = parse(source, unreadable: none) { LocationReader(outlines: $1).file($0.statements, none) }
            return (reading.value, reading.diagnostics)
        }
    }
}
