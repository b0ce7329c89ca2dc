import ConcordYAML

extension Node {
    /// Returns a document many times as long, which repeats the paths and components with other names.
    func enlarged(times: Int) -> Node {
        var result = self
        result["paths"] = self["paths"]?.repeated(times) { "\($0)/copy\($1)" }
        guard let components = self["components"]?.mapping else { return result }
        for section in components {
            result["components"]?[section.key] = section.value.repeated(times) { "\($0)_\($1)" }
        }
        return result
    }

    private func repeated(_ times: Int, name: (String, Int) -> String) -> Node {
        guard let mapping else { return self }
        let copies = (1..<max(times, 1)).flatMap { copy in
            mapping.entries.map { Mapping.Entry(name($0.key, copy), $0.value) }
        }
        return .mapping(Mapping(mapping.entries + copies))
    }
}
