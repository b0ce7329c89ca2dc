extension String {
    /// The name in a form that is equal for all key styles.
    var keySpelling: String { lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " } }
}
