import ConcordDiagnostics
import ConcordOutline
import SwiftParser
import SwiftSyntax

/// Reads Swift source code into outlines of its declarations, with the positions of names and the syntax errors.
///
///     let reading = SwiftReader().read("struct Pet {}", path: "Pet.swift")
///     reading.file.declarations
public struct SwiftReader: Sendable {
    private let conditions: BuildConditions

    /// Creates a reader of the blocks of `#if` that are active under `conditions`.
    public init(conditions: BuildConditions = BuildConditions()) {
        self.conditions = conditions
    }

    /// The outline of a file and its diagnostics. With errors, the outline has the parts that could be read.
    public struct Reading: Sendable {
        /// The declarations of the file.
        public var file: SourceFile
        /// The syntax errors and warnings, sorted by position.
        public var diagnostics: [Diagnostic]
    }

    /// A file's path in diagnostics, and its bytes.
    public struct Source: Sendable {
        /// The path as the user entered it.
        public var path: String
        /// The text, as UTF-8.
        public var bytes: [UInt8]

        /// Creates a source.
        public init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    /// Reads the text of a file.
    public func read(_ text: String, path: String) -> Reading {
        read(Source(path: path, bytes: Array(text.utf8)))
    }

    /// Reads the bytes of a file. Invalid UTF-8 and excessive nesting result in a diagnostic and an empty file.
    public func read(_ source: Source) -> Reading {
        read([source])[0]
    }

    /// Reads files concurrently. The results are in the order of the sources.
    public func read(_ sources: [Source]) -> [Reading] {
        WorkerThreads.map(sources) { outline(of: $0) }
    }

    private func outline(of source: Source) -> Reading {
        let reading = parse(source, unreadable: SourceFile(path: source.path)) { $1.file($0.statements) }
        return Reading(file: reading.value, diagnostics: reading.diagnostics)
    }

    /// Returns the result of `walk` for a source's syntax tree, and the diagnostics.
    func parse<Value>(
        _ source: Source, unreadable: Value, _ walk: (SourceFileSyntax, OutlineReader) -> Value
    ) -> (value: Value, diagnostics: [ConcordDiagnostics.Diagnostic]) {
        let text = SourceText(path: source.path, bytes: source.bytes)
        if let problem = self.unreadable(source, text) { return (unreadable, [problem]) }
        let tree = source.bytes.withUnsafeBufferPointer {
            Parser.parse(source: $0, maximumNestingLevel: NestingGuard.deepest)
        }
        let value = walk(tree, OutlineReader(source: text, conditions: conditions))
        return (value, SyntaxProblems(in: tree, text).diagnostics)
    }

    private func unreadable(_ source: Source, _ text: SourceText) -> Diagnostic? {
        if let offset = source.bytes.firstInvalidUTF8 {
            return Diagnostic(
                .error, "not-utf-8", "this byte is not valid UTF-8", at: text.position(atOffset: offset),
                help: "save the file as UTF-8")
        }
        guard let problem = NestingGuard(source.bytes).problem else { return nil }
        return Diagnostic(
            .error, "swift-too-deep", problem.message, at: text.position(atOffset: problem.offset),
            help: "split it into several declarations")
    }
}

extension [UInt8] {
    /// The offset of the first byte that isn't valid UTF-8.
    fileprivate var firstInvalidUTF8: Int? {
        if withUnsafeBufferPointer({ String(validating: $0, as: UTF8.self) }) != nil { return nil }
        var decoder = UTF8()
        var bytes = makeIterator()
        var offset = 0
        while case .scalarValue(let scalar) = decoder.decode(&bytes) { offset += UTF8.width(scalar) }
        return offset
    }
}
