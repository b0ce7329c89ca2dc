public import Concord
import ConcordForms

/// A column of a list in the admin.
public struct AdminColumn<M: Model>: Sendable {
    /// Where the texts of the column come from.
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

    /// A column with the values of a field. The list can be sorted by it.
    ///
    /// - Parameters:
    ///   - field: The field.
    ///   - title: The title of the column. By default, the name of the field in words.
    public static func field(_ field: PartialKeyPath<M> & Sendable, _ title: String? = nil) -> AdminColumn {
        guard let found = M.field(at: field) else { return computed(title ?? "") { _ in "" } }
        return AdminColumn(found, title: title)
    }

    /// A column with texts that a function returns.
    ///
    ///     .computed("Age") { station in "\(station.age) years" }
    public static func computed(
        _ title: String, _ text: @escaping @Sendable (M) async throws -> String
    ) -> AdminColumn { AdminColumn(title: title, source: .function(text)) }

    /// The field, or `nil` for a function.
    var field: _Core.ModelField<M>? { if case .field(let field) = source { field } else { nil } }

    /// Whether the values are read with whole objects only.
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
