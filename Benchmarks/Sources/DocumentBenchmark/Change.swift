import ConcordYAML

extension Node {
    /// Returns a copy of the document with every tenth description and every tenth limit changed.
    func changed(_ count: inout Int) -> Node {
        var result = self
        switch value {
        case .sequence(let nodes): result.value = .sequence(nodes.map { $0.changed(&count) })
        case .mapping(var mapping):
            for index in mapping.entries.indices {
                let entry = mapping.entries[index]
                mapping.entries[index].value =
                    ["description", "maxLength"].contains(entry.key)
                    ? entry.value.changedText(&count) : entry.value.changed(&count)
            }
            result.value = .mapping(mapping)
        default: break
        }
        return result
    }

    private func changedText(_ count: inout Int) -> Node {
        count += 1
        guard count % 10 == 0 else { return self }
        switch value {
        case .string(let text): return .string(text + "!")
        case .number(let text): return .number(text + "0")
        default: return self
        }
    }
}
