import Concord
import ConcordForms

/// The start page, with the models that the user can view, and the user's latest changes.
enum IndexPage {
    static func show(_ context: AdminContext) async throws -> APIResponse {
        let user = context.user.id
        let latest = try await AdminLogEntry.objects.filter { $0.user == user }.limit(10).fetch()
        let visible = context.site.ordered.filter { context.can(.view, $0) }
        var sections: [(title: String, models: [any RegisteredModel])] = []
        for model in visible {
            let title = model.section ?? context.site.title
            if let index = sections.firstIndex(where: { $0.title == title }) {
                sections[index].models.append(model)
            } else {
                sections.append((title, [model]))
            }
        }
        return try AdminPage(
            template: "index", title: context.site.title,
            values: [
                "sections": sections.map { section in
                    ["heading": section.title, "models": section.models.map { entry($0, context) }] as [String: Any]
                },
                "isEmpty": visible.isEmpty, "hasEntries": !latest.isEmpty,
                "entries": latest.map { $0.context(context) },
            ]
        ).response(context)
    }

    private static func entry(_ model: any RegisteredModel, _ context: AdminContext) -> [String: Any] {
        [
            "title": model.plural.capitalizedFirst, "address": context.address(of: model.table),
            "canAdd": context.can(.add, model), "singular": model.singular,
        ]
    }
}

extension AdminLogEntry {
    /// Returns the entry for a template.
    func context(_ context: AdminContext) -> [String: Any] {
        let registered = context.site.registered(model)
        let isLinked = action != .deleted && registered.map { context.can(.view, $0) } == true
        let found = changes.compactMap { ObjectChange($0) }
        // The name of a custom action is recorded as a change without values.
        let name = action == .action ? found.first?.field : nil
        return [
            "action": name ?? action.rawValue.capitalizedFirst, "object": objectLabel, "isLinked": isLinked,
            "kind": registered?.singular ?? model, "username": username, "time": CellText.timestamp(created),
            "address": context.address(of: model, key: .text(objectKey)),
            "changes": name == nil ? found.map(\.context) : [],
        ]
    }
}
