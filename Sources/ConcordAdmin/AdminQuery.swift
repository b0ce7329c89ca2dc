import Concord

/// The query of a URL, from which links to other pages of the same list are created.
struct AdminQuery {
    private var pairs: [(name: String, value: String)]

    init(_ text: String) {
        pairs = URLEncodedForm.pairs(text, limit: 100).map { name, value in
            (name, PercentEncoding.decode(value, plusIsSpace: true) ?? "")
        }
    }

    /// The first value of a parameter, or `nil` if the query doesn't have it.
    subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

    /// Returns the parameters except for the given ones.
    func without(_ names: Set<String>) -> [(name: String, value: String)] {
        pairs.filter { !names.contains($0.name) }
    }

    /// Returns the query with another value of a parameter, on the first page.
    func with(_ name: String, _ value: String?) -> String {
        var changed = pairs.filter { $0.name != name && !["p", "_done", "_count"].contains($0.name) }
        if let value { changed.append((name, value)) }
        return "?" + changed.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&")
    }

    /// Returns text percent-encoded, as a part of a path or a query.
    static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "~"):
                String(UnicodeScalar(byte))
            case UInt8(ascii: "."): "."
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
