import Concord
import ConcordDatabase
import ConcordForms
import ConcordUsers

/// The forms of related objects on the page of an object.
struct InlineForms<Other: Model> {
    /// A form with its object on the page.
    struct Row {
        var form: Form<Other>
        var key = ""
        var version = ""
        var isDeleted = false
        var canDelete = false

        var isNew: Bool { form.object == nil }
    }

    private static var limit: Int { 50 }

    let field: _Core.ModelField<Other>
    let admin: ModelAdmin<Other>
    let parent: QueryValue
    let extra: Int
    let context: AdminContext

    /// Returns the forms of the stored objects, and empty forms for new objects.
    func rows() async throws -> [Row] {
        var rows: [Row] = []
        for object in try await objects() { rows.append(try await row(object, at: rows.count)) }
        guard context.can(.add, admin) else { return rows }
        for _ in 0..<extra { rows.append(Row(form: form(nil, at: rows.count))) }
        return rows
    }

    /// Returns the forms with the submitted values.
    func rows(_ data: FormData) async throws -> [Row] {
        var rows: [Row] = []
        let total = min(data["\(Other.table)-_total"].flatMap { Int($0) } ?? 0, Self.limit + extra)
        for index in 0..<max(0, total) {
            let prefix = prefix(index)
            let key = data[prefix + "_key"] ?? ""
            if key.isEmpty {
                guard context.can(.add, admin) else { continue }
                var row = Row(form: form(nil, at: index))
                row.form.bind(data)
                rows.append(row)
            } else if let object = try await object(key) {
                rows.append(try await row(object, at: index, data))
            }
        }
        return rows
    }

    private func prefix(_ index: Int) -> String { "\(Other.table)-\(index)-" }

    private func objects() async throws -> [Other] {
        try await admin.queryset(context.user).filter(field.isEqual(to: parent)).limit(Self.limit).fetch()
    }

    /// Returns the object with a key if it refers to the object of the page.
    private func object(_ text: String) async throws -> Other? {
        guard let primaryKey = Other.primaryKey, let key = Other.key(ofForm: text) else { return nil }
        return try await admin.queryset(context.user).order(by: [])
            .filter(field.isEqual(to: parent)).filter(primaryKey.isEqual(to: key)).selectForUpdate().fetch().first
    }

    private func row(_ object: Other, at index: Int, _ data: FormData? = nil) async throws -> Row {
        var row = Row(form: form(object, at: index))
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

    private func form(_ object: Other?, at index: Int) -> Form<Other> {
        var form = admin.form(object, context, prefix: prefix(index))
        let isOwn = Other.primaryKey.map { $0.name } ?? ""
        form.fields.removeAll { $0.name == prefix(index) + field.name || $0.name == prefix(index) + isOwn }
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
        for index in rows.indices {
            if rows[index].isNew && !rows[index].form.isChanged { rows[index].form.clearErrors() }
        }
        guard rows.allSatisfy({ $0.isDeleted && $0.form.errors.isEmpty || $0.form.isValid }) else { return false }
        var isStored = true
        for index in rows.indices where rows[index].isDeleted || rows[index].form.isChanged {
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

    /// Returns the rows for a template.
    func contexts(_ rows: [Row]) async throws -> [[String: Any]] {
        var contexts: [[String: Any]] = []
        var loaded: [String: [FormOption]] = [:]
        for (index, row) in rows.enumerated() {
            var row = row
            try await admin.loadChoices(&row.form, context, &loaded)
            contexts.append([
                "prefix": prefix(index), "rowKey": row.key, "rowVersion": row.version, "isNewRow": row.isNew,
                "rowTitle": row.form.object.map(admin.label) ?? "New \(admin.verboseName)", "form": row.form.fieldsHTML,
                "canDeleteRow": row.canDelete, "isDeletedRow": row.isDeleted,
            ])
        }
        return contexts
    }
}
