import ConcordDiagnostics
import ConcordYAML

/// Converts a document to an adjacent version: first each construct as a whole, then the objects inside it. Finally,
/// the fields that the target version doesn't have are removed.
struct Conversion {
    let document: Document
    let step: VersionStep
    let resolver: ReferenceResolver
    var lifted: LiftedSchemas
    private(set) var diagnostics: [Diagnostic] = []
    /// The shared objects that are being inlined, innermost last.
    private var open: [Position] = []
    private var placed: Set<Position> = []
    private var placements = 0
    private static let maximumPlacements = 10_000
    private static let maximumNesting = 50

    init(_ document: Document, _ step: VersionStep) {
        self.document = document
        self.step = step
        resolver = ReferenceResolver(document)
        lifted = LiftedSchemas(document)
    }

    mutating func converted() -> Document {
        var node = object(document.node, Document.self)
        addLifted(to: &node)
        node["openapi"]?.value = .string(step.target.latestText)
        reportUnusedShared()
        return document.rewritten(node)
    }

    // MARK: Walking

    mutating func object(_ node: Node, _ type: any OpenAPIObject.Type) -> Node {
        guard var mapping = node.mapping else { return node }
        convert(&mapping, of: type, at: node)
        let table = type.fields
        for index in mapping.entries.indices {
            let entry = mapping.entries[index]
            let field = table[entry.key]
            if field == nil, table.allowsExtensions, entry.key.hasPrefix("x-") { continue }
            guard let kind = field?.kind ?? table.others, !isLeftOut(field) else { continue }
            let keepsFlag = type == Schema.self && entry.key == "additionalProperties" && entry.value.bool != nil
            if !keepsFlag { mapping.entries[index].value = value(entry.value, kind) }
        }
        leaveOut(from: &mapping, of: type)
        return Node(.mapping(mapping), at: node.position)
    }

    private mutating func value(_ node: Node, _ kind: FieldKind) -> Node {
        switch kind {
        case .text, .flag, .count, .number, .any: return node
        case .object(let type) where type == Schema.self && node.bool != nil: return flagSchema(node)
        case .object(let type) where type == PathItem.self && step == .lowerTo3_0: return placedPathItem(node)
        case .object(let type): return object(node, type)
        case .reference(let type):
            if type == MediaType.self, step == .lowerTo3_1 { return placedMediaType(node) }
            return object(node, node["$ref"] == nil ? type : Reference.self)
        case .list, .map, .either: return kind.rebuilt(node) { value($0, $1) }
        }
    }

    private mutating func convert(_ mapping: inout Mapping, of type: any OpenAPIObject.Type, at node: Node) {
        switch step {
        case .raiseTo3_1: if type == Schema.self { raiseSchema(&mapping) }
        case .raiseTo3_2: break  // 3.2 supports everything in 3.1
        case .lowerTo3_1: lowerTo3_1(&mapping, of: type)
        case .lowerTo3_0: lowerTo3_0(&mapping, of: type, at: node)
        }
    }

    // MARK: Fields that the target lacks

    /// Returns whether the document's version has the field and the target version doesn't.
    private func isLeftOut(_ field: Field?) -> Bool {
        guard step.isLowering, let versions = field?.versions else { return false }
        return versions.contains(document.version) && !versions.contains(step.target)
    }

    private mutating func leaveOut(from mapping: inout Mapping, of type: any OpenAPIObject.Type) {
        for entry in mapping.entries where isLeftOut(type.fields[entry.key]) {
            mapping[entry.key] = nil
            reportLeftOut("'\(entry.key)' of \(type.fields.name)", at: entry.keyPosition)
        }
    }

    mutating func reportLeftOut(_ what: String, at position: Position) {
        report(
            .warning, "left-out", "OpenAPI \(step.target.rawValue) can't express \(what), which is removed",
            at: position)
    }

    mutating func report(_ severity: Diagnostic.Severity, _ code: String, _ message: String, at position: Position) {
        guard diagnostics.count < ShapeCheck.maximumDiagnostics else { return }
        diagnostics.append(
            Diagnostic(severity, code, message, at: document.files.sourcePosition(of: position)))
    }

    // MARK: Shared objects that the target can't share

    /// Returns the path item with the referenced component in its place. Its own fields take precedence.
    private mutating func placedPathItem(_ node: Node) -> Node {
        place(node, as: PathItem.self) { target, node in
            var mapping = target
            for sibling in (node.mapping ?? Mapping()).entries where sibling.key != "$ref" {
                mapping[sibling.key] = sibling.value
            }
            return mapping
        }
    }

    private mutating func placedMediaType(_ node: Node) -> Node {
        place(node, as: MediaType.self) { target, _ in target }
    }

    private mutating func place(
        _ node: Node, as type: any OpenAPIObject.Type, merging: (Mapping, Node) -> Mapping
    ) -> Node {
        guard let text = node["$ref"]?.string, case .success(let target) = resolver.target(of: text, in: node),
            let found = target.mapping
        else { return object(node, type) }
        placements += 1
        guard !open.contains(target.position), open.count < Self.maximumNesting, placements < Self.maximumPlacements
        else {
            reportLeftOut("this circular reference", at: node.position)
            return Node(.mapping(Mapping()), at: node.position)
        }
        placed.insert(target.position)
        open.append(target.position)
        defer { open.removeLast() }
        let merged = Node(.mapping(merging(found, node)), at: node.position)
        // The result may be another reference.
        return merged["$ref"] == nil ? object(merged, type) : place(merged, as: type, merging: merging)
    }

    /// Reports shared objects that are never used. They are lost, because the others are inlined.
    private mutating func reportUnusedShared() {
        guard let section = step.sharedSection, let shared = document.node["components"]?[section]?.mapping else {
            return
        }
        for entry in shared.entries where !placed.contains(entry.value.position) {
            reportLeftOut("the unused '\(entry.key)' of \(section)", at: entry.keyPosition)
        }
    }
}

extension VersionStep {
    /// The section of components whose objects the target can't share.
    var sharedSection: String? {
        switch self {
        case .lowerTo3_0: "pathItems"
        case .lowerTo3_1: "mediaTypes"
        default: nil
        }
    }
}

extension Document {
    /// Returns the document with another tree, whose references are resolved again.
    func rewritten(_ node: Node) -> Document {
        var document = Document(node, files: files)
        document.links.ownPath = links.ownPath
        document.links.isSwagger = links.isSwagger
        // Only anchors and URIs need to be found again.
        if links.identified.isEmpty || links.isSwagger { return document }
        var loader = LinkLoader(document, folder: nil, options: .init())
        loader.load()
        return loader.document
    }
}
