import ConcordYAML

/// Python with Requests.
enum PythonSample: SampleLanguage {
    static let name = "Python"
    static let key = "python"

    static func text(_ request: SampleRequest) -> String {
        var arguments = [quoted(request.method), quoted(request.url)]
        let headers = request.headers.filter { header in
            // Requests adds these headers.
            guard header.name == "Content-Type", let body = request.body else { return true }
            if case .json = body.content { return body.mediaType != "application/json" }
            if case .form = body.content { return false }
            return true
        }
        if !headers.isEmpty {
            let items = headers.map { "        \(quoted($0.name)): \(quoted($0.value))," }
            arguments.append("headers={\n\(items.joined(separator: "\n"))\n    }")
        }
        arguments += body(request.body)
        let call = arguments.map { "    \($0)," }.joined(separator: "\n")
        return
            "import requests\n\nresponse = requests.request(\n\(call)\n)\nprint(response.status_code)\nprint(response.text)"
    }

    private static func body(_ body: BodySample?) -> [String] {
        switch body?.content {
        case .json(let node)?: ["json=\(value(node, depth: 1))"]
        case .form(let fields)?:
            ["data=[\(fields.map { "(\(quoted($0.name)), \(quoted($0.value)))" }.joined(separator: ", "))]"]
        case .multipart(let fields)?:
            [
                "files=[\(fields.map { "(\(quoted($0.name)), \($0.isFile ? "open(\(quoted($0.value)), \"rb\")" : "(None, \(quoted($0.value)))"))" }.joined(separator: ", "))]"
            ]
        case .text(let text)?: ["data=\(quoted(text)).encode()"]
        case .file?: ["data=open(\"file\", \"rb\")"]
        case nil: []
        }
    }

    private static func value(_ node: Node, depth: Int) -> String {
        let indent = String(repeating: "    ", count: depth)
        switch node.value {
        case .null: return "None"
        case .bool(let value): return value ? "True" : "False"
        case .number: return node.compactJSON
        case .string(let text): return quoted(text)
        case .sequence(let items):
            guard !items.isEmpty else { return "[]" }
            let lines = items.map { "\(indent)    \(value($0, depth: depth + 1))," }
            return "[\n\(lines.joined(separator: "\n"))\n\(indent)]"
        case .mapping(let mapping):
            guard !mapping.isEmpty else { return "{}" }
            let lines = mapping.entries.map { "\(indent)    \(quoted($0.key)): \(value($0.value, depth: depth + 1))," }
            return "{\n\(lines.joined(separator: "\n"))\n\(indent)}"
        }
    }
}
