import ConcordDiagnostics
import ConcordOutline

/// Media types that have a name in Swift: `.json` states `application/json`.
public enum MediaTypeName {
    private static let texts = [
        "json": "application/json", "xml": "application/xml", "form": "application/x-www-form-urlencoded",
        "multipart": "multipart/form-data", "text": "text/plain", "bytes": "application/octet-stream",
        "events": "text/event-stream", "html": "text/html", "problem": "application/problem+json",
        "jsonLines": "application/jsonl", "any": "*/*",
    ]
    private static let symbols = Dictionary(uniqueKeysWithValues: texts.map { ($0.value, $0.key) })

    /// Returns the media type for a symbol.
    public static func text(ofSymbol symbol: String) -> String? { texts[symbol] }

    /// All symbols, which the run time declares.
    public static var allSymbols: [String] { texts.keys.sorted() }

    /// Returns `.json`, or a string literal if the media type has no name.
    static func expression(_ mediaType: String) -> Expression {
        symbols[mediaType].map { .member(nil, $0) } ?? .string(mediaType)
    }
}

extension Reading {
    mutating func mediaTypes(_ group: [Argument]) -> [String] {
        group.compactMap { argument in
            guard case .member(nil, let symbol) = argument.value else { return text(argument) }
            if let text = MediaTypeName.text(ofSymbol: symbol) { return text }
            let nearest = MediaTypeName.allSymbols.nearest(to: symbol)
            error(
                "unknown-media-type", "unknown media type '.\(symbol)'", at: argument.mark,
                help: nearest.map { "did you mean '.\($0)'? Otherwise, write it as a string: \"type/subtype\"" })
            return nil
        }
    }
}

extension Arguments {
    /// Takes the unlabeled media types at the beginning.
    mutating func takeMediaTypes(_ reading: inout Reading) -> [String] {
        var group: [Argument] = []
        while let argument = takePositional(where: \.isMediaType) { group.append(argument) }
        return reading.mediaTypes(group)
    }
}

extension Expression {
    fileprivate var isMediaType: Bool {
        switch self {
        case .string, .member(nil, _): true
        default: false
        }
    }
}
