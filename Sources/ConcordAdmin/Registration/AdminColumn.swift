public import Concord
import ConcordForms

/// A column of a list in the admin.
public struct AdminColumn<M: Model>: Sendable {
    /// The source of the column's values.
    enum Source: Sendable {
        case field(_Core.ModelField<M>)
        case function(@Sendable (M) async throws -> String)
    }

    let title: String
    let source: Source

    /// Creates a column with the values of a field.
    init(_ field: _Core.ModelField<M>, title: String? = nil) {
        self.title = title ?? field.options.title ?? DisplayName.words(of: field.name)
        source = .field(field)
    }

    private init(title: String, source: Source) {
        self.title = title
        self.source = source
    }

    /// Returns a column with the values of a field. The list can be sorted by the column.
    ///
    /// - Parameters:
    ///   - field: The field.
    ///   - title: The title of the column. The default is the name of the field in words.
    public static func field(_ field: PartialKeyPath<M> & Sendable, _ title: String? = nil) -> AdminColumn {
        guard let found = M.field(at: field) else { return computed(title ?? "") { _ in "" } }
        return AdminColumn(found, title: title)
    }

    /// Returns a column with the results of a function:
    ///
    ///     .computed("Age") { station in "\(station.age) years" }
    public static func computed(
        _ title: String, _ text: @escaping @Sendable (M) async throws -> String
    ) -> AdminColumn { AdminColumn(title: title, source: .function(text)) }

    /// The field, or `nil` for a function.
    var field: _Core.ModelField<M>? { if case .field(let field) = source { field } else { nil } }

    /// Whether the values require whole objects.
    var needsObjects: Bool { field.map(\.isManyToMany) ?? true }

    /// Whether the database can sort by the column.
    var isSortable: Bool {
        guard let field, !field.isManyToMany else { return false }
        switch field.reference.type {
        case .json, .array, .bytes: return false
        default: return true
        }
    }
}
