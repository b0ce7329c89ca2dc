/// The version of the tool, which is that of the package: the first entry of `CHANGELOG.md`.
enum ConcordVersion {
    static let current = "0.1.0"
}
