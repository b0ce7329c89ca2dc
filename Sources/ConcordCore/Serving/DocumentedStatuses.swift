/// The statuses that the document of an API declares for each operation.
struct DocumentedStatuses: Sendable {
    /// By path and method.
    private var keys: [String: [String: Set<String>]] = [:]
    private let isKnown: Bool

    /// Reads the statuses from the embedded document; without one, every status counts as declared.
    init(_ api: ServedAPI) {
        var issues = Issues()
        guard let document = api.document,
            let json = JSONReader.read(Array(document.json.utf8), Wire.value(JSON.self), issues: &issues),
            case .object(let paths)? = json["paths"]
        else {
            isKnown = false
            return
        }
        isKnown = true
        for (path, item) in paths {
            guard case .object(let operations) = item else { continue }
            for (method, operation) in operations {
                guard case .object(let responses)? = operation["responses"] else { continue }
                keys[path, default: [:]][method.uppercased()] = Set(responses.keys)
            }
        }
    }

    /// Whether an operation declares a status, by itself, by a range or by the default.
    ///
    /// Statuses of 500 and above need no declaration, nor do those of an operation that the document lacks.
    func contains(_ status: HTTPResponse.Status, of method: String, at path: String) -> Bool {
        guard isKnown, status.code < 500, let keys = keys[path]?[method] else { return true }
        let code = String(status.code)
        return keys.contains(code) || keys.contains("default") || keys.contains("\(code.prefix(1))XX")
    }
}
