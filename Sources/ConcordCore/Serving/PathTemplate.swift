/// A path template with names in braces, such as `/pets/{id}` or `/files/{name}.json`.
struct PathTemplate {
    /// A path segment.
    enum Segment: Hashable {
        case fixed(String)
        /// A sequence of literal text and names.
        case pieces([Piece])
    }

    enum Piece: Hashable {
        case fixed(String)
        case name(String)
    }

    let segments: [Segment]

    init(_ text: String) {
        segments = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { Self.segment($0) }
    }

    private static func segment(_ text: Substring) -> Segment {
        var pieces: [Piece] = []
        var rest = text
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { pieces.append(.fixed(String(rest[..<open]))) }
            pieces.append(.name(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        if pieces.isEmpty { return .fixed(PercentEncoding.decode(text) ?? String(text)) }
        if !rest.isEmpty { pieces.append(.fixed(String(rest))) }
        return .pieces(pieces)
    }
}

extension [PathTemplate.Piece] {
    /// Returns the values of the names if a segment matches. Each value has at least one character.
    func match(_ text: Substring) -> [(name: String, value: Substring)]? {
        var values: [(name: String, value: Substring)] = []
        var rest = text
        for (index, piece) in enumerated() {
            switch piece {
            case .fixed(let fixed):
                guard rest.hasPrefix(fixed) else { return nil }
                rest = rest.dropFirst(fixed.count)
            case .name(let name):
                guard let end = end(ofNameAt: index, in: rest), end > rest.startIndex else { return nil }
                values.append((name, rest[..<end]))
                rest = rest[end...]
            }
        }
        return rest.isEmpty ? values : nil
    }

    /// Returns the end of a name: the last occurrence of the next literal text if the segment ends with it, or the
    /// first occurrence otherwise.
    private func end(ofNameAt index: Int, in text: Substring) -> Substring.Index? {
        guard index + 1 < count, case .fixed(let fixed) = self[index + 1] else { return text.endIndex }
        if index + 2 == count {
            guard text.hasSuffix(fixed) else { return nil }
            return text.index(text.endIndex, offsetBy: -fixed.count)
        }
        return text.dropFirst().firstRange(of: fixed)?.lowerBound
    }

    /// The length of the literal text. Segments with more literal text are tried first.
    var fixedLength: Int {
        reduce(0) { sum, piece in
            if case .fixed(let text) = piece { sum + text.count } else { sum }
        }
    }
}
