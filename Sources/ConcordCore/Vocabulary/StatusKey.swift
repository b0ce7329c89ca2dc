/// Which responses a line is about: `404`, `.range("4XX")` or `.default`.
public enum StatusKey: Hashable, Sendable, ExpressibleByIntegerLiteral {
    /// One status.
    case code(Int)
    /// A key that stands for several, as the document spells it: `4XX`.
    case range(String)
    /// Every status that isn't declared.
    case `default`

    /// `404`: one status.
    public init(integerLiteral code: Int) { self = .code(code) }

    /// The status of a response that is declared by this key and states none itself: the first of a range, 500 for the
    /// default.
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
