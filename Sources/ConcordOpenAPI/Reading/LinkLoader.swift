import ConcordDiagnostics
import ConcordYAML

/// Walks over a document and whatever its references lead to, reads the files that they name, once each, and reports
/// references that lead nowhere and values of the wrong kind.
struct LinkLoader {
    private(set) var document: Document
    private(set) var diagnostics: [Diagnostic] = []

    /// An object that a reference leads to outside the places that the walk over the document itself comes to.
    private struct Target: Hashable {
        var position: Position
        var kind: String
    }

    private let folder: SourceFolder?
    private let options: DocumentReadingOptions
    private var pending: [(node: Node, kind: FieldKind)] = []
    /// Whether the document's own file holds a reference in a place that may not have one.
    private var hasInclusions = false
    private var walked: Set<Target> = []
    /// What references of the document's own file lead to.
    private var targets: [String: Result<Node, ReferenceResolver.Failure>] = [:]
    /// Files that can't be had, so that each is reported once.
    private var refused: Set<String> = []

    init(_ document: Document, folder: SourceFolder?, options: DocumentReadingOptions) {
        self.document = document
        self.folder = folder
        self.options = options
    }

    mutating func load() {
        follow()
        guard hasInclusions else { return }
        let found = diagnostics
        let inclusion = Inclusion(resolver: ReferenceResolver(document))
        document.node = inclusion.deeplyIncluded(document.node, expected: .object(Document.self))
        // What was included is part of the document now, so references can lead into it.
        (diagnostics, hasInclusions, walked, targets) = ([], false, [], [:])
        follow()
        let earlier = found.filter { $0.code == Self.notAllowed || Self.ofFiles.contains($0.code) }
        let places = Set(earlier.map(\.position))
        diagnostics = earlier + diagnostics.filter { $0.code != Self.notAllowed || !places.contains($0.position) }
    }

    private static let notAllowed = "misplaced-reference"

    /// What is reported where a file is opened, once.
    private static let ofFiles: Set<String> = [
        "no-such-file", "unreadable-file", "outside-folder", "no-folder", "remote-reference", "too-many-files",
    ]

    /// Walks over the document and whatever its references lead to.
    private mutating func follow() {
        pending = [(document.node, .object(Document.self))]
        var references: [CollectedReference] = []
        while let (node, kind) = pending.popLast() {
            var walk = DocumentWalk(
                LinkCollector(files: document.files, path: { [links = document.links] in links.path(ofFile: $0) }),
                version: document.version)
            walk.walk(node, of: kind)
            diagnostics += walk.visitor.shape.diagnostics
            for inclusion in walk.visitor.inclusions { report(inclusion) }
            document.links.identified.merge(walk.visitor.identified) { first, _ in first }
            document.links.bases.merge(walk.visitor.bases) { first, _ in first }
            references += walk.visitor.references
            for reference in walk.visitor.references { open(reference) }
            if pending.isEmpty {
                let resolver = ReferenceResolver(document)
                for reference in references { check(reference, resolver) }
                references = []
                targets = [:]
            }
        }
    }

    // MARK: Files

    /// Reads the file that a reference names, unless it is at hand.
    private mutating func open(_ reference: CollectedReference) {
        guard reference.text.utf8.first != UInt8(ascii: "#") else { return }
        let file = reference.node.position.file
        let base = document.links.bases[reference.node.position] ?? document.links.path(ofFile: file)
        let resource = reference.uri.resource(relativeTo: base)
        let path = URIReference.percentDecoded(resource)
        guard document.links.identified[resource] == nil, resource != document.selfURI, path != document.links.ownPath,
            document.links.file(at: path) == nil, !refused.contains(path)
        else { return }
        switch bytes(of: path) {
        case .success(let bytes): add(bytes, path: path, isText: reference.isText && !path.isStructured)
        case .failure(let problem):
            refused.insert(path)
            report(problem.code, problem.message, at: reference.node["$ref"] ?? reference.node, help: problem.help)
        }
    }

    private func bytes(of path: String) -> Result<[UInt8], SourceFolder.Problem> {
        if document.links.files.count >= options.maximumFileCount {
            return .failure(
                .init(
                    code: "too-many-files", message: "references lead to more than \(options.maximumFileCount) files",
                    help: nil))
        }
        if URIReference(path).isRemote {
            guard let fetch = options.fetch else {
                return .failure(
                    .init(
                        code: "remote-reference",
                        message: "the reference names the URL '\(path)', which is not fetched",
                        help: "keep a copy beside the document, or allow references to URLs"))
            }
            return Result { try fetch(path) }.mapError {
                .init(code: "remote-reference", message: "'\(path)' can't be fetched: \($0)", help: nil)
            }
        }
        guard let folder else {
            return .failure(
                .init(
                    code: "no-folder", message: "'\(path)' can't be read, since the document has no folder",
                    help: "give the document as a file"))
        }
        return folder.read(path)
    }

    private mutating func add(_ bytes: [UInt8], path: String, isText: Bool) {
        let name = URIReference(path).isRemote ? path : folder?.displayName(of: path) ?? path
        let index = document.files.add(name)
        if isText {
            let text = Node(.string(String(decoding: bytes, as: UTF8.self)), at: Position(line: 1, column: 1, file: index))
            return document.links.files.append(DocumentLinks.File(path: path, index: index, node: text))
        }
        let reading = NodeReader(file: name, fileIndex: index, limits: options.limits).read(bytes)
        diagnostics += reading.diagnostics
        guard let node = reading.node else {
            refused.insert(path)
            return
        }
        document.links.files.append(DocumentLinks.File(path: path, index: index, node: node))
        identifySchemas(in: node, base: path)
    }

    /// Finds the anchors and URIs of a file that is no document, in which nothing tells where schemas stand.
    private mutating func identifySchemas(in node: Node, base: String) {
        var base = base
        switch node.value {
        case .sequence(let nodes):
            for node in nodes { identifySchemas(in: node, base: base) }
        case .mapping(let mapping):
            if let id = mapping["$id"]?.string {
                base = URIReference(URIReference(id).resource).resource(relativeTo: base)
                document.links.identified[base] = node
            }
            for key in ["$anchor", "$dynamicAnchor"] {
                if let name = mapping[key]?.string { document.links.identified[base + "#" + name] = node }
            }
            for entry in mapping.entries { identifySchemas(in: entry.value, base: base) }
        default: break
        }
    }

    // MARK: Targets

    private mutating func check(_ reference: CollectedReference, _ resolver: ReferenceResolver) {
        // The same text leads to the same place wherever it stands in a file, `$id` aside.
        let isUsual = reference.node.position.file == 0 && !reference.hasBase
        let target =
            (isUsual ? targets[reference.text] : nil) ?? resolver.target(of: reference.text, in: reference.node)
        if isUsual { targets[reference.text] = target }
        switch target {
        case .success(let target):
            guard !reference.staysAmongWalked else { return }
            let key = Target(position: target.position, kind: "\(reference.kind)")
            if walked.insert(key).inserted { pending.append((target, reference.kind)) }
        case .failure(let failure):
            report(failure, reference)
        }
    }

    private mutating func report(_ inclusion: CollectedReference) {
        if inclusion.node.position.file == 0 { hasInclusions = true }
        guard diagnostics.count < ShapeCheck.maximumDiagnostics else { return }
        let place = inclusion.node["$ref"] ?? inclusion.node
        diagnostics.append(
            Diagnostic(
                .warning, Self.notAllowed,
                "a reference can't stand in the place of \(inclusion.kind.wording); what it refers to is put there",
                at: document.files.sourcePosition(of: place), help: "write it out, or bundle the document for other tools"))
    }

    private mutating func report(_ failure: ReferenceResolver.Failure, _ reference: CollectedReference) {
        let place = reference.node["$ref"] ?? reference.node
        switch failure {
        case .unreadFile: break  // reported when the file was refused
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

    /// Where a name was sought, in the words of the document's own text.
    private func sectionName(_ inside: JSONPointer) -> String {
        var tokens = inside.tokens
        if document.links.isSwagger, tokens.first == "components" {
            tokens.removeFirst()
            if tokens.first == "schemas" { tokens[0] = "definitions" }
            if tokens.first == "requestBodies" { tokens[0] = "parameters" }
        }
        return tokens.joined(separator: ".")
    }

    /// Nil where a search would take long.
    private func nearest(to name: String, in node: Node) -> String? {
        guard let mapping = node.mapping, mapping.count <= 5_000, name.utf8.count <= 100, diagnostics.count < 100 else {
            return nil
        }
        return mapping.keys.filter { $0.utf8.count <= 100 }.nearest(to: name)
    }

    private mutating func report(_ code: String, _ message: String, at node: Node, help: String? = nil) {
        guard diagnostics.count < ShapeCheck.maximumDiagnostics else { return }
        diagnostics.append(Diagnostic(.error, code, message, at: document.files.sourcePosition(of: node), help: help))
    }
}

/// A reference that a walk came by.
struct CollectedReference {
    var text: String
    var node: Node
    /// What the reference has to lead to.
    var kind: FieldKind
    /// Whether it leads to a place of the same file that the walk comes to anyway.
    var staysAmongWalked: Bool
    /// Whether it stands inside a schema with `$id`.
    var hasBase: Bool

    var uri: URIReference { URIReference(text) }

    /// Whether it leads to a string, so that a file that is neither YAML nor JSON can be meant.
    var isText: Bool { if case .text = kind { true } else { false } }
}

extension String {
    /// Whether a path is one of a YAML or JSON file.
    fileprivate var isStructured: Bool { [".yaml", ".yml", ".json"].contains { lowercased().hasSuffix($0) } }
}

/// Collects references, the URIs and anchors of schemas, and values of the wrong kind.
private struct LinkCollector: DocumentVisitor {
    var shape: ShapeCheck
    var references: [CollectedReference] = []
    /// Those of the references that stand where none may.
    var inclusions: [CollectedReference] = []
    var identified: [String: Node] = [:]
    var bases: [Position: String] = [:]
    private let pathOfFile: (UInt16) -> String
    /// The schemas with `$id` that the walk is inside of, with the length of the path to each.
    private var enclosing: [(depth: Int, base: String)] = []

    init(files: SourceFiles, path: @escaping (UInt16) -> String) {
        shape = ShapeCheck(files: files)
        pathOfFile = path
    }

    mutating func visitMismatch(_ node: Node, expected: FieldKind, at path: [PathStep]) {
        shape.mismatch(node, expected: expected, at: path)
    }

    mutating func visit(_ node: Node, as type: any OpenAPIObject.Type, at path: [PathStep]) -> Bool {
        while let last = enclosing.last, last.depth >= path.count { enclosing.removeLast() }
        if type == Schema.self, let mapping = node.mapping { identify(mapping, node, depth: path.count) }
        if type == Discriminator.self {
            for name in Discriminator(node).schemaNames {
                guard let text = name.string, Discriminator.isReference(text) else { continue }
                visitReference(text, in: name, to: Schema.self, at: path)
            }
        }
        if type == Link.self, let text = Link(node).operationRef, !URIReference(text).isRemote {
            visitReference(text, in: node, to: Operation.self, at: path)
        }
        if type == SecurityRequirement.self {
            for (name, _) in SecurityRequirement(node).schemes where SecurityRequirement.isReference(name) {
                visitReference(name, in: node, to: SecurityScheme.self, at: path)
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

    mutating func visitReference(_ text: String, in node: Node, to type: any OpenAPIObject.Type, at path: [PathStep]) {
        // What a reference in another file leads to can be a reference again.
        collect(text, in: node, type.fields["$ref"] == nil ? .reference(type) : .object(type))
    }

    mutating func visitInclusion(_ text: String, in node: Node, expected: FieldKind, at path: [PathStep]) {
        inclusions.append(collect(text, in: node, expected))
    }

    @discardableResult private mutating func collect(
        _ text: String, in node: Node, _ kind: FieldKind
    ) -> CollectedReference {
        let isInRoot = node.position.file == 0
        let stays = isInRoot && ["#/components/", "#/paths/", "#/webhooks/"].contains { text.hasPrefix($0) }
        let reference = CollectedReference(
            text: text, node: node, kind: kind, staysAmongWalked: stays, hasBase: !enclosing.isEmpty)
        references.append(reference)
        return reference
    }
}
