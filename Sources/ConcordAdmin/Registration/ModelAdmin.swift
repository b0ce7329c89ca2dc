public import Concord
public import ConcordUsers
import ConcordForms

/// The settings of a model's pages in the admin, in Django's words.
public struct ModelAdmin<M: Model>: Sendable {
    /// A field of the model.
    public typealias Field = PartialKeyPath<M> & Sendable

    /// The name of the model in the pages: `weather station`.
    public var verboseName = DisplayName.model(M.self)
    /// The plural of the name: `weather stations`.
    public var verboseNamePlural = DisplayName.models(M.self)
    /// The columns of the list. By default, the first six fields.
    public var listDisplay: [AdminColumn<M>] = Self.usualColumns
    /// The fields in which the list searches. By default, the field that names objects.
    public var searchFields: [Field] = Self.usualSearchFields
    /// The fields by which the list can be narrowed. By default, Booleans and fields with a choice of values.
    public var listFilter: [Field] = Self.usualFilters
    /// The order of the list. By default, that of the model, or else the newest primary key first.
    public var ordering: [Ordering<M>] = Self.usualOrdering
    /// The number of objects on a page of the list.
    public var listPerPage = 50
    /// The fields of the form, in order. By default, all fields that the page may show.
    public var fields: [Field]?
    /// Fields that the form leaves out.
    public var exclude: [Field] = []
    /// Fields that the form shows, but doesn't change.
    public var readOnlyFields: [Field] = []
    /// Fields that the form changes although clients of the API can't set them.
    public var editableFields: [Field] = []
    /// Fields that only users with a permission can change: `[(\.price, "set_prices")]`.
    public var fieldPermissions: [(field: Field, permission: String)] = []
    /// Fields that only superusers can change.
    public var superuserFields: [Field] = []
    /// The actions on the objects that are selected in the list, beside deleting them.
    public var actions: [AdminAction<M>] = []
    /// The objects of the related models that the form of an object shows.
    public var inlines: [AdminInline<M>] = []
    /// Returns the name of an object. By default, its `description`, or the text of a field such as `name`.
    public var label: @Sendable (M) -> String = { ObjectLabel.of($0) }
    /// Whether objects can be added here.
    public var canAdd = true
    /// Whether objects can be changed here.
    public var canChange = true
    /// Whether objects can be deleted here.
    public var canDelete = true
    /// Returns whether a user may do something with an object, in addition to the permissions of the model.
    public var allows: @Sendable (AdminOperation, M, User) async throws -> Bool = { _, _, _ in true }
    /// The objects that the pages show. By default, all.
    public var queryset: @Sendable (User) -> QuerySet<M> = { _ in M.objects.all() }
    /// Changes an object before the form stores it.
    public var prepare: @Sendable (inout M, User) async throws -> Void = { _, _ in }
    /// The values to choose from for fields that are arrays of strings.
    var choices: @Sendable (_ field: String) -> [FormOption] = { _ in [] }
    /// The heading under which the index shows the model.
    var section: String?
    /// More pages of an object: the title, and the last part of the address.
    var objectPages: [(title: String, path: String)] = []

    /// Creates the default settings.
    public init() {}
}

/// What a user can do with objects in the admin.
public enum AdminOperation: String, Sendable {
    /// Reading objects.
    case view
    /// Creating objects.
    case add
    /// Changing objects.
    case change
    /// Deleting objects.
    case delete
}

extension ModelAdmin {
    private static var visibleFields: [_Core.ModelField<M>] {
        M.fields.filter { !$0.options.isWriteOnly && $0.reference.type != .bytes }
    }

    private static var usualColumns: [AdminColumn<M>] {
        let columns = visibleFields.filter { field in
            !field.isManyToMany && field.reference.type != .json && !(field.options.isPrimaryKey && isGenerated(field))
        }
        let shown = columns.isEmpty ? visibleFields.filter(\.options.isPrimaryKey) : columns
        return shown.prefix(6).map { AdminColumn($0) }
    }

    private static func isGenerated(_ field: _Core.ModelField<M>) -> Bool { field.reference.type != .text }

    private static var usualSearchFields: [Field] { ObjectLabel.field(of: M.self).map { [$0.keyPath] } ?? [] }

    private static var usualFilters: [Field] {
        visibleFields.filter { $0.reference.type == .boolean || !$0.formOptions.isEmpty }.map(\.keyPath)
    }

    private static var usualOrdering: [Ordering<M>] {
        if !M.ordering.isEmpty { return M.ordering }
        return M.primaryKey.map { [$0.ordering(isDescending: true)] } ?? []
    }
}
