import ConcordCore

/// Makes a struct a database table whose rows are its values. The default table name is the type's name in snake case.
///
/// The primary key is the property `id`, or the property with `@Field(.primaryKey)`.
@attached(
    extension, conformances: Model,
    names: named(table), named(fields), named(definition), named(init), named(write), named(_Rules))
@attached(
    member,
    names: named(ID), named(Columns), named(table), named(fields), named(definition), named(init), named(write),
    named(_Codecs), named(_Rules))
public macro Model(
    _ table: String? = nil
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Makes a property the key of an object of another model: `@ForeignKey(onDelete: .protect) var owner: Owner.ID`.
@attached(peer)
public macro ForeignKey(
    _ name: String? = nil,
    onDelete: DeletionRule? = nil,
    related: String? = nil
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a property the key of an object of another model, which at most one object of this model can refer to.
@attached(peer)
public macro OneToOne(
    _ name: String? = nil,
    onDelete: DeletionRule? = nil,
    related: String? = nil
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a property an array of the keys of related objects: `@ManyToMany var tags: [Tag.ID]`.
@attached(peer)
public macro ManyToMany(
    _ name: String? = nil,
    through: (any Model.Type)? = nil,
    related: String? = nil
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")
