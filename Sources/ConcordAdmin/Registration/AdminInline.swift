public import Concord
import ConcordForms

/// Related objects of another model, as part of the page of an object.
///
///     $0.inlines = [.related(\Visit.station)]
public struct AdminInline<M: Model>: Sendable {
    let table: String
    let title: String
    let fieldName: String
    /// The editor of the objects, or `nil` for a list with links.
    var editor: (any InlineEditor)?
    let labels: @Sendable (_ key: QueryValue, _ limit: Int) async throws -> [(key: QueryValue, label: String)]

    /// Returns an inline with forms for the objects whose key refers to the object of the page.
    ///
    /// - Parameters:
    ///   - key: The key of the other model. That model must also be registered. Its settings and permissions apply.
    ///   - extra: The number of empty forms for new objects. With JavaScript, the page shows one of them, and a button that
    ///     adds more.
    public static func editable<Other: Model>(_ key: PartialKeyPath<Other> & Sendable, extra: Int = 3) -> AdminInline {
        var inline = related(key)
        inline.editor = Other.field(at: key).map { RelatedEditor(field: $0, extra: extra) }
        return inline
    }

    /// Returns an inline with links to the objects whose key refers to the object of the page, and a link to add
    /// another object.
    public static func related<Other: Model>(_ key: PartialKeyPath<Other> & Sendable) -> AdminInline {
        let field = Other.field(at: key)
        return AdminInline(
            table: Other.table, title: DisplayName.models(Other.self).capitalizedFirst, fieldName: field?.name ?? ""
        ) { key, limit in
            guard let field else { return [] }
            return try await ObjectLabel.labels(Other.objects.filter(field.isEqual(to: key)).limit(limit))
        }
    }
}
