import ConcordDiagnostics
import ConcordOutline

/// The key of a response: a status code, a range, or the default.
public enum StatusKey: Hashable, Sendable {
    case code(Int)
    case range(String)
    case `default`

    /// The key in the document.
    public var documentKey: String {
        switch self {
        case .code(let code): String(code)
        case .range(let text): text
        case .default: "default"
        }
    }

    /// Creates the key for a key of the document. Anything except a three-digit code and `default` is a range.
    public init(documentKey: String) {
        if documentKey == "default" {
            self = .default
        } else if let code = Int(documentKey), String(code) == documentKey, code >= 100, code <= 999 {
            self = .code(code)
        } else {
            self = .range(documentKey)
        }
    }

    init?(_ argument: Argument, _ reading: inout Reading) {
        switch argument.value {
        case .number(let text) where Int(text) != nil: self = .code(Int(text) ?? 0)
        case .member(nil, "default"): self = .default
        case .call(.member(nil, "range"), let arguments):
            guard let text = arguments.first.flatMap({ reading.text($0) }) else { return nil }
            self = .range(text)
        default:
            reading.error(
                "unexpected-value", "expected a status code, .default or .range(\"4XX\")", at: argument.mark)
            return nil
        }
    }

    var expression: Expression {
        switch self {
        case .code(let code): .number(String(code))
        case .range(let text): .call(.member(nil, "range"), [Argument(nil, .string(text))])
        case .default: .member(nil, "default")
        }
    }
}
