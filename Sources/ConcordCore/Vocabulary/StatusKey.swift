/// The key of a response: `404`, `.range("4XX")`, or `.default`.
public enum StatusKey: Hashable, Sendable, ExpressibleByIntegerLiteral {
    /// A status code.
    case code(Int)
    /// A range of status codes, as it appears in the document: `4XX`.
    case range(String)
    /// Every status that isn't declared.
    case `default`

    /// Creates the key of a status code: `404`.
    public init(integerLiteral code: Int) { self = .code(code) }

    /// The status of a response that is declared with this key and doesn't set a status itself: the first status of a
    /// range, or 500 for the default.
    var representative: HTTPResponse.Status {
        switch self {
        case .code(let code): code.httpStatus ?? .internalServerError
        case .range(let key):
            key.utf8.first.flatMap {
                (0x31...0x35).contains($0) ? HTTPResponse.Status(code: Int($0 - 0x30) * 100) : nil
            }
                ?? .internalServerError
        case .default: .internalServerError
        }
    }
}
