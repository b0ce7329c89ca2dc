import Concord
import ConcordDatabase
import ConcordForms
import ConcordUsers

extension ModelAdmin {
    func deletePage(_ context: AdminContext, key: String) async throws -> APIResponse {
        try context.require(.delete, self)
        let object = try await object(context, key: key)
        try await check(.delete, object, context)
        return try await deletePage(of: [object], context)
    }

    func delete(_ context: AdminContext, key: String) async throws -> APIResponse {
        try context.require(.delete, self)
        return try await delete([try await object(context, key: key)], context)
    }

    /// Returns the page that lists the objects to be deleted and asks for confirmation.
    private func deletePage(
        of objects: [M], _ context: AdminContext, status: HTTPResponse.Status = .ok
    ) async throws -> APIResponse {
        let keys = objects.compactMap { M.primaryKey?.queryValue(of: $0) }
        let cascade = try await Cascade(deleting: M.self, keys: keys)
        let forbidden = forbiddenModels(cascade, context)
        let isOne = objects.count == 1
        let name = isOne ? "the \(singular) “\(label(objects[0]))”" : "\(objects.count) \(plural)"
        let values: [String: Any] = [
            "name": name, "labels": isOne ? [] : objects.prefix(50).map(label), "isOne": isOne,
            "keys": isOne ? [] : keys.map(\.plainText), "table": M.table,
            "back": isOne ? context.address(of: M.table, key: keys[0]) : context.address(of: M.table),
            "action": isOne ? context.address(of: M.table, key: keys[0], "delete") : context.address(of: M.table),
            "deleted": cascade.deleted.map(\.context), "hasDeleted": !cascade.deleted.isEmpty,
            "cleared": cascade.cleared.map(\.context), "hasCleared": !cascade.cleared.isEmpty,
            "protecting": cascade.protecting.map(\.context), "isProtected": !cascade.protecting.isEmpty,
            "forbidden": forbidden, "isForbidden": !forbidden.isEmpty,
            "isPossible": cascade.protecting.isEmpty && forbidden.isEmpty,
        ]
        return try AdminPage(
            template: "delete", title: isOne ? "Delete \(singular)" : "Delete \(plural)",
            crumbs: isOne ? objectCrumbs(context, objects[0]) : listCrumbs(context), values: values, status: status
        ).response(context)
    }

    /// Returns the models whose objects would also be deleted, but which the user has no permission to delete.
    private func forbiddenModels(_ cascade: Cascade, _ context: AdminContext) -> [String] {
        cascade.deleted.compactMap { group in
            guard let registered = context.site.registered(group.model.table),
                !context.can(.delete, registered.table)
            else { return nil }
            return registered.plural
        }
    }

    /// Deletes objects and the objects that depend on them, and adds the deletions to the history.
    private func delete(_ objects: [M], _ context: AdminContext) async throws -> APIResponse {
        guard let primaryKey = M.primaryKey else { throw Problem(404) }
        let keys = objects.map { primaryKey.queryValue(of: $0) }
        for object in objects { try await check(.delete, object, context) }
        let cascade = try await Cascade(deleting: M.self, keys: keys)
        let forbidden = forbiddenModels(cascade, context)
        guard forbidden.isEmpty else { return try await deletePage(of: objects, context, status: 403) }
        do {
            try await Database.current.transaction {
                try await M.objects.order(by: []).filter(primaryKey.isAny(of: keys)).delete()
                for object in objects { try await context.log(.deleted, object, label: label(object)) }
            }
        } catch is ProtectedDeletion {
            return try await deletePage(of: objects, context, status: 409)
        }
        return AdminPage.redirect(to: context.address(of: M.table) + "?_done=delete&_count=\(objects.count)")
    }

    /// Performs an action on the objects that are selected in the list.
    func act(_ context: AdminContext, _ data: FormData) async throws -> APIResponse {
        try context.require(.view, self)
        let objects = try await selected(data.values("key"), context)
        guard !objects.isEmpty, let action = data["action"] else {
            return AdminPage.redirect(to: context.address(of: M.table) + "?_done=none")
        }
        if action == "delete" {
            try context.require(.delete, self)
            if data["confirmed"] != nil { return try await delete(objects, context) }
            for object in objects { try await check(.delete, object, context) }
            return try await deletePage(of: objects, context)
        }
        try context.require(.change, self)
        guard let index = Int(action), actions.indices.contains(index) else { throw Problem(400, "No such action.") }
        return try await run(actions[index], objects, context)
    }

    private func run(_ action: AdminAction<M>, _ objects: [M], _ context: AdminContext) async throws -> APIResponse {
        guard let primaryKey = M.primaryKey else { throw Problem(404) }
        for object in objects { try await check(.change, object, context) }
        let keys = objects.map { primaryKey.queryValue(of: $0) }
        try await Database.current.transaction {
            try await action.run(M.objects.filter(primaryKey.isAny(of: keys)), context.user)
            let change = ObjectChange(field: action.title, old: "", new: "")
            for object in objects { try await context.log(.action, object, label: label(object), [change]) }
        }
        return AdminPage.redirect(to: context.address(of: M.table) + "?_done=action&_count=\(objects.count)")
    }

    private func selected(_ texts: [String], _ context: AdminContext) async throws -> [M] {
        guard let primaryKey = M.primaryKey else { return [] }
        let keys = texts.prefix(1000).compactMap { M.key(ofForm: $0) }
        if keys.isEmpty { return [] }
        return try await queryset(context.user).filter(primaryKey.isAny(of: keys)).fetch()
    }
}
