extension Pattern {
    /// Returns a short string that matches the pattern.
    ///
    /// - Parameter length: The least number of scalars. A repetition without an upper bound is extended to reach it.
    /// - Returns: The string, or nil if the pattern is invalid or no short match was found.
    package func sample(ofLength length: Int = 0) -> String? {
        guard let node = PatternParser.read(text).node else { return nil }
        for extra in [0, length, 1, 2, 3] {
            var writer = PatternSampleWriter(extra: extra)
            writer.write(node)
            let sample = String(String.UnicodeScalarView(writer.scalars))
            if sample.unicodeScalars.count >= length, matchesInBoundedTime(sample) == true { return sample }
        }
        return nil
    }
}

/// Writes one of the strings that a pattern describes: the first alternative, and the least number of repetitions.
private struct PatternSampleWriter {
    private(set) var scalars: [Unicode.Scalar] = []
    /// The text that each group has matched, for backreferences.
    private var groups: [Int: [Unicode.Scalar]] = [:]
    /// The number of repetitions that the next repetition without an upper bound may add.
    private var extra: Int
    private static let longest = 400

    init(extra: Int) {
        self.extra = extra
    }

    mutating func write(_ node: PatternNode) {
        guard scalars.count < Self.longest else { return }
        switch node {
        case .scalar(let set): if let scalar = set.sample { scalars.append(scalar) }
        case .start, .end, .wordBoundary, .look: break
        case .group(let number, let node):
            let start = scalars.count
            write(node)
            groups[number] = Array(scalars[start...])
        case .backReference(let number): scalars += groups[number] ?? []
        case .sequence(let nodes): for node in nodes { write(node) }
        case .alternatives(let branches): if let first = branches.first { write(first) }
        case .repeated(let node, let least, let most):
            let room = max(0, (most ?? .max) - least)
            let added = min(extra, room)
            extra -= added
            for _ in 0..<min(Self.longest, max(least + added, least == 0 && room > 0 ? 1 : 0)) { write(node) }
        }
    }
}

extension ScalarSet {
    /// A letter, a digit, or any other member.
    fileprivate var sample: Unicode.Scalar? {
        if let scalar = onlyScalar.flatMap(Unicode.Scalar.init) { return scalar }
        let preferred = [
            0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x20...0x7E, 0xA0...0x24F, 0x370...0x5FF, 0x4E00...0x4E20,
        ]
        return preferred.lazy.joined().lazy.compactMap { Unicode.Scalar(UInt32($0)) }.first(where: contains)
    }
}
