import Concord
import ConcordHashes

/// The version of an object's values. A form contains it, so that it can't overwrite changes that its user hasn't seen.
enum RowVersion {
    /// Returns the version of an object: a hash of all its values.
    static func of<M: Model>(_ object: M) -> String {
        let values = M.fields.map { $0.storedJSON(of: object) }
        return SHA256.hash(Array(JSON.array(values).description.utf8)).hexadecimal
    }
}
