import Concord
import ConcordForms

/// Changes objects of another model on the page of an object, independent of the type of the model.
protocol InlineEditor: Sendable {
    /// Returns the forms of the stored objects and of new objects, or `nil` if the user can't see them.
    ///
    /// - Parameter parent: The key of the object of the page, or `nil` for a new object.
    func rows(_ context: AdminContext, parent: QueryValue?) async throws -> InlineRows?

    /// Stores the submitted values.
    ///
    /// - Parameters:
    ///   - parent: The key of the object of the page, or `nil` for a new object.
    ///   - key: The key of the stored object of the page, or `nil` if its form is not valid. Then nothing is stored.
    /// - Returns: The forms with the submitted values and their errors, or `nil` if the values are stored.
    func save(
        _ context: AdminContext, parent: QueryValue?, key: (any Sendable)?, _ data: FormData
    ) async throws -> InlineRows?
}

/// The forms of related objects for a template.
struct InlineRows {
    var rows: [[String: Any]]
    /// An empty form, which a script copies to add another object, or `nil` if the user can't add objects.
    var blank: [String: Any]?
    /// The number of the last form plus one.
    var total: Int
    /// Whether a form can contain a file.
    var isMultipart = false
    /// Whether more objects are stored than the page has forms.
    var hasMore = false
    /// The name of one object.
    var singular: String

    /// The values for a template.
    var context: [String: Any] {
        [
            "rows": rows, "blank": blank.map { [$0] } ?? [], "hasBlank": blank != nil, "total": total,
            "hasMore": hasMore, "singular": singular,
        ]
    }
}

/// Changes the objects that are related to the object of a page.
struct RelatedEditor<Other: Model>: InlineEditor {
    let field: _Core.ModelField<Other>
    let extra: Int

    private func forms(_ context: AdminContext, _ parent: QueryValue?) -> InlineForms<Other>? {
        guard let admin = context.site.registered(Other.table) as? ModelAdmin<Other>,
            context.can(parent == nil ? .add : .view, admin)
        else { return nil }
        return InlineForms(field: field, admin: admin, parent: parent, extra: extra, context: context)
    }

    func rows(_ context: AdminContext, parent: QueryValue?) async throws -> InlineRows? {
        guard let forms = forms(context, parent) else { return nil }
        let (rows, hasMore) = try await forms.rows()
        var shown = try await forms.shown(rows)
        shown.hasMore = hasMore
        return shown.rows.isEmpty ? nil : shown
    }

    func save(
        _ context: AdminContext, parent: QueryValue?, key: (any Sendable)?, _ data: FormData
    ) async throws -> InlineRows? {
        guard let forms = forms(context, parent) else { return nil }
        var rows = try await forms.rows(data)
        let typed = rows
        guard let key else { return try await forms.shown(rows) }
        if try await forms.save(&rows, parentKey: key) { return nil }
        // Objects that are already stored are rolled back, so their forms are again those of new objects.
        for index in rows.indices where rows[index].form.isValid {
            rows[index] = typed[index]
        }
        return try await forms.shown(rows)
    }
}
