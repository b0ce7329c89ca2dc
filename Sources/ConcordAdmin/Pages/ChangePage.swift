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
        return try await transaction {
            let (form, typed, stored) = try await saved(nil, .add, context, data)
            let refused = try await saveInlines(nil, stored, context, data)
            guard let stored else { return try await page(form, context, status: 422, inlines: refused) }
            try await requireStored(refused, typed, context)
            try await context.log(.created, stored, label: label(stored))
            return redirect(after: stored, "add", data, context)
        }
    }

    /// Runs the changes of a page in a transaction.
    private func transaction(_ change: () async throws -> APIResponse) async throws -> APIResponse {
        do {
            return try await Database.current.transaction { try await change() }
        } catch let refused as RefusedInlines {
            return refused.response
        }
    }

    /// Stores the object of the form. Returns the form, the form with the submitted values, and the stored object, or
    /// `nil` if a value is not valid.
    private func saved(
        _ object: M?, _ operation: AdminOperation, _ context: AdminContext, _ data: FormData
    ) async throws -> (form: Form<M>, typed: Form<M>, stored: M?) {
        var form = form(object, context)
        form.bind(data)
        try await checkKeys(&form, context)
        let typed = form
        let stored = try await form.save { object in
            try await prepare(&object, context.user)
            try await check(operation, object, context)
        }
        return (form, typed, stored)
    }

    /// Throws an error that rolls back all changes of the page if inlines are refused.
    private func requireStored(
        _ refused: [String: InlineRows], _ typed: Form<M>, _ context: AdminContext
    ) async throws {
        if refused.isEmpty { return }
        throw RefusedInlines(response: try await page(typed, context, status: 422, inlines: refused))
    }

    func changePage(_ context: AdminContext, key: String) async throws -> APIResponse {
        try context.require(.view, self)
        return try await page(form(try await object(context, key: key), context), context)
    }

    func change(_ context: AdminContext, key: String, _ data: FormData) async throws -> APIResponse {
        try context.require(.change, self)
        return try await transaction { try await store(context, key: key, data) }
    }

    private func store(_ context: AdminContext, key: String, _ data: FormData) async throws -> APIResponse {
        let object = try await object(context, key: key, isLocking: true)
        try await check(.change, object, context)
        guard data["_version"] == RowVersion.of(object) else {
            var form = form(object, context)
            form.bind(data)
            let typed = try await saveInlines(object, nil, context, data)
            return try await page(form, context, status: 409, isStale: true, inlines: typed)
        }
        let (form, typed, stored) = try await saved(object, .change, context, data)
        let refused = try await saveInlines(object, stored, context, data)
        guard let stored else { return try await page(form, context, status: 422, inlines: refused) }
        try await requireStored(refused, typed, context)
        let changes = ObjectChange.changes(from: object, to: stored)
        if !changes.isEmpty { try await context.log(.changed, stored, label: label(stored), changes) }
        return redirect(after: stored, "change", data, context)
    }

    /// Stores the objects of the inlines. Returns the inlines that are not stored, by table.
    ///
    /// - Parameters:
    ///   - object: The object before the change, or `nil` for a new object.
    ///   - stored: The stored object, or `nil` if the form of the page is not valid. Then nothing is stored.
    private func saveInlines(
        _ object: M?, _ stored: M?, _ context: AdminContext, _ data: FormData
    ) async throws -> [String: InlineRows] {
        var refused: [String: InlineRows] = [:]
        guard let primaryKey = M.primaryKey else { return refused }
        let parent = object.map { primaryKey.queryValue(of: $0) }
        let key = stored.flatMap { primaryKey.fieldValue(of: $0) }
        for inline in inlines {
            guard let editor = inline.editor else { continue }
            if let rows = try await editor.save(context, parent: parent, key: key, data) {
                refused[inline.table] = rows
            }
        }
        return refused
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
        inlines typed: [String: InlineRows] = [:]
    ) async throws -> APIResponse {
        var form = form
        var loaded: [String: [FormOption]] = [:]
        try await loadChoices(&form, context, &loaded)
        noteUnknownCases(form, context)
        let isWritable = form.fields.contains { !$0.isReadOnly }
        let editable = try await editableInlines(form.object, context, typed)
        let files =
            form.fields.contains { $0.widget == .file && !$0.isReadOnly } || editable.contains(where: \.isMultipart)
        var values: [String: Any] = [
            "form": try context.site.pageTemplates.html(form), "isNew": form.object == nil, "isWritable": isWritable,
            "isMultipart": files, "hasFormErrors": status.code == 422, "isStale": isStale,
            "conflicts": isStale ? conflicts(form) : [], "version": "", "canDelete": false,
            "canAdd": context.can(.add, self), "address": "", "pages": [[String: Any]](),
            "inlines": [[String: Any]](), "editableInlines": editable.map(\.context), "kind": singular,
        ]
        if let object = form.object { values.merge(try await objectValues(object, context)) { $1 } }
        return try AdminPage(
            template: "change", title: form.object.map(label) ?? "Add \(singular)", crumbs: listCrumbs(context),
            values: values, status: status
        ).response(context)
    }

    /// Tells the developer about enums for which the form can't display choices.
    private func noteUnknownCases(_ form: Form<M>, _ context: AdminContext) {
        #if DEBUG
            for field in form.fields where field.options.isEmpty && !field.isReadOnly {
                guard let name = form.modelField(field)?.enumWithUnknownCases(form.object) else { continue }
                context.request.logger.warning(
                    """
                    The form of '\(M.self)' has no choices for '\(field.name)', because the cases of '\(name)' are unknown. \
                    Declare the enum inside the model, or conform it to CaseIterable.
                    """)
            }
        #endif
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

    /// Returns the forms of related objects.
    ///
    /// - Parameters:
    ///   - object: The object of the page, or `nil` for a new object.
    ///   - typed: The forms with submitted values, by table.
    private func editableInlines(
        _ object: M?, _ context: AdminContext, _ typed: [String: InlineRows]
    ) async throws -> [(isMultipart: Bool, context: [String: Any])] {
        guard context.can(object == nil ? .add : .change, self) else { return [] }
        let parent = object.flatMap { M.primaryKey?.queryValue(of: $0) }
        var lists: [(isMultipart: Bool, context: [String: Any])] = []
        for inline in inlines {
            guard let editor = inline.editor else { continue }
            var shown = typed[inline.table]
            if shown == nil { shown = try await editor.rows(context, parent: parent) }
            guard let shown else { continue }
            let own: [String: Any] = ["heading": inline.title, "table": inline.table]
            lists.append((shown.isMultipart, own.merging(shown.context) { $1 }))
        }
        return lists
    }

    /// Returns the fields whose submitted values differ from the values in the database.
    private func conflicts(_ form: Form<M>) -> [[String: Any]] {
        form.fields.filter { !$0.isReadOnly && $0.isChanged }.map { field in
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
