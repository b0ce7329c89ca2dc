/// Names views for their resource: `/pets` is `Pets`, `/pets/{id}` is `PetDetail`, `/pets/{id}/photo` is `PetPhoto`.
enum ViewNames {
    static func name(ofPath path: String) -> String {
        let segments = path.split(separator: "/").map(String.init)
        var words: [String] = []
        for (index, segment) in segments.enumerated() {
            if segment.hasPrefix("{"), segment.hasSuffix("}") {
                if let last = words.last { words[words.count - 1] = SwiftName.singular(last) }
                if index == segments.count - 1 { words.append("detail") }
            } else if !isVersion(segment) || segments.count == 1 {
                words.append(segment)
            }
        }
        return words.isEmpty ? "root" : words.joined(separator: " ")
    }

    private static func isVersion(_ segment: String) -> Bool {
        segment.first == "v" && segment.count > 1 && segment.dropFirst().allSatisfy { $0.isNumber || $0 == "." }
    }
}
