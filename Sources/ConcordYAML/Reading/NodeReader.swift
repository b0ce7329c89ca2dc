import ConcordDiagnostics

/// The result of reading text: the tree, if there is one, and the diagnostics.
public struct Reading: Sendable {
    /// The root of the tree, or `nil` if the text is neither YAML nor JSON.
    public var node: Node?
    /// The diagnostics, in the order of the text.
    public var diagnostics: [Diagnostic]

    /// Creates a result.
    public init(node: Node?, diagnostics: [Diagnostic]) {
        self.node = node
        self.diagnostics = diagnostics
    }
}

/// Limits on the resources that reading text may use. Exceeding one results in a diagnostic.
public struct ReadingLimits: Hashable, Sendable {
    /// The maximum length of the text, in bytes.
    public var bytes: Int
    /// The maximum nesting of collections, including those that aliases expand to.
    public var depth: Int
    /// The maximum number of nodes in a tree.
    public var nodes: Int
    /// The maximum number of nodes that all aliases together may expand to.
    public var aliasedNodes: Int

    /// The standard limits: 64 MiB, a nesting of 200 (the deepest real document we know has 25), ten million nodes, and
    /// a million nodes from aliases.
    public static let standard = ReadingLimits(
        bytes: 64 << 20, depth: 200, nodes: 10_000_000, aliasedNodes: 1_000_000)

    /// Creates limits.
    public init(bytes: Int, depth: Int, nodes: Int, aliasedNodes: Int) {
        self.bytes = bytes
        self.depth = depth
        self.nodes = nodes
        self.aliasedNodes = aliasedNodes
    }
}

/// Reads YAML 1.2 or JSON text into a tree whose nodes have positions.
///
/// - Scalars have the types of YAML 1.2's core schema: `no`, `on`, `1_000`, and `2024-01-01` are strings.
/// - Keys are always strings, even if they look like numbers (`200:`).
/// - Of two equal keys in a mapping, the later value is kept at the position of the first, and the duplicate is
///   reported.
/// - Aliases and merge keys (`<<`) are expanded.
public struct NodeReader: Sendable {
    /// The name of the file in diagnostics.
    public var file: String
    /// The file index of the nodes' positions.
    public var fileIndex: UInt16
    /// The limits on the text.
    public var limits: ReadingLimits

    /// Creates a reader for a file.
    public init(file: String = "-", fileIndex: UInt16 = 0, limits: ReadingLimits = .standard) {
        self.file = file
        self.fileIndex = fileIndex
        self.limits = limits
    }

    /// Reads text as JSON if it begins like JSON. Otherwise, or if it is YAML that only begins like JSON, reads it as
    /// YAML.
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

    /// Reads YAML text. JSON is YAML too, but `readJSON` is faster and stricter.
    public func readYAML(_ bytes: [UInt8]) -> Reading {
        switch SourceText.make(bytes, reader: self) {
        case .failure(let problem): Reading(node: nil, diagnostics: [problem.diagnostic])
        case .success(let text): YAMLParse.run(text, reader: self)
        }
    }

    /// Reads JSON text by RFC 8259. An initial byte order mark is skipped.
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

/// The error that `Node(yaml:)` throws for text without a node.
public struct UnreadableText: Error, Hashable, Sendable {
    /// The reasons why the text can't be read.
    public var diagnostics: [Diagnostic]
}

extension Node {
    /// Creates a node from short YAML text, such as a fragment in a Swift file.
    ///
    /// - Throws: ``UnreadableText`` with the diagnostics.
    public init(yaml text: String, file: String = "-") throws(UnreadableText) {
        let reading = NodeReader(file: file).readYAML(Array(text.utf8))
        guard let node = reading.node, !reading.diagnostics.containsError else {
            throw UnreadableText(diagnostics: reading.diagnostics)
        }
        self = node
    }

    /// Creates a node from JSON text.
    ///
    /// - Throws: ``UnreadableText`` with the diagnostics.
    public init(json text: String, file: String = "-") throws(UnreadableText) {
        let reading = NodeReader(file: file).readJSON(Array(text.utf8))
        guard let node = reading.node, !reading.diagnostics.containsError else {
            throw UnreadableText(diagnostics: reading.diagnostics)
        }
        self = node
    }
}

/// A problem that ends reading.
struct FatalProblem: Error {
    var diagnostic: Diagnostic
}
