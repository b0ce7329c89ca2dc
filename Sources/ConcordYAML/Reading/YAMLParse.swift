import CConcordYAML
import ConcordDiagnostics

/// A pass of libyaml over a text, which builds a tree event by event.
struct YAMLParse: ~Copyable {
    /// The node of an anchor, with its size for the limits on aliases.
    private struct Anchored {
        var node: Node
        var nodeCount: Int
        var height: Int
    }

    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private var builder: TreeBuilder
    private var columns: ColumnCursor
    private let standIns: UnicodeBreakStandIns?
    private var anchors: [String: Anchored] = [:]
    /// The anchors of the open collections, innermost last, or `nil` for those without one.
    private var openAnchors: [String?] = []
    private var aliasedNodes = 0
    /// Whether a tab ended reading.
    private var failedAtTab = false
    private var documents = 0

    static func run(_ text: SourceText, reader: NodeReader) -> Reading {
        var text = text
        let standIns = text.holdsUnicodeBreaks ? UnicodeBreakStandIns(replacingIn: &text.bytes) : nil
        let (reading, failedAtTab) = pass(over: text, standIns, reader)
        guard failedAtTab, TabbedLines.replaceTabs(in: &text.bytes) else { return reading }
        return pass(over: text, standIns, reader).reading
    }

    private static func pass(
        over text: SourceText, _ standIns: UnicodeBreakStandIns?, _ reader: NodeReader
    ) -> (reading: Reading, failedAtTab: Bool) {
        text.bytes.withUnsafeBytes { bytes in
            var parse = YAMLParse(bytes, text: text, standIns: standIns, reader: reader)
            let reading = parse.run()
            return (reading, parse.failedAtTab)
        }
    }

    private init(
        _ bytes: UnsafeRawBufferPointer, text: SourceText, standIns: UnicodeBreakStandIns?, reader: NodeReader
    ) {
        parser = .allocate(capacity: 1)
        builder = TreeBuilder(reader: reader)
        columns = ColumnCursor(bytes, isASCII: text.isASCII, skipped: text.skipped, file: reader.fileIndex)
        self.standIns = standIns
        yaml_parser_initialize(parser)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    // MARK: Events

    private mutating func run() -> Reading {
        do throws(FatalProblem) {
            try checkDirectives()
            while try handleNextEvent() {
                if builder.isTooLarge { throw builder.tooMany(at: Position(line: 1, column: 1)) }
            }
        } catch {
            return Reading(node: nil, diagnostics: builder.allDiagnostics(and: error.diagnostic))
        }
        return Reading(node: builder.root, diagnostics: builder.allDiagnostics())
    }

    /// Handles the next event. Returns `false` at the end of the text.
    private mutating func handleNextEvent() throws(FatalProblem) -> Bool {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) != 0 else { throw syntaxProblem() }
        defer { yaml_event_delete(&event) }
        switch event.type {
        case YAML_SCALAR_EVENT:
            scalar(event.data.scalar, at: columns.position(event.start_mark))
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            try open(isMapping: true, start.anchor, start.tag, at: columns.position(event.start_mark))
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            try open(isMapping: false, start.anchor, start.tag, at: columns.position(event.start_mark))
        case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
            close()
        case YAML_ALIAS_EVENT:
            try alias(String(cString: event.data.alias.anchor), at: columns.position(event.start_mark))
        case YAML_DOCUMENT_START_EVENT:
            return startDocument(at: columns.position(event.start_mark))
        case YAML_DOCUMENT_END_EVENT:
            return endDocument(at: event.end_mark)
        case YAML_STREAM_END_EVENT:
            if documents == 0 {
                let start = Position(line: 1, column: 1, file: builder.reader.fileIndex)
                builder.report(.error, "empty-file", "the file contains no document", at: start)
            }
            return false
        default:
            break
        }
        return true
    }

    /// The maximum number of directives, because libyaml compares each one with all before it.
    private static let maximumDirectives = 100

    private mutating func checkDirectives() throws(FatalProblem) {
        guard columns.directiveCount > Self.maximumDirectives else { return }
        throw FatalProblem(
            diagnostic: Diagnostic(
                .error, "too-many-directives", "the file has more than \(Self.maximumDirectives) directives",
                at: builder.source(Position(line: 1, column: 1)), help: "remove the ones that no tag needs"))
    }

    /// Detects a second document without letting libyaml read its beginning.
    private mutating func endDocument(at mark: yaml_mark_t) -> Bool {
        guard let place = columns.nextLineStart(after: mark, openingWith: ["---", "%"]) else { return true }
        return startDocument(at: place)
    }

    private mutating func startDocument(at position: Position) -> Bool {
        documents += 1
        guard documents > 1 else { return true }
        builder.report(
            .error, "several-documents", "a second YAML document starts here; only the first one is read",
            at: position, help: "write each document to its own file")
        return false
    }

    private mutating func open(
        isMapping: Bool, _ anchor: UnsafePointer<UInt8>?, _ tag: UnsafePointer<UInt8>?, at position: Position
    ) throws(FatalProblem) {
        if let tag { checkTag(String(cString: tag), onMapping: isMapping, at: position) }
        openAnchors.append(anchor.map { String(cString: $0) })
        try builder.open(isMapping: isMapping, at: position)
    }

    private mutating func close() {
        let closed = builder.close()
        if let anchor = openAnchors.popLast() ?? nil {
            anchors[anchor] = Anchored(node: closed.node, nodeCount: closed.nodeCount + 1, height: closed.height)
        }
    }

    private mutating func alias(_ name: String, at position: Position) throws(FatalProblem) {
        guard let anchored = anchors[name] else {
            let isOpen = openAnchors.contains(name)
            builder.report(
                .error, isOpen ? "alias-to-itself" : "unknown-anchor",
                isOpen
                    ? "the alias '*\(name)' is inside its own anchor"
                    : "no anchor '&\(name)' precedes this alias",
                at: position,
                help: nearestAnchor(to: name).map { "did you mean '*\($0)'?" }
                    ?? "quote strings that start with '*'")
            add(.null, at: position)
            return
        }
        aliasedNodes += anchored.nodeCount
        guard aliasedNodes <= builder.reader.limits.aliasedNodes else {
            throw FatalProblem(
                diagnostic: Diagnostic(
                    .error, "aliases-too-large",
                    "the aliases up to here expand to more than \(builder.reader.limits.aliasedNodes) nodes",
                    at: builder.source(position), help: "move the repeated part to a component and use references"))
        }
        guard builder.frames.count + anchored.height <= builder.reader.limits.depth else {
            throw builder.tooDeep(at: position)
        }
        if builder.expectsKey {
            add(anchored.node, at: position)
        } else {
            builder.add(
                Node(anchored.node.value, at: position), nodeCount: anchored.nodeCount, height: anchored.height)
        }
    }

    /// Returns the anchor whose name is closest, or `nil` if searching would take long.
    private func nearestAnchor(to name: String) -> String? {
        guard anchors.count <= 200, name.utf8.count <= 80, builder.diagnostics.count < 100 else { return nil }
        return anchors.keys.filter { $0.utf8.count <= 100 }.sorted().nearest(to: name)
    }

    /// Adds a node that isn't from a scalar event, as a key if one is expected.
    private mutating func add(_ node: Node, at position: Position) {
        if builder.expectsKey {
            builder.key(node.string ?? node.flowYAML, at: position)
        } else {
            builder.add(Node(node.value, at: position))
        }
    }

    // MARK: Scalars

    @inline(__always)
    private mutating func scalar(
        _ scalar: yaml_event_t.__Unnamed_union_data.__Unnamed_struct_scalar, at position: Position
    ) {
        let bytes = UnsafeRawBufferPointer(start: scalar.value, count: scalar.length)
        let isPlain = scalar.plain_implicit != 0
        if builder.expectsKey {
            if isMergeKey(bytes), isPlain || isTagged(scalar.tag, "merge") { builder.markMerge() }
            if let standIns {
                builder.key(standIns.restored(bytes), at: position)
            } else {
                builder.key(bytes, at: position)
            }
            if let anchor = scalar.anchor {
                anchors[String(cString: anchor)] = Anchored(
                    node: Node(.string(text(bytes)), at: position), nodeCount: 1, height: 0)
            }
            return
        }
        let value: Node.Content
        if let tag = scalar.tag {
            value = taggedValue(String(cString: tag), bytes, at: position)
        } else {
            value = isPlain ? plainValue(bytes) : .string(text(bytes))
        }
        let node = Node(value, at: position)
        if let anchor = scalar.anchor {
            anchors[String(cString: anchor)] = Anchored(node: node, nodeCount: 1, height: 0)
        }
        builder.add(node)
    }

    @inline(__always)
    private mutating func text(_ bytes: UnsafeRawBufferPointer) -> String {
        if let standIns { standIns.restored(bytes) } else { builder.text(bytes) }
    }

    @inline(__always)
    private mutating func plainValue(_ bytes: UnsafeRawBufferPointer) -> Node.Content {
        switch CoreSchema.meaning(of: bytes) {
        case .null: .null
        case .bool(let flag): .bool(flag)
        case .number: .number(text(bytes))
        case .string: .string(text(bytes))
        }
    }

    private func isMergeKey(_ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.count == 2 && bytes[0] == UInt8(ascii: "<") && bytes[1] == UInt8(ascii: "<")
    }

    // MARK: Tags

    private static let tagPrefix = "tag:yaml.org,2002:"

    private func isTagged(_ tag: UnsafePointer<UInt8>?, _ name: String) -> Bool {
        tag.map { String(cString: $0) == Self.tagPrefix + name } ?? false
    }

    /// Returns the value of a scalar whose tag states its type.
    private mutating func taggedValue(_ tag: String, _ bytes: UnsafeRawBufferPointer, at position: Position)
        -> Node.Content
    {
        let value: Node.Content? =
            switch tag {
            case "!", Self.tagPrefix + "str": .string(text(bytes))
            case Self.tagPrefix + "null": CoreSchema.isNull(bytes) ? .null : nil
            case Self.tagPrefix + "bool": CoreSchema.bool(bytes).map { .bool($0) }
            case Self.tagPrefix + "int", Self.tagPrefix + "float":
                CoreSchema.isNumber(bytes) ? .number(text(bytes)) : nil
            default: unknownTag(tag, bytes, at: position)
            }
        if let value { return value }
        builder.report(
            .error, "tag-mismatch", "the tag '\(short(tag))' does not match its value", at: position,
            help: "remove the tag, or change the value")
        return .string(text(bytes))
    }

    private mutating func unknownTag(_ tag: String, _ bytes: UnsafeRawBufferPointer, at position: Position)
        -> Node.Content
    {
        reportUnknownTag(tag, at: position)
        return .string(text(bytes))
    }

    private mutating func checkTag(_ tag: String, onMapping isMapping: Bool, at position: Position) {
        if tag != "!", tag != Self.tagPrefix + (isMapping ? "map" : "seq") { reportUnknownTag(tag, at: position) }
    }

    private mutating func reportUnknownTag(_ tag: String, at position: Position) {
        builder.report(
            .warning, "unknown-tag", "the tag '\(short(tag))' has no meaning here and is ignored", at: position,
            help: "remove the tag")
    }

    private func short(_ tag: String) -> String {
        tag.hasPrefix(Self.tagPrefix) ? "!!" + tag.dropFirst(Self.tagPrefix.count) : tag
    }

    // MARK: Syntax

    private mutating func syntaxProblem() -> FatalProblem {
        if parser.pointee.error == YAML_READER_ERROR {
            let place = columns.position(ofByte: parser.pointee.problem_offset)
            let scalar = String(UInt32(bitPattern: parser.pointee.problem_value), radix: 16, uppercase: true)
            return FatalProblem(
                diagnostic: Diagnostic(
                    .error, "yaml-character",
                    "the character U+\(String(repeating: "0", count: max(0, 4 - scalar.count)))\(scalar) is not allowed in YAML",
                    at: builder.source(place), help: "remove it, or write it as an escape inside double quotes"))
        }
        let problem = parser.pointee.problem.map { String(cString: $0) } ?? "no reason given"
        let byte = columns.byte(at: parser.pointee.problem_mark)
        failedAtTab = byte == UInt8(ascii: "\t")
        let wording = YAMLProblem.wording(of: problem, at: byte)
        var related: [Diagnostic.Related] = []
        if let context = parser.pointee.context.flatMap({ YAMLProblem.context(String(cString: $0)) }) {
            related = [.init(context, at: builder.source(columns.position(parser.pointee.context_mark)))]
        }
        return FatalProblem(
            diagnostic: Diagnostic(
                .error, "yaml-syntax", wording.message,
                at: builder.source(columns.position(parser.pointee.problem_mark)),
                help: wording.help, related: related))
    }
}
