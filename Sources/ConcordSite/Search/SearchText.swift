/// The words of a text, without Markdown syntax.
struct SearchText {
    private let text: String
    private static let longestSummary = 200
    private static let longestText = 20_000

    init(_ text: String) {
        self.text = text
    }

    /// The beginning of the text, on one line.
    var summary: String {
        let flat = text.prefix(2 * Self.longestSummary).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let plain = flat.filter { !"`*#<>[]".contains($0) && !$0.isASCIIControl }
        return plain.count > Self.longestSummary ? plain.prefix(Self.longestSummary) + "…" : plain
    }

    /// The words with at least three letters, in lowercase.
    var words: Set<String> {
        var words: Set<String> = []
        var word: [UInt8] = []
        func end() {
            if word.count >= 3, word.count <= 40 { words.insert(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        for byte in text.utf8.prefix(Self.longestText) {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
                0x80...:
                word.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte + 32)
            default: end()
            }
        }
        end()
        return words
    }
}

extension Character {
    fileprivate var isASCIIControl: Bool { asciiValue.map { $0 < 0x20 || $0 == 0x7F } ?? false }
}
