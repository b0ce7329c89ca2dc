import ConcordOpenAPI

/// The content of a document for all pages of its site.
final class SiteContent: Sendable {
    let document: Document
    let settings: SiteSettings
    let components: ComponentIndex
    /// The groups of operations in the order of the navigation. The webhooks are last.
    let groups: [OperationGroup]
    /// The groups, each followed by those that are nested in it.
    let navigationGroups: [OperationGroup]
    let securitySchemes: ObjectMap<SecurityScheme>
    let isSinglePage: Bool
    /// Whether the document is next to the pages.
    let hasDocumentBeside: Bool
    let map: SiteMap
    let usages: SchemaUsages
    let assets: SiteAssets

    /// Reads a document.
    init(_ document: Document, _ settings: SiteSettings, isSinglePage: Bool, hasDocumentBeside: Bool = true) {
        self.hasDocumentBeside = hasDocumentBeside
        self.document = document
        self.settings = settings
        self.isSinglePage = isSinglePage
        let components = ComponentIndex(document)
        self.components = components
        groups = OperationGroup.all(in: document, components, settings.texts)
        operationCount = groups.reduce(0) { $0 + $1.operations.count }
        securitySchemes = document.components?.securitySchemes ?? ObjectMap()
        let parts = SiteParts(
            guides: settings.guides.map(\.title), securitySchemes: securitySchemes.names, groups: groups,
            schemas: components.schemas.names, hasChanges: settings.changes != nil)
        map = SiteMap(parts, isSinglePage: isSinglePage)
        usages = isSinglePage ? SchemaUsages() : SchemaUsages(groups, components)
        assets = SiteAssets(document, settings, components, isSinglePage: isSinglePage)
        navigationGroups = OperationGroup.nested(groups)
    }

    var texts: SiteTexts { settings.texts }

    /// The title of the API.
    var title: String { document.info?.title.flatMap { $0.isEmpty ? nil : $0 } ?? texts[.apiReference] }

    /// The number of operations, including webhooks.
    let operationCount: Int

    /// The number of properties of components that an operation shows. Further components are links.
    var rowsOfOperation: Int {
        isSinglePage ? min(80, max(0, 12_000 / max(1, operationCount) - 20)) : 100
    }
}
