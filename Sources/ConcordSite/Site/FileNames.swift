/// The names of the files of a site. They are readable, and distinct on case-insensitive file systems.
struct FileNames: Sendable {
    private var taken: Set<String> = []
    private static let longest = 80

    /// Returns an unused path for a page.
    ///
    /// - Parameters:
    ///   - folder: The folder in the site, or an empty string for its root.
    ///   - name: The name of the subject of the page.
    ///   - ending: The end of the file name.
    mutating func path(folder: String, name: String, ending: String) -> String {
        let prefix = folder.isEmpty ? "" : folder + "/"
        let base = Self.readable(name)
        var path = prefix + base + ending
        var number = 2
        while !taken.insert(path.lowercased()).inserted {
            path = "\(prefix)\(base)-\(number)\(ending)"
            number += 1
        }
        return path
    }

    /// Returns the ASCII letters and digits of a name, with a hyphen for each sequence of other characters.
    private static func readable(_ name: String) -> String {
        var result = ""
        for scalar in name.unicodeScalars {
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            if isPlain || scalar == "_" || scalar == "." && !result.isEmpty {
                result.unicodeScalars.append(scalar)
            } else if !result.isEmpty, result.last != "-" {
                result += "-"
            }
        }
        while result.hasSuffix("-") || result.hasSuffix(".") { result.removeLast() }
        return result.isEmpty ? "page" : String(result.prefix(longest))
    }
}
