/// Kotlin with the HTTP client of the JDK.
enum KotlinSample: SampleLanguage {
    static let name = "Kotlin"
    static let key = "kotlin"

    static func text(_ request: SampleRequest) -> String {
        var lines = [
            "import java.net.URI", "import java.net.http.HttpClient", "import java.net.http.HttpRequest",
            "import java.net.http.HttpResponse", "",
            "val request = HttpRequest.newBuilder(URI(\(literal(request.url))))",
        ]
        lines += request.headers.map { "    .header(\(literal($0.name)), \(literal($0.value)))" }
        if request.body?.isMultipart == true {
            lines.append("    .header(\"Content-Type\", \"\(MultipartText.contentType)\")")
        }
        lines += [
            "    .method(\(literal(request.method)), \(publisher(request.body)))", "    .build()", "",
            "val response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString())",
            "println(response.statusCode())", "println(response.body())",
        ]
        return lines.joined(separator: "\n")
    }

    private static func literal(_ text: String) -> String { quoted(text, dollar: "\\$") }

    private static func publisher(_ body: BodySample?) -> String {
        let publishers = "HttpRequest.BodyPublishers"
        switch body?.content {
        case nil: return "\(publishers).noBody()"
        case .file?: return "\(publishers).ofFile(java.nio.file.Path.of(\"file\"))"
        case .multipart(let fields)?:
            let text = MultipartText(fields, file: "…", lineEnd: "\r\n").text + "\r\n"
            return "\(publishers).ofString(\(literal(text)))"
        default:
            let text = body?.text ?? ""
            guard text.contains("\n"), !text.contains("\"\"\"") else {
                return "\(publishers).ofString(\(literal(text)))"
            }
            let raw = text.replacing("$", with: "${'$'}")
            return "\(publishers).ofString(\"\"\"\n\(indented(raw, by: 8))\n    \"\"\".trimIndent())"
        }
    }
}
