/// A piece of a page, which can't hold markup that this program did not write: what is literal in
/// `"<b>\(name)</b>"` is markup, and what is interpolated is text and escaped, unless it is such a piece itself.
struct HTML: Hashable, Sendable {
    private(set) var source: String

    static let empty = HTML(source: "")

    private init(source: String) {
        self.source = source
    }

    /// Text that shows as it is, between tags and inside a quoted attribute alike.
    init(text: String) {
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count)
        Self.escape(text, into: &escaped)
        self.init(source: escaped)
    }

    var isEmpty: Bool { source.isEmpty }

    static func += (left: inout HTML, right: HTML) {
        left.source += right.source
    }

    static func + (left: HTML, right: HTML) -> HTML {
        HTML(source: left.source + right.source)
    }

    fileprivate static func escape(_ text: String, into target: inout String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": target += "&amp;"
            case "<": target += "&lt;"
            case ">": target += "&gt;"
            case "\"": target += "&quot;"
            case "'": target += "&#39;"
            case "\t", "\n": target.unicodeScalars.append(scalar)
            case "\r": break
            // Control characters may not stand in HTML at all.
            case "\u{0}"..<" ", "\u{7F}"..<"\u{A0}": target.unicodeScalars.append("\u{FFFD}")
            default: target.unicodeScalars.append(scalar)
            }
        }
    }
}

extension HTML: ExpressibleByStringInterpolation {
    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var source = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            source.reserveCapacity(literalCapacity + 16 * interpolationCount)
        }

        mutating func appendLiteral(_ markup: String) {
            source += markup
        }

        mutating func appendInterpolation(_ text: String) {
            HTML.escape(text, into: &source)
        }

        mutating func appendInterpolation(_ number: Int) {
            source += String(number)
        }

        mutating func appendInterpolation(_ piece: HTML) {
            source += piece.source
        }

        mutating func appendInterpolation(_ link: Hyperlink) {
            HTML.escape(link.address, into: &source)
        }

        mutating func appendInterpolation(_ anchor: Anchor) {
            HTML.escape(anchor.identifier, into: &source)
        }
    }

    init(stringLiteral markup: String) {
        self.init(source: markup)
    }

    init(stringInterpolation: StringInterpolation) {
        self.init(source: stringInterpolation.source)
    }
}

extension Sequence<HTML> {
    /// These, one after the other.
    func joined(by separator: HTML = .empty) -> HTML {
        var result = HTML.empty
        var isFirst = true
        for piece in self {
            if !isFirst { result += separator }
            isFirst = false
            result += piece
        }
        return result
    }
}

extension Sequence {
    /// What `piece` makes of each element, one after the other.
    func html(_ piece: (Element) -> HTML) -> HTML {
        lazy.map(piece).joined()
    }
}
