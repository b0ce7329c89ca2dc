import ConcordYAML

extension Node {
    /// Returns the name of a branch for messages, from its component, tag, title or content.
    ///
    /// - Parameter discriminator: The property that distinguishes the branches, if the choice has one.
    func branchName(discriminator: String? = nil) -> String {
        if let name = self["$ref"]?.string?.split(separator: "/").last { return "'\(name)'" }
        if let tag = tag(named: discriminator) { return "the branch with \(tag.property) '\(tag.value)'" }
        if let title = self["title"]?.string { return "'\(title)'" }
        let properties = self["properties"]?.mapping?.keys ?? []
        if !properties.isEmpty {
            let names = properties.prefix(Self.namedProperties).map { "'\($0)'" }.joined(separator: ", ")
            return "the object of \(names)\(properties.count > Self.namedProperties ? ", …" : "")"
        }
        return "a schema of \(self["type"]?.excerpt ?? "its own")"
    }

    private static var namedProperties: Int { 3 }

    /// Returns the constant that distinguishes the branch from the others: that of the discriminator or of a required
    /// property.
    func tag(named discriminator: String? = nil) -> (property: String, value: String)? {
        let properties = self["properties"]?.mapping?.entries ?? []
        if let discriminator, let text = properties.first(where: { $0.key == discriminator })?.value.constant {
            return (discriminator, text)
        }
        let required = Set((self["required"]?.sequence ?? []).compactMap(\.string))
        for property in properties where required.contains(property.key) {
            if let text = property.value.constant { return (property.key, text) }
        }
        return nil
    }

    /// The only string that matches the schema.
    private var constant: String? {
        if let value = self["const"]?.string { return value }
        guard let values = self["enum"]?.sequence, values.count == 1 else { return nil }
        return values[0].string
    }
}
