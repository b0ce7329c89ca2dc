import ConcordOpenAPI
import ConcordYAML

/// The search index: the names of pages, operations, schemas and properties, and the words of their texts.
///
/// The names are in one small file. Properties and words are in a separate file for each first letter, which the page
/// loads when that letter is typed. The files are scripts, because a page that is opened from disk can't load data.
struct SearchIndex {
    private enum Kind: Int {
        case page, group, operation, schema

        /// The folder of the pages.
        var folder: String? {
            switch self {
            case .page: nil
            case .group: SiteMap.groups
            case .operation: SiteMap.operations
            case .schema: SiteMap.schemas
            }
        }
    }

    private struct Entry {
        let kind: Kind
        let title: String
        /// The method and path of an operation.
        var method = ""
        var path = ""
        let address: String
        var isDeprecated = false
        /// The names of properties and parameters, each with its anchor.
        var names: [(name: String, anchor: Anchor)] = []
        var words: Set<String> = []

        /// The values of the entry in the index. The URL is empty if it follows from the kind and the title.
        var row: [Node] {
            let usual = kind.folder.map { "\($0)/\(title).html" }
            let texts = [title, method, path, address == usual ? "" : address]
            let row: [Node] = [.number(kind.rawValue)] + texts.map { .string($0) } + [.string(isDeprecated ? "1" : "")]
            return row.dropLast(row.reversed().prefix { $0.string == "" }.count)
        }
    }

    private let entries: [Entry]
    private static let mostNamesOfEntry = 400

    init(_ site: SiteContent) {
        var entries = [
            Entry(
                kind: .page, title: site.texts[.overview], address: Self.address(site.map[.overview]),
                words: SearchText(site.document.info?.description ?? "").words)
        ]
        for (index, guide) in site.settings.guides.enumerated() {
            entries.append(
                Entry(
                    kind: .page, title: guide.title, address: Self.address(site.map[.guide(index)]),
                    words: SearchText(guide.markdown).words))
        }
        for group in site.groups {
            entries.append(
                Entry(
                    kind: .group, title: group.title, address: Self.address(site.map[.group(group.anchor)]),
                    words: SearchText(group.description ?? "").words))
            entries += group.operations.map { Self.entry($0, site) }
        }
        entries += site.components.schemas.map { Self.entry($0.name, $0.value, site) }
        self.entries = entries
    }

    private static func address(_ place: SitePlace?) -> String {
        guard let place else { return SiteMap.overviewPage }
        return place.page + (place.anchor.map { "#" + $0.fragment } ?? "")
    }

    private static func entry(_ operation: OperationEntry, _ site: SiteContent) -> Entry {
        var entry = Entry(
            kind: .operation, title: operation.title, method: operation.method, path: operation.path,
            address: address(site.map[.operation(operation.anchor)]), isDeprecated: operation.isDeprecated,
            words: SearchText("\(operation.operation.operationId ?? "") \(operation.operation.description ?? "")").words
        )
        for parameter in operation.parameters {
            guard let name = parameter.name, let location = parameter.location else { continue }
            entry.names.append((name, operation.anchor.appending(location.rawValue).appending(name)))
            entry.words.formUnion(SearchText(parameter.description ?? "").words)
        }
        let body = operation.requestBody(site.components)?.content.first?.value.schema
        if let body, body.componentName == nil {
            add(body, below: operation.anchor.appending("body"), to: &entry, site)
        }
        return entry
    }

    private static func entry(_ name: String, _ schema: Schema, _ site: SiteContent) -> Entry {
        var entry = Entry(
            kind: .schema, title: name, address: address(site.map[.schema(name)]),
            isDeprecated: schema.deprecated == true, words: SearchText(schema.description ?? "").words)
        add(schema, below: Anchor("schemas", name), to: &entry, site)
        return entry
    }

    private static func add(_ schema: Schema, below anchor: Anchor, to entry: inout Entry, _ site: SiteContent) {
        for part in SchemaParts(schema, site.components.resolver).parts where part.origin == nil {
            for property in part.schema.properties where entry.names.count < mostNamesOfEntry {
                entry.names.append((property.name, anchor.appending(property.name)))
                entry.words.formUnion(SearchText(property.value.description ?? "").words)
            }
        }
    }

    // MARK: Files

    /// The names. Each entry contains a kind, title, method, path and URL, and whether it is deprecated. Empty values
    /// at the end are omitted.
    private var namesJSON: String { Node.sequence(entries.map { .sequence($0.row) }).compactJSON }

    /// The parts by first letter: names with entry and fragment, and words with their entries.
    private var pieces: [Character: Node] {
        var names: [Character: [Node]] = [:]
        var words: [Character: [String: [Int]]] = [:]
        for (index, entry) in entries.enumerated() {
            for (name, anchor) in entry.names {
                names[Self.key(name), default: []].append(
                    .sequence([.string(name), .number(index), .string(anchor.fragment)]))
            }
            for word in entry.words { words[Self.key(word), default: [:]][word, default: []].append(index) }
        }
        var pieces: [Character: Node] = [:]
        for key in Set(names.keys).union(words.keys) {
            let found = (words[key] ?? [:]).sorted { $0.key < $1.key }
            pieces[key] = [
                "names": .sequence(names[key] ?? []),
                "words": .mapping(Mapping(found.map { ($0.key, Node.sequence($0.value.map { .number($0) })) })),
            ]
        }
        return pieces
    }

    /// Returns the letter or digit of the file for a name, or `_` for other characters.
    private static func key(_ name: String) -> Character {
        guard let first = name.unicodeScalars.first(where: { $0 != "_" && $0 != "$" && $0 != "@" }), first.isASCII,
            first.properties.isAlphabetic || ("0"..."9").contains(first)
        else { return "_" }
        return Character(String(first).lowercased())
    }

    /// The files of a site with many pages.
    var files: [SiteFile] {
        [SiteFile("search/names.js", "reference.search.addNames(\(namesJSON));\n")]
            + pieces.sorted { $0.key < $1.key }.map { key, piece in
                SiteFile("search/\(key).js", "reference.search.addPiece(\"\(key)\", \(piece.compactJSON));\n")
            }
    }

    /// The whole index, for a page that contains it.
    var singlePageJSON: String {
        let pieces = pieces.sorted { $0.key < $1.key }.map { (String($0.key), $0.value) }
        return "{\"names\":\(namesJSON),\"pieces\":\(Node.mapping(Mapping(pieces)).compactJSON)}"
    }
}
