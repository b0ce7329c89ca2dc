import Concord
import ConcordForms
import ConcordHashes

/// The version of an object's values. A form contains it, so that it can't overwrite changes that its user hasn't seen.
enum RowVersion {
    /// Returns the version of an object: a hash of all its values.
    static func of<M: Model>(_ object: M) -> String {
        let values = M.fields.map { $0.storedJSON(of: object) }
        return SHA256.hash(Array(JSON.array(values).description.utf8)).hexadecimal
    }

    /// Returns the version of a form for a new object: a hash of the values that it displays. They can differ between two
    /// requests, because a default value can be the current time or a random key.
    static func ofNew<M: Model>(_ form: Form<M>) -> String {
        let values = form.changeableValues.map { field in
            JSON.array([.string(field.name)] + field.values.sorted().map { .string($0) })
        }
        return SHA256.hash(Array(JSON.array(values).description.utf8)).hexadecimal
    }
}
