import ConcordOutline

extension TypeDeclaration {
    /// Whether an operation can throw values of the type, which clients then receive.
    package var isThrowable: Bool {
        switch self {
        case .serializer, .union, .response: true
        default: false
        }
    }

    /// Whether values of the type state the status of their response.
    package var statesStatus: Bool {
        guard case .serializer(let serializer) = self else { return false }
        return serializer.properties.contains { $0.head.name == "status" && $0.type == .named("Int") }
    }
}
