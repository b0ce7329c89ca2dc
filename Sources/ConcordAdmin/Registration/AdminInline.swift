public import Concord
import ConcordForms

/// Objects of another model whose key refers to an object, as a part of the page of that object.
///
///     $0.inlines = [.related(\Visit.station)]
public struct AdminInline<M: Model>: Sendable {
    let table: String
    let title: String
    let fieldName: String
    let labels: @Sendable (_ key: QueryValue, _ limit: Int) async throws -> [(key: QueryValue, label: String)]

    /// The objects whose key refers to an object of the model: a list with links, and one to add another.
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
