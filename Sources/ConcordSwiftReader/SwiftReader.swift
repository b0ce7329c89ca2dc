import ConcordDiagnostics
import ConcordOutline
import SwiftParser
import SwiftSyntax

/// Reads Swift text into outlines: what is declared, with the place of each name, and what is wrong with the text.
///
///     let reading = SwiftReader().read("struct Pet {}", path: "Pet.swift")
///     reading.file.declarations
public struct SwiftReader: Sendable {
    private let conditions: BuildConditions

    /// Makes a reader that takes the blocks of `#if` for which `conditions` hold.
    public init(conditions: BuildConditions = BuildConditions()) {
        self.conditions = conditions
    }

    /// What a file says and what is wrong with it; what could be read of it is there in any case.
    public struct Reading: Sendable {
        /// What is declared in the file.
        public var file: SourceFile
        /// Syntax errors and warnings, in the order of their places.
        public var diagnostics: [Diagnostic]
    }

    /// A file's path, as diagnostics are to name it, and its bytes.
    public struct Source: Sendable {
        /// The path as the user gave it.
        public var path: String
        /// UTF-8 text.
        public var bytes: [UInt8]

        /// Makes a source of bytes that were read from `path`.
        public init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    /// Reads one file's text.
    public func read(_ text: String, path: String) -> Reading {
        read(Source(path: path, bytes: Array(text.utf8)))
    }

    /// Reads one file's bytes; those that are no UTF-8, or nested too deeply, give a diagnostic and an empty file.
    public func read(_ source: Source) -> Reading {
        read([source])[0]
    }

    /// Reads files at once on all cores; the results are in the order of the sources.
    public func read(_ sources: [Source]) -> [Reading] {
        WorkerThreads.map(sources) { outline(of: $0) }
    }

    private func outline(of source: Source) -> Reading {
        let reading = parse(source, unreadable: SourceFile(path: source.path)) { $1.file($0.statements) }
        return Reading(file: reading.value, diagnostics: reading.diagnostics)
    }

    /// What `walk` makes of a source's syntax tree, and what is wrong with the text.
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
                .error, "not-utf-8", "this byte is not UTF-8 text", at: text.position(atOffset: offset),
                help: "save the file as UTF-8")
        }
        guard let problem = NestingGuard(source.bytes).problem else { return nil }
        return Diagnostic(
            .error, "swift-too-deep", problem.message, at: text.position(atOffset: problem.offset),
            help: "split it into several declarations")
    }
}

extension [UInt8] {
    /// Where the bytes stop being UTF-8.
    fileprivate var firstInvalidUTF8: Int? {
        if withUnsafeBufferPointer({ String(validating: $0, as: UTF8.self) }) != nil { return nil }
        var decoder = UTF8()
        var bytes = makeIterator()
        var offset = 0
        while case .scalarValue(let scalar) = decoder.decode(&bytes) { offset += UTF8.width(scalar) }
        return offset
    }
}
