/// A command for a POSIX shell.
enum CurlSample: SampleLanguage {
    static let name = "curl"
    static let key = "shell"

    static func text(_ request: SampleRequest) -> String {
        var lines = ["curl \(shell(request.url))"]
        switch (request.method, request.body) {
        case ("GET", nil): break
        case ("HEAD", _): lines[0] = "curl --head \(shell(request.url))"
        case ("POST", _?): break
        default: lines.append("--request \(shell(request.method))")
        }
        lines += request.headers.map { "--header \(shell("\($0.name): \($0.value)"))" }
        lines += body(request.body)
        return lines.joined(separator: " \\\n  ")
    }

    private static func body(_ body: BodySample?) -> [String] {
        switch body?.content {
        case .form(let fields)?: fields.map { "--data-urlencode \(shell("\($0.name)=\($0.value)"))" }
        case .multipart(let fields)?:
            fields.map { "--form \(shell($0.isFile ? "\($0.name)=@\($0.value)" : "\($0.name)=\($0.value)"))" }
        case .file?: ["--data-binary @file"]
        case nil: []
        default: ["--data \(shell(body?.text ?? ""))"]
        }
    }

    private static let plainBytes = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:/._-".utf8)

    /// Returns a quoted shell word.
    private static func shell(_ text: String) -> String {
        let isPlain = !text.isEmpty && text.utf8.allSatisfy { plainBytes.contains($0) }
        return isPlain ? text : "'" + text.replacing("'", with: "'\\''") + "'"
    }
}
