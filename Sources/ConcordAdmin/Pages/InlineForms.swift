import Concord
import ConcordDatabase
import ConcordForms
import ConcordUsers

/// The forms of related objects on the page of an object.
struct InlineForms<Other: Model> {
    /// A form with its object on the page.
    struct Row {
        var form: Form<Other>
        /// The number of the form on the page.
        let index: Int
        var key = ""
        var version = ""
        var isDeleted = false
        var canDelete = false
        /// Whether the user has entered nothing.
        var isBlank = false

        var isNew: Bool { form.object == nil }
    }

    /// The maximum number of stored objects on a page, and that of new objects.
    private static var limit: Int { 50 }

    let field: _Core.ModelField<Other>
    let admin: ModelAdmin<Other>
    /// The key of the object of the page, or `nil` for a new object.
    let parent: QueryValue?
    let extra: Int
    let context: AdminContext

    /// Returns the forms of the stored objects, and empty forms for new objects. Returns also whether there are more
    /// stored objects.
    func rows() async throws -> (rows: [Row], hasMore: Bool) {
        var rows: [Row] = []
        let objects = try await objects()
        for object in objects.prefix(Self.limit) { rows.append(try await row(object, at: rows.count)) }
        let hasMore = objects.count > Self.limit
        guard context.can(.add, admin) else { return (rows, hasMore) }
        for _ in 0..<max(0, extra) { rows.append(newRow(at: rows.count)) }
        return (rows, hasMore)
    }

    private func newRow(at index: Int) -> Row {
        var row = Row(form: form(nil, at: index), index: index)
        row.version = RowVersion.ofNew(row.form)
        return row
    }

    /// Returns the forms with the submitted values.
    func rows(_ data: FormData) async throws -> [Row] {
        var rows: [Row] = []
        let total = data["\(Other.table)-_total"].flatMap { Int($0) } ?? 0
        let limit = 2 * Self.limit + max(0, extra)
        guard total <= limit else { throw Problem(400, "A page can have at most \(limit) \(admin.plural).") }
        for index in 0..<max(0, total) {
            // A form that the user has removed from the page is not sent.
            guard let key = data[prefix(index) + "_key"] else { continue }
            if key.isEmpty {
                if context.can(.add, admin) { rows.append(newRow(at: index, data)) }
            } else if let object = try await object(key) {
                rows.append(try await row(object, at: index, data))
            } else if context.can(.add, admin), data[prefix(index) + "_delete"] == nil {
                var row = newRow(at: index, data)
                row.isBlank = false
                row.form.errors.append(
                    "Someone else has deleted this object. Save again to add it as a new one, or remove its form.")
                rows.append(row)
            }
        }
        return rows
    }

    /// Returns the form for a new object with the submitted values. A form with the values that the page has displayed is
    /// empty, and its errors don't matter.
    private func newRow(at index: Int, _ data: FormData) -> Row {
        var row = Row(form: form(nil, at: index), index: index)
        row.version = data[prefix(index) + "_version"] ?? ""
        row.form.bind(data)
        row.isBlank = RowVersion.ofNew(row.form) == row.version || !row.form.isChanged
        if row.isBlank { row.form.clearErrors() }
        return row
    }

    private func prefix(_ index: Int) -> String { "\(Other.table)-\(index)-" }

    private func objects() async throws -> [Other] {
        guard let parent else { return [] }
        return try await admin.queryset(context.user).filter(field.isEqual(to: parent)).limit(Self.limit + 1).fetch()
    }

    /// Returns the object with a key if it refers to the object of the page.
    private func object(_ text: String) async throws -> Other? {
        guard let parent, let primaryKey = Other.primaryKey, let key = Other.key(ofForm: text) else { return nil }
        return try await admin.queryset(context.user).order(by: [])
            .filter(field.isEqual(to: parent)).filter(primaryKey.isEqual(to: key)).selectForUpdate().fetch().first
    }

    private func row(_ object: Other, at index: Int, _ data: FormData? = nil) async throws -> Row {
        var row = Row(form: form(object, at: index), index: index)
        row.key = Other.primaryKey?.queryValue(of: object).plainText ?? ""
        row.version = RowVersion.of(object)
        let isAllowed = try await admin.allows(.delete, object, context.user)
        row.canDelete = isAllowed && context.can(.delete, admin)
        guard let data else { return row }
        row.form.bind(data)
        row.isDeleted = row.canDelete && data[prefix(index) + "_delete"] != nil
        if data[prefix(index) + "_version"] != row.version, row.isDeleted || row.form.isChanged {
            row.form.errors.append("Someone else has changed this object. Save again to overwrite the values.")
        }
        return row
    }

    private func form(_ object: Other?, at index: Int) -> Form<Other> { form(object, prefix: prefix(index)) }

    private func form(_ object: Other?, prefix: String) -> Form<Other> {
        var form = admin.form(object, context, prefix: prefix)
        // The key of a new object is part of the form if the user chooses it.
        let key = object == nil ? nil : Other.primaryKey?.name
        form.fields.removeAll { [field.name, key].contains(String($0.name.dropFirst(prefix.count))) }
        return form
    }
}

extension InlineForms {
    /// Stores the submitted values. Empty forms are ignored.
    ///
    /// - Parameters:
    ///   - rows: The forms. Errors are added to them.
    ///   - parentKey: The primary key of the object of the page.
    /// - Returns: Whether all values are stored.
    func save(_ rows: inout [Row], parentKey: any Sendable) async throws -> Bool {
        let sent = rows.indices.filter { !rows[$0].isBlank }
        guard sent.allSatisfy({ rows[$0].isDeleted && rows[$0].form.errors.isEmpty || rows[$0].form.isValid }) else {
            return false
        }
        var isStored = true
        for index in sent where rows[index].isDeleted || rows[index].isNew || rows[index].form.isChanged {
            if !(try await save(&rows[index], parentKey: parentKey)) { isStored = false }
        }
        return isStored
    }

    private func save(_ row: inout Row, parentKey: any Sendable) async throws -> Bool {
        let old = row.form.object
        if row.isDeleted, let old {
            try await old.delete()
            try await context.log(.deleted, old, label: admin.label(old))
            return true
        }
        let operation: AdminOperation = old == nil ? .add : .change
        try context.require(operation, admin)
        try await admin.checkKeys(&row.form, context)
        let stored = try await row.form.save { object in
            field.value(parentKey)?.assign(&object)
            try await admin.prepare(&object, context.user)
            try await admin.check(operation, object, context)
        }
        guard let stored else { return false }
        let changes = old.map { ObjectChange.changes(from: $0, to: stored) } ?? []
        try await context.log(old == nil ? .created : .changed, stored, label: admin.label(stored), changes)
        return true
    }

    /// Returns the forms for a template.
    func shown(_ rows: [Row]) async throws -> InlineRows {
        var loaded: [String: [FormOption]] = [:]
        var shown: [[String: Any]] = []
        var isMultipart = false
        for row in rows {
            isMultipart = isMultipart || row.form.fields.contains { $0.widget == .file && !$0.isReadOnly }
            shown.append(try await rowContext(row, prefix(row.index), &loaded))
        }
        let total = (rows.map(\.index).max() ?? -1) + 1
        var result = InlineRows(rows: shown, total: total, isMultipart: isMultipart, singular: admin.singular)
        if context.can(.add, admin) {
            var blank = Row(form: form(nil, prefix: "\(Other.table)-__index__-"), index: 0)
            blank.version = RowVersion.ofNew(blank.form)
            blank.isBlank = true
            result.blank = try await rowContext(blank, blank.form.prefix, &loaded)
        }
        return result
    }

    private func rowContext(
        _ row: Row, _ prefix: String, _ loaded: inout [String: [FormOption]]
    ) async throws -> [String: Any] {
        var form = row.form
        try await admin.loadChoices(&form, context, &loaded)
        return [
            "prefix": prefix, "rowKey": row.key, "rowVersion": row.version, "isNewRow": row.isNew,
            "isBlankRow": row.isNew && (row.isBlank || !form.isBound),
            "rowTitle": form.object.map(admin.label) ?? "New \(admin.singular)",
            "form": try context.site.pageTemplates.html(form),
            "canDeleteRow": row.canDelete, "isDeletedRow": row.isDeleted,
        ]
    }
}
