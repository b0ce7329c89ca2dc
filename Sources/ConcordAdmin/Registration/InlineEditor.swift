import Concord
import ConcordForms

/// Changes objects of another model on the page of an object, independent of the type of the model.
protocol InlineEditor: Sendable {
    /// Returns the rows for a template.
    func rows(_ context: AdminContext, parent: QueryValue) async throws -> [[String: Any]]

    /// Stores the submitted values if the form of the page is valid. Returns whether the values are stored, and the
    /// rows for a template.
    func save(
        _ context: AdminContext, parent: QueryValue, key: any Sendable, _ data: FormData, isValid: Bool
    ) async throws -> (isStored: Bool, rows: [[String: Any]])
}

/// Changes the objects that are related to the object of a page.
struct RelatedEditor<Other: Model>: InlineEditor {
    let field: _Core.ModelField<Other>
    let extra: Int

    private func forms(_ context: AdminContext, _ parent: QueryValue) -> InlineForms<Other>? {
        guard let admin = context.site.registered(Other.table) as? ModelAdmin<Other>, context.can(.view, admin) else {
            return nil
        }
        return InlineForms(field: field, admin: admin, parent: parent, extra: extra, context: context)
    }

    func rows(_ context: AdminContext, parent: QueryValue) async throws -> [[String: Any]] {
        guard let forms = forms(context, parent) else { return [] }
        return try await forms.contexts(forms.rows())
    }

    func save(
        _ context: AdminContext, parent: QueryValue, key: any Sendable, _ data: FormData, isValid: Bool
    ) async throws -> (isStored: Bool, rows: [[String: Any]]) {
        guard let forms = forms(context, parent) else { return (true, []) }
        var rows = try await forms.rows(data)
        let isStored = isValid ? try await forms.save(&rows, parentKey: key) : false
        return (isStored, isStored ? [] : try await forms.contexts(rows))
    }
}
