/// A tag of raw HTML in a description that does no more than mark text up, as many documents have them.
enum RawTag {
    /// What opens and closes; attributes are left out.
    enum Element: String {
        case strong, em, code, kbd, sub, sup, small, del
    }

    case opening(Element)
    case closing(Element)
    case lineBreak
    /// Something that stands by itself opens here.
    case paragraph
    case item
    /// It ends what needs no end.
    case nothing

    private static let synonyms = ["b": "strong", "i": "em", "s": "del", "tt": "code"]

    /// Nothing for what is no such tag, which shows as it was written.
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
