/// JavaScript with `fetch`.
enum JavaScriptSample: SampleLanguage {
    static let name = "JavaScript"
    static let key = "javascript"

    static func text(_ request: SampleRequest) -> String {
        var options: [String] = []
        if request.method != "GET" { options.append("  method: \(quoted(request.method)),") }
        if !request.headers.isEmpty {
            let headers = request.headers.map { "    \(quoted($0.name)): \(quoted($0.value))," }
            options.append("  headers: {\n\(headers.joined(separator: "\n"))\n  },")
        }
        let (preparation, body) = body(request.body)
        if let body { options.append("  body: \(body),") }
        let argument = options.isEmpty ? "" : ", {\n\(options.joined(separator: "\n"))\n}"
        return """
            \(preparation)const response = await fetch(\(quoted(request.url))\(argument));
            console.log(response.status, await response.text());
            """
    }

    private static func body(_ body: BodySample?) -> (preparation: String, expression: String?) {
        switch body?.content {
        case nil: return ("", nil)
        case .json?:
            let value = indented(body?.text ?? "", by: 2).drop { $0 == " " }
            return ("", "JSON.stringify(\(value))")
        case .form(let fields)?:
            let pairs = fields.map { "[\(quoted($0.name)), \(quoted($0.value))]" }.joined(separator: ", ")
            return ("", "new URLSearchParams([\(pairs)])")
        case .multipart(let fields)?:
            let lines = fields.map { field in
                "form.append(\(quoted(field.name)), \(field.isFile ? "new Blob([\"…\"]), \(quoted(field.value))" : quoted(field.value)));\n"
            }
            return ("const form = new FormData();\n\(lines.joined())\n", "form")
        case .text(let text)?: return ("", quoted(text))
        case .file?: return ("", "new Blob([\"…\"])")
        }
    }
}
