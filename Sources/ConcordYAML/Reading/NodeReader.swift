import ConcordDiagnostics

/// What came of reading a text: the tree, unless the text has none, and all that was wrong with it.
public struct Reading: Sendable {
    /// The root of the tree; nil when the text is no YAML or JSON at all.
    public var node: Node?
    /// Every problem that was found, in the order of the text.
    public var diagnostics: [Diagnostic]

    /// What came of reading a text.
    public init(node: Node?, diagnostics: [Diagnostic]) {
        self.node = node
        self.diagnostics = diagnostics
    }
}

/// How much a text may ask for; a text that asks for more ends in a diagnostic.
public struct ReadingLimits: Hashable, Sendable {
    /// The longest text that is read, in bytes.
    public var bytes: Int
    /// The deepest nesting of collections, those that aliases bring included.
    public var depth: Int
    /// The most nodes of a tree.
    public var nodes: Int
    /// The most nodes that all aliases of a text may stand for together.
    public var aliasedNodes: Int

    /// 64 MiB, nested 200 deep (the deepest of our real documents takes 25), ten million nodes, a million more by
    /// aliases.
    public static let standard = ReadingLimits(
        bytes: 64 << 20, depth: 200, nodes: 10_000_000, aliasedNodes: 1_000_000)

    /// Limits of one's own.
    public init(bytes: Int, depth: Int, nodes: Int, aliasedNodes: Int) {
        self.bytes = bytes
        self.depth = depth
        self.nodes = nodes
        self.aliasedNodes = aliasedNodes
    }
}

/// Reads a YAML 1.2 or JSON text into a tree whose nodes know their places.
///
/// - Scalars mean what YAML 1.2's core schema says: `no`, `on`, `1_000` and `2024-01-01` are text.
/// - Keys are text whatever they look like (`200:`).
/// - Of two equal keys in a mapping the later value stands, at the place of the first, and the problem is reported.
/// - Aliases and merge keys (`<<`) are expanded.
public struct NodeReader: Sendable {
    /// The file's name in diagnostics.
    public var file: String
    /// The index that the nodes' positions carry.
    public var fileIndex: UInt16
    /// How much the text may ask for.
    public var limits: ReadingLimits

    /// A reader of the named file.
    public init(file: String = "-", fileIndex: UInt16 = 0, limits: ReadingLimits = .standard) {
        self.file = file
        self.fileIndex = fileIndex
        self.limits = limits
    }

    /// Reads a text as JSON when it opens like JSON, and as YAML when it doesn't, or when it turns out to be YAML
    /// that only opens like JSON.
    public func read(_ bytes: [UInt8]) -> Reading {
        guard looksLikeJSON(bytes) else { return readYAML(bytes) }
        let (asJSON, problem) = readJSONReportingSyntax(bytes)
        guard let problem, problem.code == "json-syntax" else { return asJSON }
        var asYAML = readYAML(bytes)
        guard asYAML.node != nil else { return asJSON }
        if file.hasSuffix(".json") {
            var warning = problem
            warning.severity = .warning
            warning.message += "; the file was read as YAML instead"
            asYAML.diagnostics.insert(warning, at: 0)
        }
        return asYAML
    }

    /// Reads a YAML text. JSON is YAML too, though `readJSON` is faster and stricter about it.
    public func readYAML(_ bytes: [UInt8]) -> Reading {
        switch SourceText.make(bytes, reader: self) {
        case .failure(let problem): Reading(node: nil, diagnostics: [problem.diagnostic])
        case .success(let text): YAMLParse.run(text, reader: self)
        }
    }

    /// Reads a JSON text as RFC 8259 has it; an opening byte order mark is passed over.
    public func readJSON(_ bytes: [UInt8]) -> Reading {
        readJSONReportingSyntax(bytes).reading
    }

    private func readJSONReportingSyntax(_ bytes: [UInt8]) -> (reading: Reading, syntax: Diagnostic?) {
        switch SourceText.make(bytes, reader: self) {
        case .failure(let problem):
            (Reading(node: nil, diagnostics: [problem.diagnostic]), problem.diagnostic)
        case .success(let text):
            JSONParse.run(text, reader: self)
        }
    }

    private func looksLikeJSON(_ bytes: [UInt8]) -> Bool {
        let isInk: (UInt8) -> Bool = { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
        let text = bytes.starts(with: SourceText.byteOrderMark) ? bytes[3...] : bytes[...]
        guard let first = text.firstIndex(where: isInk) else { return false }
        if text[first] == UInt8(ascii: "[") { return true }
        let second = text[(first + 1)...].first(where: isInk)
        return text[first] == UInt8(ascii: "{") && (second == UInt8(ascii: "\"") || second == UInt8(ascii: "}"))
    }
}

/// A text that holds no node: what `Node(yaml:)` throws.
public struct UnreadableText: Error, Hashable, Sendable {
    /// Why it can't be read.
    public var diagnostics: [Diagnostic]
}

extension Node {
    /// Reads a short YAML text, such as a fragment inside a Swift file. Throws what is wrong with it.
    public init(yaml text: String, file: String = "-") throws(UnreadableText) {
        let reading = NodeReader(file: file).readYAML(Array(text.utf8))
        guard let node = reading.node, !reading.diagnostics.containsError else {
            throw UnreadableText(diagnostics: reading.diagnostics)
        }
        self = node
    }

    /// Reads a JSON text. Throws what is wrong with it.
    public init(json text: String, file: String = "-") throws(UnreadableText) {
        let reading = NodeReader(file: file).readJSON(Array(text.utf8))
        guard let node = reading.node, !reading.diagnostics.containsError else {
            throw UnreadableText(diagnostics: reading.diagnostics)
        }
        self = node
    }
}

/// A problem that ends the reading of a text.
struct FatalProblem: Error {
    var diagnostic: Diagnostic
}
