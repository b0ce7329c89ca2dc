/// The message of HTTP/1.1.
enum HTTPSample: SampleLanguage {
    static let name = "HTTP"
    static let key = "http"

    static func text(_ request: SampleRequest) -> String {
        let afterScheme = request.url.range(of: "://").map { request.url[$0.upperBound...] } ?? request.url[...]
        let host = afterScheme.prefix { $0 != "/" && $0 != "?" }
        let target = afterScheme.dropFirst(host.count)
        var lines = ["\(request.method) \(target.hasPrefix("/") ? "" : "/")\(target) HTTP/1.1", "Host: \(host)"]
        lines += request.headers.map { "\($0.name): \($0.value)" }
        guard let body = request.body else { return lines.joined(separator: "\n") }
        if body.isMultipart { lines.append("Content-Type: \(MultipartText.contentType)") }
        return (lines + ["", text(of: body)]).joined(separator: "\n")
    }

    private static func text(of body: BodySample) -> String {
        guard case .multipart(let fields) = body.content else { return body.text ?? "(the bytes of the file)" }
        return MultipartText(fields, file: "(the bytes of the file)", lineEnd: "\n").text
    }
}
