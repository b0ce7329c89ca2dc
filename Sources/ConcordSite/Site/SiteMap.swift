/// The location of every target, on separate pages or on one page.
struct SiteMap: Sendable {
    private(set) var places: [SiteTarget: SitePlace] = [.overview: SitePlace(page: Self.overviewPage)]
    /// The pages in reading order.
    private(set) var pages: [SitePage] = [SitePage(path: Self.overviewPage, kind: .overview)]
    /// The identifiers of the elements on each page that links refer to.
    private var anchors: [String: Set<String>] = [:]
    private var names = FileNames()

    static let overviewPage = "index.html"
    /// The folder of the pages of groups.
    static let groups = "tags"
    /// The folder of the pages of operations.
    static let operations = "operations"
    /// The folder of the pages of schemas.
    static let schemas = "schemas"
    /// The maximum number of operations on the page of a group. In larger groups, each operation has its own page.
    static let mostOperationsOnGroupPage = 8
    /// The maximum number of operations of an API with pages for groups. In larger APIs, each operation has its own
    /// page.
    static let mostOperationsOnGroupPages = 60

    /// Creates the map of a site.
    ///
    /// - Parameters:
    ///   - parts: The parts of the site.
    ///   - isSinglePage: Whether everything is on one page.
    init(_ parts: SiteParts, isSinglePage: Bool) {
        for name in parts.securitySchemes {
            places[.securityScheme(name)] = SitePlace(page: Self.overviewPage, anchor: Anchor("securitySchemes", name))
        }
        isSinglePage ? placeOnOnePage(parts) : placeOnPages(parts)
        for place in places.values {
            if let anchor = place.anchor { anchors[place.page, default: []].insert(anchor.identifier) }
        }
    }

    /// Returns the identifiers of the elements on a page that links refer to.
    func anchors(on page: String) -> Set<String> { anchors[page] ?? [] }

    /// The location of a target, or `nil` if the document has no such part.
    subscript(target: SiteTarget) -> SitePlace? { places[target] }

    private mutating func placeOnOnePage(_ parts: SiteParts) {
        func place(_ anchor: Anchor) -> SitePlace { SitePlace(page: Self.overviewPage, anchor: anchor) }
        places[.overview] = place(Anchor("", "introduction"))
        for index in parts.guides.indices { places[.guide(index)] = place(Anchor("guides", "\(index + 1)")) }
        for group in parts.groups {
            places[.group(group.anchor)] = place(group.anchor)
            for operation in group.operations { places[.operation(operation.anchor)] = place(operation.anchor) }
        }
        places[.schemas] = place(Anchor("", "schemas"))
        for name in parts.schemas { places[.schema(name)] = place(Anchor("schemas", name)) }
        if parts.hasChanges { places[.changes] = place(Anchor("", "changes")) }
    }

    private mutating func placeOnPages(_ parts: SiteParts) {
        for (index, guide) in parts.guides.enumerated() { add("guides", guide, .guide(index), .guide(index)) }
        let isLarge = parts.groups.reduce(0) { $0 + $1.operations.count } > Self.mostOperationsOnGroupPages
        for (index, group) in parts.groups.enumerated() {
            let page = add(Self.groups, group.title, .group(group.anchor), .group(index))
            let hasOwnPages = isLarge || group.operations.count > Self.mostOperationsOnGroupPage
            for (place, operation) in group.operations.enumerated() {
                let target = SiteTarget.operation(operation.anchor)
                if hasOwnPages {
                    add(Self.operations, operation.fileName, target, .operation(group: index, operation: place))
                } else {
                    places[target] = SitePlace(page: page, anchor: operation.anchor)
                }
            }
        }
        if !parts.schemas.isEmpty {
            add(Self.schemas, "index", .schemas, .schemas)
            for name in parts.schemas { add(Self.schemas, name, .schema(name), .schema(name)) }
        }
        if parts.hasChanges { add("", "changes", .changes, .changes) }
    }

    @discardableResult
    private mutating func add(_ folder: String, _ name: String, _ target: SiteTarget, _ kind: SitePage.Kind) -> String {
        let path = names.path(folder: folder, name: name, ending: ".html")
        places[target] = SitePlace(page: path)
        pages.append(SitePage(path: path, kind: kind))
        return path
    }
}

/// A page of the site and its subject.
struct SitePage: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case overview, schemas, changes
        case guide(Int)
        case group(Int)
        case operation(group: Int, operation: Int)
        case schema(String)
    }

    let path: String
    let kind: Kind
}

/// The parts of a site.
struct SiteParts {
    var guides: [String]
    var securitySchemes: [String]
    var groups: [OperationGroup]
    var schemas: [String]
    var hasChanges: Bool
}
