public import Concord
public import ConcordUsers
import ConcordForms

/// The settings of a model's pages in the admin. They have the same names as in Django.
public struct ModelAdmin<M: Model>: Sendable {
    /// A field of the model.
    public typealias Field = PartialKeyPath<M> & Sendable

    /// The name of the model on the pages: `weather station`.
    public var verboseName = DisplayName.model(M.self)
    /// The plural of the name: `weather stations`.
    public var verboseNamePlural = DisplayName.models(M.self)
    /// The columns of the list. The default is the first six fields.
    public var listDisplay: [AdminColumn<M>] = Self.usualColumns
    /// The fields that the search uses. The default is the field that names objects.
    public var searchFields: [Field] = Self.usualSearchFields
    /// The fields by which the list can be filtered. The default is all Booleans and fields with a set of values.
    public var listFilter: [Field] = Self.usualFilters
    /// The order of the list. The default is the order of the model, or descending primary keys.
    public var ordering: [Ordering<M>] = Self.usualOrdering
    /// The number of objects on a page of the list.
    public var listPerPage = 50
    /// The fields of the form, in order. The default is all fields that the page can show.
    public var fields: [Field]?
    /// Fields that the form omits.
    public var exclude: [Field] = []
    /// Fields that the form shows, but that users can't change.
    public var readOnlyFields: [Field] = []
    /// Fields that users can change in the form, although clients of the API can't set them.
    public var editableFields: [Field] = []
    /// Fields that only users with a permission can change: `[(\.price, "set_prices")]`.
    public var fieldPermissions: [(field: Field, permission: String)] = []
    /// Fields that only superusers can change.
    public var superuserFields: [Field] = []
    /// Actions on the selected objects of the list, in addition to deletion.
    public var actions: [AdminAction<M>] = []
    /// The related objects that the page of an object shows.
    public var inlines: [AdminInline<M>] = []
    /// Returns the name of an object. The default is its `description`, or the text of a field such as `name`.
    public var label: @Sendable (M) -> String = { ObjectLabel.of($0) }
    /// Whether users can add objects.
    public var canAdd = true
    /// Whether users can change objects.
    public var canChange = true
    /// Whether users can delete objects.
    public var canDelete = true
    /// Returns whether a user can perform an operation on an object, in addition to the permissions of the model.
    public var allows: @Sendable (AdminOperation, M, User) async throws -> Bool = { _, _, _ in true }
    /// Returns the objects that the pages show to a user. The default is all objects.
    public var queryset: @Sendable (User) -> QuerySet<M> = { _ in M.objects.all() }
    /// Changes an object before the form stores it.
    public var prepare: @Sendable (inout M, User) async throws -> Void = { _, _ in }
    /// Returns the choices for a field that is an array of strings.
    var choices: @Sendable (_ field: String) -> [FormOption] = { _ in [] }
    /// The heading for the model on the start page.
    var section: String?
    /// Additional pages of an object: the title, and the last component of the path.
    var objectPages: [(title: String, path: String)] = []

    /// Creates the default settings.
    public init() {}
}

/// An operation of a user on objects in the admin.
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
