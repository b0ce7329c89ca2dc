import Concord
import ConcordForms

extension AdminContext {
    /// Adds an entry to the history of an object.
    func log<M: Model>(
        _ action: AdminLogEntry.Action, _ object: M, label: String, _ changes: [ObjectChange] = []
    ) async throws {
        let key = M.primaryKey?.queryValue(of: object).plainText ?? ""
        try await AdminLogEntry.objects.create(
            AdminLogEntry(
                id: 0, user: user.id, username: user.username, action: action, model: M.table, objectKey: key,
                objectLabel: String(label.prefix(200)), changes: changes.map(\.json),
                created: AppEnvironment.current.now()))
    }
}

extension ModelAdmin {
    func historyPage(_ context: AdminContext, key: String) async throws -> APIResponse {
        try context.require(.view, self)
        let object = try await self.object(context, key: key)
        let text = M.primaryKey?.queryValue(of: object).plainText ?? key
        let entries = try await AdminLogEntry.objects
            .filter { $0.model == M.table && $0.objectKey == text }.limit(200).fetch()
        return try AdminPage(
            template: "history", title: "History of \(label(object))",
            crumbs: objectCrumbs(context, object),
            values: ["entries": entries.map { $0.context(context) }, "isEmpty": entries.isEmpty]
        ).response(context)
    }

    /// The links to the list and to an object.
    func objectCrumbs(_ context: AdminContext, _ object: M) -> [AdminPage.Crumb] {
        let key = M.primaryKey?.queryValue(of: object) ?? .null
        return listCrumbs(context) + [
            AdminPage.Crumb(title: label(object), address: context.address(of: M.table, key: key))
        ]
    }

    /// The links to the index and to the list.
    func listCrumbs(_ context: AdminContext) -> [AdminPage.Crumb] {
        [
            AdminPage.Crumb(title: "Home", address: context.base),
            AdminPage.Crumb(title: plural.capitalizedFirst, address: context.address(of: M.table)),
        ]
    }
}
