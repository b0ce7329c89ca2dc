extension String {
    /// Returns the help for a part of the code that can only be evaluated at run time.
    ///
    /// - Parameter change: The change that makes the part readable for the tool.
    static func builtCommand(or change: String) -> String {
        "\(change), or use the command of the built app: swift run APP makemigrations"
    }
}
