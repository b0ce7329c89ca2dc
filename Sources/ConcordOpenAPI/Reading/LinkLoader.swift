import ConcordDiagnostics
import ConcordYAML

/// Walks a document and everything that it refers to, reads each file once, and reports invalid references and values
/// of the wrong kind.
struct LinkLoader {
    private(set) var document: Document
    private(set) var diagnostics: [Diagnostic] = []

    /// A referenced object that the walk of the document itself doesn't visit.
    private struct Target: Hashable {
        var position: Position
        var type: ObjectIdentifier
    }

    private let root: any OpenAPIObject.Type
    private let folder: SourceFolder?
    private let options: DocumentReadingOptions
    private var pending: [(node: Node, type: any OpenAPIObject.Type)] = []
    private var walked: Set<Target> = []
    /// The targets of the root file's references.
    private var targets: [String: Result<Node, ReferenceResolver.Failure>] = [:]
    /// The files that can't be read. Each is reported only once.
    private var refused: Set<String> = []
    /// The URIs and anchors in files, which walks don't visit.
    private var identifiedInFiles: [String: Node] = [:]
    private var shapes: [Diagnostic] = []
    private var misplaced: [MisplacedReference] = []
    /// References to files or URLs that weren't read.
    private var remote: [CollectedReference] = []
    private var inclusion = ReferenceInclusion()

    /// Creates a loader for a document whose root object has the type `root`.
    init(
        _ document: Document, as root: any OpenAPIObject.Type = Document.self, folder: SourceFolder?,
        options: DocumentReadingOptions
    ) {
        self.document = document
        self.root = root
        self.folder = folder
        self.options = options
    }

    mutating func load() {
        follow()
        while !misplaced.isEmpty {
            include()
            follow()
        }
        if !remote.isEmpty { reportRemote() }
        diagnostics += shapes
    }

    /// Walks the document and its references, and validates them, unless some must be replaced first.
    private mutating func follow() {
        pending = [(document.node, root)]
        (walked, shapes, misplaced, remote) = ([], [], [], [])
        (document.links.identified, document.links.bases) = (identifiedInFiles, [:])
        var references: [CollectedReference] = []
        while let (node, type) = pending.popLast() {
            var walk = DocumentWalk(
                LinkCollector(files: document.files, path: { [links = document.links] in links.path(ofFile: $0) }),
                version: max(document.version, .v3_0))
            walk.walk(target: node, as: type)
            shapes += walk.visitor.shape.diagnostics
            document.links.identified.merge(walk.visitor.identified) { first, _ in first }
            document.links.bases.merge(walk.visitor.bases) { first, _ in first }
            references += walk.visitor.references
            for reference in walk.visitor.references { open(reference) }
            noteMisplaced(walk.visitor.misplaced)
            if pending.isEmpty, misplaced.isEmpty {
                let resolver = ReferenceResolver(document)
                for reference in references { check(reference, resolver) }
                references = []
                targets = [:]
            }
        }
    }

    // MARK: References in other places than the specification allows

    private mutating func noteMisplaced(_ references: [MisplacedReference]) {
        for reference in references where !inclusion.failed.contains(reference.place) {
            open(reference)
            misplaced.append(reference)
        }
    }

    /// Replaces these references with their targets.
    private mutating func include() {
        let resolver = ReferenceResolver(document)
        for reference in misplaced where !inclusion.isKnown(reference.place) {
            switch resolver.target(of: reference.collected.text, in: reference.collected.node) {
            case .success(let target):
                if let problem = inclusion.add(target, for: reference) {
                    report(problem.code, problem.message, at: reference.value, help: problem.help)
                } else if !reference.isInData {
                    reportMisplaced(reference)
                }
            case .failure(let failure):
                inclusion.failed.insert(reference.place)
                if !reference.isInData { report(failure, reference.collected) }
            }
        }
        document.node = inclusion.applied(to: document.node)
        document.links.replaceTrees { [inclusion] in inclusion.applied(to: $0) }
        inclusion.endRound()
    }

    private mutating func reportMisplaced(_ reference: MisplacedReference) {
        diagnostics.append(
            Diagnostic(
                .warning, "misplaced-reference",
                "OpenAPI allows no reference here; the target of '\(reference.collected.text)' is used in its place",
                at: document.files.sourcePosition(of: reference.value),
                help: "replace the reference with its target, unless all your tools support it"))
    }

    // MARK: Files

    /// Reads the file of a reference, unless it has already been read.
    private mutating func open(_ reference: CollectedReference) {
        guard let path = unreadPath(of: reference) else { return }
        switch bytes(of: path) {
        case .success(let bytes): add(bytes, path: path)
        case .failure(let problem):
            guard !openBesideFile(reference) else { return }
            // A schema in a file that isn't read yet may have this URL.
            guard !URIReference(path).isRemote else { return }
            refused.insert(path)
            report(problem.code, problem.message, at: reference.place, help: problem.help)
        }
    }

    /// Reads the file of a misplaced reference. A reference in data can point to any file.
    private mutating func open(_ reference: MisplacedReference) {
        guard let path = unreadPath(of: reference.collected) else { return }
        switch bytes(of: path) {
        case .success(let bytes): add(bytes, path: path, asText: reference.isText && !path.namesTree)
        case .failure(let problem):
            guard !reference.isInData else { return }
            refused.insert(path)
            report(problem.code, problem.message, at: reference.value, help: problem.help)
        }
    }

    /// Returns the path of a referenced file that was neither read nor rejected. Records whether it is the root file.
    private mutating func unreadPath(of reference: CollectedReference) -> String? {
        guard reference.text.utf8.first != UInt8(ascii: "#") else { return nil }
        let file = reference.node.position.file
        let base = document.links.bases[reference.node.position] ?? document.links.path(ofFile: file)
        let resource = reference.uri.resource(relativeTo: base)
        let path = URIReference.percentDecoded(resource)
        if path == document.links.ownPath, !path.isEmpty { document.links.namesItself = true }
        guard document.links.identified[resource] == nil, resource != document.selfURI, path != document.links.ownPath,
            document.links.file(at: path) == nil, !refused.contains(path)
        else { return nil }
        return path
    }

    /// Reads a file relative to the file of a schema, if the schema's URI changes the base of its references.
    private mutating func openBesideFile(_ reference: CollectedReference) -> Bool {
        guard let base = document.links.bases[reference.node.position], !reference.uri.isRemote else { return false }
        let own = document.links.path(ofFile: reference.node.position.file)
        let path = URIReference.percentDecoded(reference.uri.resource(relativeTo: own))
        if document.links.file(at: path) == nil, case .success(let bytes) = bytes(of: path) { add(bytes, path: path) }
        guard let file = document.links.file(at: path) else { return false }
        let resource = reference.uri.resource(relativeTo: base)
        identifiedInFiles[resource] = file.node
        document.links.identified[resource] = file.node
        return true
    }

    private func bytes(of path: String) -> Result<[UInt8], SourceFolder.Problem> {
        if document.links.files.count >= options.maximumFileCount {
            return .failure(
                .init(
                    code: "too-many-files", message: "references point to more than \(options.maximumFileCount) files",
                    help: nil))
        }
        if URIReference(path).isRemote {
            guard let fetch = options.fetch else {
                return .failure(
                    .init(
                        code: "remote-reference",
                        message: "the reference to the URL '\(path)' is not followed",
                        help: "keep a copy next to the document, or allow references to URLs"))
            }
            return Result { try fetch(path) }.mapError {
                .init(code: "remote-reference", message: "can't fetch '\(path)': \($0)", help: nil)
            }
        }
        guard let folder else {
            return .failure(
                .init(
                    code: "no-folder", message: "can't read '\(path)' because the document has no folder",
                    help: "pass the document as a file"))
        }
        return folder.read(path)
    }

    private mutating func add(_ bytes: [UInt8], path: String, asText: Bool = false) {
        let name = URIReference(path).isRemote ? path : folder?.displayName(of: path) ?? path
        let index = document.files.add(name)
        if asText {
            let text = Node(
                .string(String(decoding: bytes, as: UTF8.self)), at: Position(line: 1, column: 1, file: index))
            document.links.add(DocumentLinks.File(path: path, index: index, node: text))
            return
        }
        let reading = NodeReader(file: name, fileIndex: index, limits: options.limits).read(bytes)
        diagnostics += reading.diagnostics
        guard let node = reading.node else {
            refused.insert(path)
            return
        }
        document.links.add(DocumentLinks.File(path: path, index: index, node: node))
        identifySchemas(in: node, base: path)
        document.links.identified.merge(identifiedInFiles) { first, _ in first }
    }

    /// Finds the anchors and URIs of schemas in a file that isn't a document. Any object except data may be a schema
    /// there.
    private mutating func identifySchemas(in node: Node, base: String, holdsNames: Bool = false) {
        var base = base
        switch node.value {
        case .sequence(let nodes):
            for node in nodes { identifySchemas(in: node, base: base) }
        case .mapping(let mapping):
            if let id = mapping["$id"]?.string, !holdsNames {
                base = URIReference(URIReference(id).resource).resource(relativeTo: base)
                identifiedInFiles[base] = node
            }
            for key in ["$anchor", "$dynamicAnchor"] where !holdsNames {
                if let name = mapping[key]?.string { identifiedInFiles[base + "#" + name] = node }
            }
            let isSchema = !holdsNames && mapping.isSchema
            for entry in mapping.entries where holdsNames || !Self.holdsData(entry.key, inSchema: isSchema) {
                let holdsNames = !holdsNames && Self.keysOfNames.contains(entry.key)
                identifySchemas(in: entry.value, base: base, holdsNames: holdsNames)
            }
        default: break
        }
    }

    /// The keys whose values are data.
    private static let dataKeys: Set<String> = ["const", "default", "enum", "example", "examples", "value"]
    /// The keys whose values map names to schemas.
    private static let keysOfNames: Set<String> = [
        "properties", "patternProperties", "dependentSchemas", "$defs", "definitions",
    ]

    /// Returns whether the value of a key is data. In a schema, the value of an unknown keyword is also data.
    /// Elsewhere, such a key can be the name of a schema.
    private static func holdsData(_ key: String, inSchema: Bool) -> Bool {
        if dataKeys.contains(key) || key.hasPrefix("x-") { return true }
        return inSchema && Schema.fields[key] == nil && !keysOfNames.contains(key)
    }

    // MARK: Targets

    private mutating func check(_ reference: CollectedReference, _ resolver: ReferenceResolver) {
        // Without `$id`, equal references in a file have the same target.
        let isUsual = reference.node.position.file == 0 && !reference.hasBase
        let target =
            (isUsual ? targets[reference.text] : nil) ?? resolver.target(of: reference.text, in: reference.node)
        if isUsual { targets[reference.text] = target }
        switch target {
        case .success(let target):
            if resolver.isTakenForRoot(reference.text, in: reference.node) { reportTakenForRoot(reference) }
            guard !reference.staysAmongWalked else { return }
            let key = Target(position: target.position, type: ObjectIdentifier(reference.type))
            if walked.insert(key).inserted { pending.append((target, reference.type)) }
        case .failure(let failure):
            report(failure, reference)
        }
    }

    private mutating func reportTakenForRoot(_ reference: CollectedReference) {
        let place = reference.place
        let path = document.links.path(ofFile: place.position.file)
        let root = String(repeating: "../", count: path.split(separator: "/").count - 1) + document.links.ownPath
        diagnostics.append(
            Diagnostic(
                .warning, "reference-to-root",
                "this file has no '\(reference.text)'; the one in '\(document.links.ownPath)' is used instead",
                at: document.files.sourcePosition(of: place), help: "write '\(root)\(reference.text)'"))
    }

    private mutating func report(_ failure: ReferenceResolver.Failure, _ reference: CollectedReference) {
        let place = reference.place
        switch failure {
        // Unreadable files have been reported.
        case .unreadFile: remote.append(reference)
        case .noSuchAnchor(let name):
            report("unresolved-reference", "no schema has the anchor '\(name)'", at: place)
        case .noSuchPlace(let name, let inside, let found):
            let section = sectionName(inside)
            let file = reference.uri.resource.isEmpty ? "" : " in '\(reference.uri.resource)'"
            let whole = section.isEmpty ? "at the top\(file)" : "under \(section)\(file)"
            report(
                "unresolved-reference", "'\(name)' is not declared \(whole)", at: place,
                help: nearest(to: name, in: found).map { "did you mean '\($0)'?" })
        }
    }

    /// Reports the URLs that don't belong to a schema, after all files have been read.
    private mutating func reportRemote() {
        let resolver = ReferenceResolver(document)
        for reference in remote {
            guard case .failure(.unreadFile(let resource)) = resolver.target(of: reference.text, in: reference.node)
            else { continue }
            let path = URIReference.percentDecoded(resource)
            guard URIReference(path).isRemote, refused.insert(path).inserted,
                case .failure(let problem) = bytes(of: path)
            else { continue }
            report(problem.code, problem.message, at: reference.place, help: problem.help, severity: .warning)
        }
    }

    /// Returns the section in which a name was looked up, as it appears in the document.
    private func sectionName(_ inside: JSONPointer) -> String {
        var tokens = inside.tokens
        if document.links.isSwagger, tokens.first == "components" {
            tokens.removeFirst()
            if tokens.first == "schemas" { tokens[0] = "definitions" }
            if tokens.first == "requestBodies" { tokens[0] = "parameters" }
        }
        return tokens.joined(separator: ".")
    }

    /// Returns the closest name, or `nil` if searching would take long.
    private func nearest(to name: String, in node: Node) -> String? {
        guard let mapping = node.mapping, mapping.count <= 5_000, name.utf8.count <= 100, diagnostics.count < 100 else {
            return nil
        }
        return mapping.keys.filter { $0.utf8.count <= 100 }.nearest(to: name)
    }

    private mutating func report(
        _ code: String, _ message: String, at node: Node, help: String? = nil, severity: Diagnostic.Severity = .error
    ) {
        guard diagnostics.count < ShapeCheck.maximumDiagnostics else { return }
        diagnostics.append(
            Diagnostic(severity, code, message, at: document.files.sourcePosition(of: node), help: help))
    }
}

/// A reference that a walk has found.
struct CollectedReference {
    var text: String
    var node: Node
    var type: any OpenAPIObject.Type
    /// Whether the target is in a part of the same file that the walk visits anyway.
    var staysAmongWalked: Bool
    /// Whether the reference is inside a schema with `$id`.
    var hasBase: Bool
    /// The node with the reference, if that isn't `$ref`.
    var holder: Node?

    /// The node at which problems are reported.
    var place: Node { holder ?? node["$ref"] ?? node }

    var uri: URIReference { URIReference(text) }
}

extension String {
    /// Whether a path has the extension of YAML or JSON.
    fileprivate var namesTree: Bool {
        let name = split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: ".") else { return true }
        return ["yaml", "yml", "json"].contains(name[name.index(after: dot)...].lowercased())
    }
}

extension Mapping {
    /// Whether the mapping is a schema, and not a map of schemas.
    fileprivate var isSchema: Bool {
        entries.contains { entry in
            switch entry.key {
            case "$id", "$schema", "$anchor", "$dynamicAnchor": entry.value.string != nil
            case "type": entry.value.string != nil || entry.value.sequence != nil
            case "allOf", "anyOf", "oneOf": entry.value.sequence != nil
            default: false
            }
        }
    }
}

extension FieldKind {
    fileprivate var isText: Bool {
        if case .text = self { true } else { false }
    }
}

/// Collects references, the URIs and anchors of schemas, and values of the wrong kind.
private struct LinkCollector: DocumentVisitor {
    var shape: ShapeCheck
    var references: [CollectedReference] = []
    var misplaced: [MisplacedReference] = []
    var identified: [String: Node] = [:]
    var bases: [Position: String] = [:]
    private let pathOfFile: (UInt16) -> String
    /// The enclosing schemas with `$id`, with the length of the path to each.
    private var enclosing: [(depth: Int, base: String)] = []

    init(files: SourceFiles, path: @escaping (UInt16) -> String) {
        shape = ShapeCheck(files: files)
        pathOfFile = path
    }

    mutating func visitMismatch(_ node: Node, expected: FieldKind, at path: [PathStep]) {
        if let value = node["$ref"], value.string != nil {
            noteMisplaced(value, in: node, isText: expected.isText)
        } else if path.last == .key("$ref"), node.string != nil {
            // The object was treated as a map, in which '$ref' is a name.
            noteMisplaced(node, in: node, isText: false)
        } else {
            shape.mismatch(node, expected: expected, at: path)
        }
    }

    mutating func visit(_ entry: Mapping.Entry, field: Field?, of type: any OpenAPIObject.Type, at path: [PathStep]) {
        guard case .any? = field?.kind, entry.key == "example" || entry.key == "value", entry.value.mapping?.count == 1,
            let value = entry.value["$ref"], let text = value.string, !text.hasPrefix("#"), !URIReference(text).isRemote
        else { return }
        noteMisplaced(value, in: entry.value, isText: true, isInData: true)
    }

    private mutating func noteMisplaced(_ value: Node, in node: Node, isText: Bool, isInData: Bool = false) {
        let reference = CollectedReference(
            text: value.string ?? "", node: node, type: Reference.self, staysAmongWalked: false, hasBase: false)
        misplaced.append(
            MisplacedReference(collected: reference, value: value, isText: isText, isInData: isInData))
    }

    mutating func visit(_ node: Node, as type: any OpenAPIObject.Type, at path: [PathStep]) -> Bool {
        if type != Schema.self, type != Reference.self, type.fields["$ref"] == nil, let value = node["$ref"],
            value.string != nil
        {
            noteMisplaced(value, in: node, isText: false)
            return false
        }
        while let last = enclosing.last, last.depth >= path.count { enclosing.removeLast() }
        if type == Schema.self, let mapping = node.mapping { identify(mapping, node, depth: path.count) }
        if type == Discriminator.self { noteMappings(of: Discriminator(node)) }
        if type == Link.self, let value = node["operationRef"], let text = value.string, !URIReference(text).isRemote {
            note(text, in: node, to: Operation.self, holder: value)
        }
        if type == SecurityRequirement.self {
            for (name, _) in SecurityRequirement(node).schemes where SecurityRequirement.isReference(name) {
                note(name, in: node, to: SecurityScheme.self)
            }
        }
        return true
    }

    private mutating func identify(_ mapping: Mapping, _ node: Node, depth: Int) {
        for entry in mapping.entries where entry.key.utf8.first == UInt8(ascii: "$") {
            guard let name = entry.value.string else { continue }
            let base = enclosing.last?.base ?? pathOfFile(node.position.file)
            switch entry.key {
            case "$id":
                let uri = URIReference(URIReference(name).resource).resource(relativeTo: base)
                identified[uri] = node
                enclosing.append((depth, uri))
            case "$anchor", "$dynamicAnchor": identified[base + "#" + name] = node
            default: break
            }
        }
        if let base = enclosing.last?.base { bases[node.position] = base }
    }

    private mutating func noteMappings(of discriminator: Discriminator) {
        for value in discriminator.schemaNames {
            guard let text = value.string, Discriminator.isReference(text) else { continue }
            note(text, in: discriminator.node, to: Schema.self, holder: value)
        }
    }

    mutating func visitReference(_ text: String, in node: Node, to type: any OpenAPIObject.Type, at path: [PathStep]) {
        note(text, in: node, to: type)
    }

    private mutating func note(
        _ text: String, in node: Node, to type: any OpenAPIObject.Type, holder: Node? = nil
    ) {
        let isInRoot = node.position.file == 0
        let stays = isInRoot && ["#/components/", "#/paths/", "#/webhooks/"].contains { text.hasPrefix($0) }
        references.append(
            CollectedReference(
                text: text, node: node, type: type, staysAmongWalked: stays, hasBase: !enclosing.isEmpty,
                holder: holder))
    }
}
