/// The table of contents: each operation with its method, each schema by name.
struct Contents {
    let title: String
    let groups: [OperationGroup]
    let webhooks: [OperationEntry]
    let schemas: [String]
    let hasAuthentication: Bool
    /// Longer tables start folded.
    private static let longestOpen = 60

    var html: HTML {
        let isOpen = groups.reduce(0) { $0 + $1.operations.count } <= Self.longestOpen
        return """
            <nav class="contents" aria-label="Contents">
            <p class="title"><a href="#introduction">\(title)</a></p>
            <ul>\(hasAuthentication ? "<li><a href=\"#authentication\">Authentication</a></li>" : .empty)</ul>
            \(groups.html { list($0.title, $0.operations, isOpen: isOpen) })
            \(webhooks.isEmpty ? .empty : list("Webhooks", webhooks, isOpen: isOpen))
            \(schemaList)
            </nav>

            """
    }

    private func list(_ title: String, _ operations: [OperationEntry], isOpen: Bool) -> HTML {
        let items = operations.html { operation in
            "<li><a href=\"\(Hyperlink(operation.anchor))\">\(MethodBadge(operation.method).html)<span>\(operation.title)</span></a></li>\n"
        }
        return folded(title, count: operations.count, items, isOpen: isOpen)
    }

    private var schemaList: HTML {
        guard !schemas.isEmpty else { return .empty }
        let items = schemas.html { "<li><a href=\"\(Hyperlink(Anchor("schemas", $0)))\">\($0)</a></li>\n" }
        return folded("Schemas", count: schemas.count, items, isOpen: schemas.count <= 20)
    }

    private func folded(_ title: String, count: Int, _ items: HTML, isOpen: Bool) -> HTML {
        """
        <details\(isOpen ? " open" : .empty)><summary>\(title) <span class="count">\(count)</span></summary>
        <ul>\(items)</ul></details>

        """
    }
}
