/// Formats and types that have a name in Swift: `.format(.dateTime)` states `date-time`.
public enum WellKnownFormat {
    private static let texts = [
        "email": "email", "idnEmail": "idn-email", "uuid": "uuid", "uri": "uri", "uriReference": "uri-reference",
        "hostname": "hostname", "ipv4": "ipv4", "ipv6": "ipv6", "date": "date", "dateTime": "date-time", "time": "time",
        "duration": "duration", "password": "password", "byte": "byte", "binary": "binary", "double": "double",
        "float": "float", "int32": "int32", "int64": "int64", "object": "object", "string": "string",
        "integer": "integer", "number": "number", "boolean": "boolean", "array": "array", "base64": "base64",
        "decimal": "decimal", "regex": "regex", "slug": "slug",
    ]
    private static let symbols = Dictionary(uniqueKeysWithValues: texts.map { ($0.value, $0.key) })

    /// Returns the string for a symbol. A symbol without an entry represents its own name.
    public static func text(ofSymbol symbol: String) -> String { texts[symbol] ?? symbol }

    /// Returns the symbol for a string.
    public static func symbol(ofText text: String) -> String? { symbols[text] }

    /// All symbols, which the run time declares.
    public static var allSymbols: [String] { texts.keys.sorted() }
}
