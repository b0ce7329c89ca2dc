/// A raw HTML tag in a description that only marks up text. Many documents contain such tags.
enum RawTag {
    /// The elements. Attributes are removed.
    enum Element: String {
        case strong, em, code, kbd, sub, sup, small, del
    }

    case opening(Element)
    case closing(Element)
    case lineBreak
    /// The tag starts a paragraph.
    case paragraph
    case item
    /// The tag closes an element that needs no closing tag.
    case nothing

    private static let synonyms = ["b": "strong", "i": "em", "s": "del", "tt": "code"]

    /// Parses a tag, or returns `nil` for other tags, which are shown as text.
    init?(_ text: String) {
        guard text.first == "<", text.last == ">" else { return nil }
        let inside = text.dropFirst().dropLast()
        let isClosing = inside.first == "/"
        let written = inside.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
        let name = Self.synonyms[written] ?? written
        switch name {
        case "br": self = .lineBreak
        case "p", "div", "ul", "ol": self = isClosing ? .nothing : .paragraph
        case "li": self = isClosing ? .nothing : .item
        default:
            guard let element = Element(rawValue: name) else { return nil }
            self = isClosing ? .closing(element) : .opening(element)
        }
    }
}
