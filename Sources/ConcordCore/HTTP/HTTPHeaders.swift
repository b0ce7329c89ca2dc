/// The headers of a request or a response, in order; names are the same in upper and lower case.
public struct HTTPHeaders: Sendable, ExpressibleByDictionaryLiteral {
    /// One header line.
    public struct Field: Sendable, Hashable {
        /// The name, as it was written.
        public var name: String
        /// The value, as it was written.
        public var value: String
    }

    /// The header lines, in order.
    public private(set) var fields: [Field] = []

    /// No headers.
    public init() {}

    /// These headers, in order.
    public init(dictionaryLiteral elements: (String, String)...) {
        for (name, value) in elements { add(name, value) }
    }

    /// The value of a header, that of several lines joined by commas; set to nil, all its lines go away.
    public subscript(name: String) -> String? {
        get {
            let values = fields.filter { $0.name.isSameHeader(as: name) }.map(\.value)
            return values.isEmpty ? nil : values.joined(separator: ", ")
        }
        set {
            fields.removeAll { $0.name.isSameHeader(as: name) }
            if let newValue { add(name, newValue) }
        }
    }

    /// Adds a line. Line ends and NUL, which could start a header of somebody else's making, become spaces.
    public mutating func add(_ name: String, _ value: String) {
        let isSafe = value.utf8.allSatisfy { $0 != 0x0A && $0 != 0x0D && $0 != 0 }
        let safe =
            isSafe
            ? value : String(decoding: value.utf8.map { [0x0A, 0x0D, 0].contains($0) ? 0x20 : $0 }, as: UTF8.self)
        fields.append(Field(name: name, value: safe))
    }
}

extension String {
    fileprivate func isSameHeader(as other: String) -> Bool {
        utf8.count == other.utf8.count
            && zip(utf8, other.utf8).allSatisfy {
                $0 == $1 || ($0 | 0x20 == $1 | 0x20 && ($0 | 0x20).isLowercaseLetter)
            }
    }
}
