import Concord
import ConcordDatabase
import ConcordForms
import ConcordUsers

extension ModelAdmin {
    func addPage(_ context: AdminContext) async throws -> APIResponse {
        try context.require(.add, self)
        var form = form(nil, context)
        form.setInitialValues { context.query[$0] }
        return try await page(form, context)
    }

    func add(_ context: AdminContext, _ data: FormData) async throws -> APIResponse {
        try context.require(.add, self)
        return try await Database.current.transaction {
            var form = form(nil, context)
            form.bind(data)
            try await checkKeys(&form, context)
            let stored = try await form.save { object in
                try await prepare(&object, context.user)
                try await check(.add, object, context)
            }
            guard let stored else { return try await page(form, context, status: 422) }
            try await context.log(.created, stored, label: label(stored))
            return redirect(after: stored, "add", data, context)
        }
    }

    func changePage(_ context: AdminContext, key: String) async throws -> APIResponse {
        try context.require(.view, self)
        return try await page(form(try await object(context, key: key), context), context)
    }

    func change(_ context: AdminContext, key: String, _ data: FormData) async throws -> APIResponse {
        try context.require(.change, self)
        do {
            return try await Database.current.transaction { try await store(context, key: key, data) }
        } catch let refused as RefusedInlines {
            return refused.response
        }
    }

    private func store(_ context: AdminContext, key: String, _ data: FormData) async throws -> APIResponse {
        let object = try await object(context, key: key, isLocking: true)
        try await check(.change, object, context)
        var form = form(object, context)
        form.bind(data)
        guard data["_version"] == RowVersion.of(object) else {
            return try await page(form, context, status: 409, isStale: true)
        }
        try await checkKeys(&form, context)
        let typed = form
        let stored = try await form.save { object in
            try await prepare(&object, context.user)
            try await check(.change, object, context)
        }
        let related = try await saveInlines(object, context, data, isValid: stored != nil)
        guard let stored else { return try await page(form, context, status: 422, rows: related.rows) }
        guard related.areStored else {
            // The error rolls back the rows that are already stored.
            throw RefusedInlines(response: try await page(typed, context, status: 422, rows: related.rows))
        }
        let changes = ObjectChange.changes(from: object, to: stored)
        if !changes.isEmpty { try await context.log(.changed, stored, label: label(stored), changes) }
        return redirect(after: stored, "change", data, context)
    }

    /// Stores the objects of the inlines. Returns whether all of them are stored, and their rows.
    private func saveInlines(
        _ object: M, _ context: AdminContext, _ data: FormData, isValid: Bool
    ) async throws -> (areStored: Bool, rows: [String: [[String: Any]]]) {
        var areStored = true
        var rows: [String: [[String: Any]]] = [:]
        guard let primaryKey = M.primaryKey, let key = primaryKey.fieldValue(of: object) else { return (true, [:]) }
        let parent = primaryKey.queryValue(of: object)
        for inline in inlines {
            guard let editor = inline.editor else { continue }
            let saved = try await editor.save(context, parent: parent, key: key, data, isValid: isValid)
            rows[inline.table] = saved.rows
            areStored = areStored && saved.isStored
        }
        // Either all of them are shown as they were typed, or none is.
        return (areStored, rows.filter { !$0.value.isEmpty })
    }

    /// Throws a problem with status 403 if the app doesn't allow the user to perform an operation on an object.
    func check(_ operation: AdminOperation, _ object: M, _ context: AdminContext) async throws {
        guard try await allows(operation, object, context.user) else {
            throw Problem(403, "You can't \(operation.rawValue) this \(singular).")
        }
    }

    private func redirect(
        after object: M, _ done: String, _ data: FormData, _ context: AdminContext
    ) -> APIResponse {
        let key = M.primaryKey?.queryValue(of: object) ?? .null
        if data["_continue"] != nil {
            return AdminPage.redirect(to: context.address(of: M.table, key: key) + "?_done=\(done)")
        }
        let list = context.address(of: M.table)
        return AdminPage.redirect(to: data["_another"] != nil ? "\(list)/add?_done=\(done)" : "\(list)?_done=\(done)")
    }

    /// Returns the page with a form.
    private func page(
        _ form: Form<M>, _ context: AdminContext, status: HTTPResponse.Status = .ok, isStale: Bool = false,
        rows: [String: [[String: Any]]] = [:]
    ) async throws -> APIResponse {
        var form = form
        var loaded: [String: [FormOption]] = [:]
        try await loadChoices(&form, context, &loaded)
        let isWritable = form.fields.contains { !$0.isReadOnly }
        var values: [String: Any] = [
            "form": form.fieldsHTML, "isNew": form.object == nil, "isWritable": isWritable,
            "isMultipart": form.fields.contains { $0.widget == .file },
            "hasFormErrors": form.isBound && !form.isValid && !isStale, "isStale": isStale,
            "conflicts": isStale ? conflicts(form) : [], "version": "", "canDelete": false,
            "canAdd": context.can(.add, self), "address": "", "pages": [[String: Any]](),
            "inlines": [[String: Any]](), "editableInlines": [[String: Any]](), "kind": singular,
        ]
        guard let object = form.object else {
            return try AdminPage(
                template: "change", title: "Add \(singular)", crumbs: listCrumbs(context), values: values,
                status: status
            ).response(context)
        }
        values.merge(try await objectValues(object, context)) { $1 }
        let editable = try await editableInlines(object, context, rows)
        values["editableInlines"] = editable
        if !editable.isEmpty { values["hasFormErrors"] = status.code == 422 }
        return try AdminPage(
            template: "change", title: label(object), crumbs: listCrumbs(context), values: values, status: status
        ).response(context)
    }

    private func objectValues(_ object: M, _ context: AdminContext) async throws -> [String: Any] {
        let key = M.primaryKey?.queryValue(of: object) ?? .null
        let address = context.address(of: M.table, key: key)
        let isAllowed = try await allows(.delete, object, context.user)
        let isDeletable = isAllowed && context.can(.delete, self)
        var lists: [[String: Any]] = []
        for inline in inlines where inline.editor == nil || !context.can(.change, self) {
            if let list = try await inline.context(context, key) { lists.append(list) }
        }
        let isChangeable = context.can(.change, self)
        return [
            "version": RowVersion.of(object), "canDelete": isDeletable, "address": address,
            "pages": isChangeable ? objectPages.map { ["title": $0.title, "address": "\(address)/\($0.path)"] } : [],
            "inlines": lists,
        ]
    }

    /// Returns the forms of related objects for a template.
    private func editableInlines(
        _ object: M, _ context: AdminContext, _ typed: [String: [[String: Any]]]
    ) async throws -> [[String: Any]] {
        guard context.can(.change, self) else { return [] }
        let parent = M.primaryKey?.queryValue(of: object) ?? .null
        var lists: [[String: Any]] = []
        for inline in inlines {
            guard let editor = inline.editor else { continue }
            let stored = typed[inline.table] == nil ? try await editor.rows(context, parent: parent) : []
            let rows = typed[inline.table] ?? stored
            if rows.isEmpty { continue }
            lists.append(["heading": inline.title, "table": inline.table, "total": rows.count, "rows": rows])
        }
        return lists
    }

    /// Returns the fields whose submitted values differ from the values in the database.
    private func conflicts(_ form: Form<M>) -> [[String: Any]] {
        form.fields.filter { !$0.isReadOnly && $0.values != $0.initialValues }.map { field in
            var current = field
            current.restoreInitialValues()
            return [
                "label": field.label, "theirs": current.shownText.isEmpty ? "–" : current.shownText,
                "yours": field.shownText.isEmpty ? "–" : field.shownText,
            ]
        }
    }
}

extension AdminInline {
    private static var limit: Int { 50 }

    /// Returns the list for a template, or `nil` if the user can't view it.
    fileprivate func context(_ context: AdminContext, _ key: QueryValue) async throws -> [String: Any]? {
        guard let registered = context.site.registered(table), context.can(.view, registered) else { return nil }
        let found = try await labels(key, Self.limit + 1)
        let address = context.address(of: table)
        let filter = "\(AdminQuery.encoded(fieldName))=\(AdminQuery.encoded(key.plainText))"
        return [
            "heading": title, "isEmpty": found.isEmpty, "hasMore": found.count > Self.limit,
            "objects": found.prefix(Self.limit).map {
                ["label": $0.label, "address": context.address(of: table, key: $0.key)]
            },
            "canAdd": context.can(.add, registered), "singular": registered.singular,
            "addAddress": "\(address)/add?\(filter)",
        ]
    }
}

/// The error for inlines that can't be stored. It rolls back all changes of the page.
private struct RefusedInlines: Error {
    let response: APIResponse
}
