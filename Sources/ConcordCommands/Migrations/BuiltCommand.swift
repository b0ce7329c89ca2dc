extension String {
    /// Returns the help for a part of the code that only the running program knows.
    ///
    /// - Parameter change: The change that lets the tool read the part.
    static func builtCommand(or change: String) -> String {
        "\(change), or use the command of the built app: swift run APP makemigrations"
    }
}
