import ConcordDiagnostics

/// Builds a tree from the events of a parser: opens and closes collections, finds duplicate keys, and enforces the
/// limits on nesting. YAML and JSON share it.
struct TreeBuilder: ~Copyable {
    /// An open collection.
    struct Frame {
        var isMapping: Bool
        var position: Position
        /// The index of the collection's first child on the stack.
        var start: Int
        /// The number of nodes before the collection.
        var nodesBefore: Int
        /// The maximum number of collection levels among the children.
        var height = 0
        /// Whether the collection is in the place of a key.
        var isKey = false
        var key: String?
        var keyPosition = Position.none
        var keyHash: UInt64 = 0
        /// The indices of the entries that were written as merge keys.
        var merges: [Int] = []
    }

    let reader: NodeReader
    private(set) var frames: [Frame] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var unlisted = 0
    /// The maximum number of diagnostics. Without it, a file with a million duplicate keys would result in a million
    /// diagnostics.
    private static let maximumDiagnostics = 1_000
    private(set) var root: Node?
    private var nodes = GrowingStack<Node>()
    private var entries = GrowingStack<Mapping.Entry>()
    /// The hashes of the entries' keys.
    private var hashes = GrowingStack<UInt64>()
    private var nodeCount = 0
    private let hash = TextHash()
    private var pool = TextPool()

    init(reader: NodeReader) {
        self.reader = reader
    }

    /// Whether the next scalar is a key.
    @inline(__always)
    var expectsKey: Bool {
        frames.last.map { $0.isMapping && $0.key == nil } ?? false
    }

    /// Whether the tree exceeds the limit on nodes.
    @inline(__always)
    var isTooLarge: Bool { nodeCount > reader.limits.nodes }

    // MARK: Events

    @inline(__always)
    mutating func text(_ bytes: UnsafeRawBufferPointer) -> String {
        pool.text(bytes, hash: hash)
    }

    @inline(__always)
    mutating func key(_ bytes: UnsafeRawBufferPointer, at position: Position) {
        let hash = self.hash(bytes)
        let last = frames.count - 1
        frames[last].keyHash = hash
        frames[last].key = pool.text(bytes, hash: hash)
        frames[last].keyPosition = position
    }

    mutating func key(_ text: String, at position: Position) {
        var text = text
        text.withUTF8 { key(UnsafeRawBufferPointer($0), at: position) }
    }

    /// The maximum length of a collection as a key. The length of nested ones would double with each level because of
    /// quotes.
    private static let longestCollectionKey = 200

    /// Uses a collection as a key because it is in the place of one, and reports it.
    private mutating func key(reportingKey node: Node) {
        let text = String(decoding: node.flowYAML.utf8.prefix(Self.longestCollectionKey), as: UTF8.self)
        report(
            .error, "key-not-text", "a key must be a string, not \(node.kind.rawValue)", at: node.position,
            help: "quote the key")
        key(text, at: node.position)
    }

    @inline(__always)
    mutating func add(_ node: consuming Node) {
        nodeCount += 1
        let last = frames.count - 1
        guard last >= 0 else {
            root = node
            return
        }
        if frames[last].isMapping, let key = frames[last].key.take() {
            hashes.append(frames[last].keyHash)
            entries.append(Mapping.Entry(key, node, keyPosition: frames[last].keyPosition))
        } else {
            nodes.append(node)
        }
    }

    /// Adds a node that was built elsewhere in the text.
    mutating func add(_ node: Node, nodeCount count: Int, height: Int) {
        nodeCount += count - 1
        raiseHeight(to: height)
        add(node)
    }

    /// Marks the next entry as a merge key.
    mutating func markMerge() {
        let last = frames.count - 1
        frames[last].merges.append(entries.count - frames[last].start)
    }

    mutating func open(isMapping: Bool, at position: Position) throws(FatalProblem) {
        if frames.count >= reader.limits.depth { throw tooDeep(at: position) }
        frames.append(
            Frame(
                isMapping: isMapping, position: position, start: isMapping ? entries.count : nodes.count,
                nodesBefore: nodeCount, isKey: expectsKey))
    }

    /// Closes the innermost collection. Returns it with the number of its nodes and levels.
    @discardableResult
    mutating func close() -> (node: Node, nodeCount: Int, height: Int) {
        guard let frame = frames.popLast() else { return (.null, 0, 0) }
        let value: Node.Content
        if frame.isMapping {
            let duplicates = duplicates(from: frame.start)
            var closed = entries.popArray(from: frame.start)
            hashes.removeAll(from: frame.start)
            if !duplicates.isEmpty || !frame.merges.isEmpty {
                closed = settled(closed, duplicates, merges: Set(frame.merges))
            }
            value = .mapping(Mapping(closed))
        } else {
            value = .sequence(nodes.popArray(from: frame.start))
        }
        let node = Node(value, at: frame.position)
        raiseHeight(to: frame.height + 1)
        if frame.isKey {
            key(reportingKey: node)
        } else {
            add(node)
        }
        return (node, nodeCount - frame.nodesBefore, frame.height + 1)
    }

    private mutating func raiseHeight(to height: Int) {
        let last = frames.count - 1
        if last >= 0, frames[last].height < height { frames[last].height = height }
    }

    // MARK: Problems

    mutating func report(
        _ severity: Diagnostic.Severity, _ code: String, _ message: String, at position: Position, help: String? = nil,
        related: [Diagnostic.Related] = []
    ) {
        guard diagnostics.count < Self.maximumDiagnostics else {
            unlisted += 1
            return
        }
        diagnostics.append(
            Diagnostic(severity, code, message, at: source(position), help: help, related: related))
    }

    /// Returns all diagnostics, with a note about the number that was omitted.
    func allDiagnostics(and last: Diagnostic? = nil) -> [Diagnostic] {
        var all = diagnostics
        if unlisted > 0 {
            all.append(Diagnostic(.note, "more-problems", "\(unlisted) more problems of this kind follow", at: nil))
        }
        return all + (last.map { [$0] } ?? [])
    }

    func source(_ position: Position) -> SourcePosition {
        SourcePosition(file: reader.file, line: Int(position.line), column: Int(position.column))
    }

    func tooMany(at position: Position) -> FatalProblem {
        FatalProblem(
            diagnostic: Diagnostic(
                .error, "too-many-nodes", "the file contains more than \(reader.limits.nodes) values",
                at: source(position), help: "split the document into several files"))
    }

    func tooDeep(at position: Position) -> FatalProblem {
        FatalProblem(
            diagnostic: Diagnostic(
                .error, "nested-too-deep", "collections are nested more than \(reader.limits.depth) deep here",
                at: source(position), help: "move the inner part to a component and use a reference"))
    }

    // MARK: Duplicate keys

    /// An entry with the key of an earlier entry.
    private struct Duplicate {
        var first: Int
        var index: Int
    }

    private func duplicates(from start: Int) -> [Duplicate] {
        let hashes = hashes.suffix(from: start)
        let entries = entries.suffix(from: start)
        return hashes.count <= 16 ? duplicatesByPairs(hashes, entries) : duplicatesByTable(hashes, entries)
    }

    @inline(__always)
    private func duplicatesByPairs(
        _ hashes: UnsafeBufferPointer<UInt64>, _ entries: UnsafeBufferPointer<Mapping.Entry>
    ) -> [Duplicate] {
        var result: [Duplicate] = []
        for index in hashes.indices {
            for first in 0..<index where hashes[first] == hashes[index] {
                guard entries[first].key.hasSameBytes(as: entries[index].key) else { continue }
                result.append(Duplicate(first: first, index: index))
                break
            }
        }
        return result
    }

    private func duplicatesByTable(
        _ hashes: UnsafeBufferPointer<UInt64>, _ entries: UnsafeBufferPointer<Mapping.Entry>
    ) -> [Duplicate] {
        var result: [Duplicate] = []
        let mask = (1 << (Int.bitWidth - (hashes.count * 2).leadingZeroBitCount)) - 1
        var table = [Int32](repeating: -1, count: mask + 1)
        for index in hashes.indices {
            var slot = Int(truncatingIfNeeded: hashes[index]) & mask
            while table[slot] >= 0 {
                let first = Int(table[slot])
                if hashes[first] == hashes[index], entries[first].key.hasSameBytes(as: entries[index].key) {
                    result.append(Duplicate(first: first, index: index))
                    break
                }
                slot = (slot + 1) & mask
            }
            if table[slot] < 0 { table[slot] = Int32(index) }
        }
        return result
    }

    /// Returns the entries after reporting duplicates and resolving merge keys. Of two equal keys, the later value is
    /// kept at the position of the first. Several merge keys are all resolved.
    private mutating func settled(
        _ closed: [Mapping.Entry], _ duplicates: [Duplicate], merges: Set<Int>
    ) -> [Mapping.Entry] {
        var closed = closed
        var isRemoved = [Bool](repeating: false, count: closed.count)
        for duplicate in duplicates where !merges.contains(duplicate.index) {
            let (first, again) = (closed[duplicate.first], closed[duplicate.index])
            report(
                .error, "duplicate-key",
                "the key \(quoted(again.key)) appears twice in this object; the later value is used",
                at: again.keyPosition, help: "remove one of them",
                related: [.init("first declared here", at: source(first.keyPosition))])
            closed[duplicate.first].value = again.value
            isRemoved[duplicate.index] = true
        }
        guard merges.isEmpty else { return merged(closed, merges, isRemoved: isRemoved) }
        return zip(closed, isRemoved).filter { !$1 }.map(\.0)
    }

    /// Inserts the entries of each merged mapping at its merge key. Keys of the mapping itself, and of earlier merges,
    /// take precedence.
    private mutating func merged(
        _ closed: [Mapping.Entry], _ merges: Set<Int>, isRemoved: [Bool]
    ) -> [Mapping.Entry] {
        var known = Set<[UInt8]>()
        for (index, entry) in closed.enumerated() where !merges.contains(index) { known.insert(Array(entry.key.utf8)) }
        var result: [Mapping.Entry] = []
        for (index, entry) in closed.enumerated() where !isRemoved[index] {
            if !merges.contains(index) {
                result.append(entry)
            } else if let mappings = mappings(toMerge: entry.value) {
                for merged in mappings.lazy.flatMap(\.entries) where known.insert(Array(merged.key.utf8)).inserted {
                    result.append(merged)
                }
            } else {
                report(
                    .warning, "merge-key",
                    "the merge key '<<' requires an object or an array of objects, not \(entry.value.kind.rawValue)",
                    at: entry.keyPosition, help: "quote the key if '<<' is its name")
                if known.insert(Array(entry.key.utf8)).inserted { result.append(entry) }
            }
        }
        return result
    }

    private func mappings(toMerge node: Node) -> [Mapping]? {
        switch node.value {
        case .mapping(let mapping): [mapping]
        case .sequence(let nodes) where nodes.allSatisfy { $0.mapping != nil }: nodes.compactMap(\.mapping)
        default: nil
        }
    }
}

/// Returns a name from the input in quotes, truncated if it is long.
func quoted(_ name: String) -> String {
    let end = name.index(name.startIndex, offsetBy: 80, limitedBy: name.endIndex) ?? name.endIndex
    return end == name.endIndex ? "'\(name)'" : "'\(name[..<end])…'"
}
