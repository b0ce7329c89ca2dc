/// A fragment of a page that can't contain injected markup. The literal parts of `"<b>\(name)</b>"` are markup.
/// Interpolated values are escaped as text, unless they are fragments themselves.
struct HTML: Hashable, Sendable {
    private(set) var source: String

    static let empty = HTML(source: "")

    private init(source: String) {
        self.source = source
    }

    /// Creates escaped text, for content and for quoted attributes.
    init(text: String) {
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count)
        Self.escape(text, into: &escaped)
        self.init(source: escaped)
    }

    /// Creates the unescaped content of an element from a stylesheet or script of the site.
    init(raw asset: String) {
        self.init(source: asset)
    }

    /// Creates JSON for a `<script>` element, escaped so that no string can end the element.
    init(json: String) {
        self.init(source: json.replacing("<", with: "\\u003C"))
    }

    var isEmpty: Bool { source.isEmpty }

    static func += (left: inout HTML, right: HTML) {
        left.source += right.source
    }

    static func + (left: HTML, right: HTML) -> HTML {
        HTML(source: left.source + right.source)
    }

    fileprivate static func escape(_ text: String, into target: inout String) {
        // Most text needs no escaping, and copying it whole is much faster.
        guard text.utf8.contains(where: needsAttention) else {
            target += text
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": target += "&amp;"
            case "<": target += "&lt;"
            case ">": target += "&gt;"
            case "\"": target += "&quot;"
            case "'": target += "&#39;"
            case "\t", "\n": target.unicodeScalars.append(scalar)
            case "\r": break
            // Control characters are not allowed in HTML.
            case "\u{0}"..<" ", "\u{7F}"..<"\u{A0}": target.unicodeScalars.append("\u{FFFD}")
            default: target.unicodeScalars.append(scalar)
            }
        }
    }

    /// Returns whether a byte is or starts a character that may need escaping.
    private static func needsAttention(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
        // C1 control characters start with C2.
        case 0..<0x20, 0x7F, 0xC2: byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\t")
        default: false
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
    /// Returns the concatenation of the fragments.
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
    /// Returns the concatenation of a fragment for each element.
    func html(_ piece: (Element) -> HTML) -> HTML {
        lazy.map(piece).joined()
    }
}
