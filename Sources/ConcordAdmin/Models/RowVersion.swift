import Concord
import ConcordHashes

/// What tells the state of an object from an earlier one: a form has it, so that it can't overwrite changes that its
/// user has not seen.
enum RowVersion {
    /// Returns the version of an object: a hash of all of its values.
    static func of<M: Model>(_ object: M) -> String {
        let values = M.fields.map { $0.storedJSON(of: object) }
        return SHA256.hash(Array(JSON.array(values).description.utf8)).hexadecimal
    }
}
