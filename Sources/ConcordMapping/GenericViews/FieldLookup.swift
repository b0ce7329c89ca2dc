import ConcordDeclarations
import ConcordDiagnostics
import ConcordNames
import ConcordOutline

/// A field of a model in a filter, ordering, or lookup. If the key path has several components, it crosses relations.
struct FieldLookup {
    /// The wire names, joined as in Django: `owner__email`.
    var wireName: String
    /// The field's type, qualified so that it can be resolved in any scope.
    var type: TypeExpression
    /// The serializer property for the field.
    var property: PropertyDeclaration
}

extension Generator {
    /// Resolves a key path, starting at a model. A component without a field is reported at the key path and at the
    /// model.
    mutating func lookUp(_ path: FieldPath, in start: Symbols.FoundModel, keys: KeyStyle?) -> FieldLookup? {
        var found = start
        var names: [String] = []
        for (index, name) in path.names.enumerated() {
            guard let field = found.model.field(name) else {
                error(
                    "unknown-field", "model '\(found.model.head.name)' has no field '\(name)'", at: path.mark,
                    help: found.model.fields.map(\.head.name).nearest(to: name).map { "did you mean '\\.\($0)'?" },
                    related: ("the model is declared here", found.model.head.mark))
                return nil
            }
            names.append(field.head.wireName ?? keys?.wireName(of: name) ?? name)
            let type = symbols.qualified(field.type, in: found.path).unwrapped
            guard index < path.names.count - 1 else {
                return FieldLookup(
                    wireName: names.joined(separator: "__"), type: type, property: property(of: field, in: found.path))
            }
            guard let relation = field.relation, let next = symbols.keyedModel(type.element ?? type, in: []) else {
                error(
                    "unknown-field", "field '\(name)' is not a relation", at: path.mark,
                    help: "end the key path at '\(name)'")
                return nil
            }
            guard relation.kind != .manyToMany else {
                error(
                    "several-objects",
                    "field '\(name)' refers to several objects, so a key path can't continue after it",
                    at: path.mark, help: "write a filter with '$0.\(name).contains { … }'")
                return nil
            }
            found = next
        }
        return nil
    }
}
