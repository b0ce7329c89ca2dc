import Concord
import ConcordForms

/// The change of a field's value.
struct ObjectChange {
    let field: String
    let old: String
    let new: String

    /// The change in the form that the history stores.
    var json: JSON { ["field": .string(field), "from": .string(old), "to": .string(new)] }

    init(field: String, old: String, new: String) {
        self.field = field
        self.old = old
        self.new = new
    }

    /// Reads an element of ``AdminLogEntry/changes``.
    init?(_ json: JSON) {
        guard case .string(let field)? = json["field"], case .string(let old)? = json["from"],
            case .string(let new)? = json["to"]
        else { return nil }
        self.init(field: field, old: old, new: new)
    }

    /// Returns the fields in which two objects differ. The values of fields that responses omit are hidden.
    static func changes<M: Model>(from old: M, to new: M) -> [ObjectChange] {
        M.fields.compactMap { field in
            if field.options.setOn != nil { return nil }
            if !field.isManyToMany, field.queryValue(of: old) == field.queryValue(of: new) { return nil }
            let (before, after) = (field.adminText(of: old), field.adminText(of: new))
            if field.isManyToMany, before == after { return nil }
            if field.options.isWriteOnly { return ObjectChange(field: field.name, old: "", new: "") }
            return ObjectChange(field: field.name, old: String(before.prefix(300)), new: String(after.prefix(300)))
        }
    }

    /// The change for a template.
    var context: [String: Any] {
        ["field": DisplayName.words(of: field), "old": old.isEmpty ? "–" : old, "new": new.isEmpty ? "–" : new]
    }
}

extension _Core.ModelField {
    /// Returns the value of an object as text.
    func adminText(of object: M) -> String {
        isManyToMany
            ? storedKeys(of: object).map(\.plainText).joined(separator: ", ") : queryValue(of: object).plainText
    }
}
