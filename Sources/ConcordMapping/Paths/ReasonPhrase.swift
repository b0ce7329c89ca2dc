import ConcordDeclarations
import ConcordNames

extension ReasonPhrase {
    /// Returns the description of a response whose declaration has none.
    static func of(_ status: StatusKey) -> String {
        switch status {
        case .code(let code): of(code)
        case .default: "Any other response"
        case .range(let text):
            switch text.first {
            case "1": "Informational"
            case "2": "Successful"
            case "3": "Redirection"
            case "4": "Client error"
            case "5": "Server error"
            default: "Response"
            }
        }
    }
}
