import ConcordCore

/// Makes a struct a table whose rows are its values. By default, the table's name is the type's in snake case.
///
/// The primary key is the property `id`, or the one with `@Field(.primaryKey)`.
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

/// Makes a property the key of an object of another model that no other object of this model refers to.
@attached(peer)
public macro OneToOne(
    _ name: String? = nil,
    onDelete: DeletionRule? = nil,
    related: String? = nil
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a property the keys of objects of another model: `@ManyToMany var tags: [Tag.ID]`.
@attached(peer)
public macro ManyToMany(
    _ name: String? = nil,
    through: (any Model.Type)? = nil,
    related: String? = nil
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")
