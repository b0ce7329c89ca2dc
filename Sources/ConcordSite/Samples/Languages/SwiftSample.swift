/// Swift with `URLSession`.
enum SwiftSample: SampleLanguage {
    static let name = "Swift"
    static let key = "swift"

    static func text(_ request: SampleRequest) -> String {
        var lines = ["import Foundation", "", "var request = URLRequest(url: URL(string: \(quoted(request.url)))!)"]
        if request.method != "GET" { lines.append("request.httpMethod = \(quoted(request.method))") }
        let body = SwiftBody(request)
        lines += body.headers.map {
            "request.setValue(\(quoted($0.value)), forHTTPHeaderField: \(quoted($0.name)))"
        }
        if let expression = body.expression { lines.append("request.httpBody = \(expression)") }
        lines += [
            "", "let (data, response) = try await URLSession.shared.data(for: request)",
            "print((response as! HTTPURLResponse).statusCode)", "print(String(decoding: data, as: UTF8.self))",
        ]
        return lines.joined(separator: "\n")
    }
}

/// Swift with AsyncHTTPClient.
enum AsyncHTTPClientSample: SampleLanguage {
    static let name = "AsyncHTTPClient"
    static let key = "swift-asynchttpclient"

    static func text(_ request: SampleRequest) -> String {
        var lines = [
            "import AsyncHTTPClient", "import Foundation", "",
            "var request = HTTPClientRequest(url: \(quoted(request.url)))",
        ]
        if request.method != "GET" { lines.append("request.method = .\(method(request.method))") }
        let body = SwiftBody(request)
        lines += body.headers.map {
            "request.headers.add(name: \(quoted($0.name)), value: \(quoted($0.value)))"
        }
        if let expression = body.expression { lines.append("request.body = .bytes(\(expression))") }
        lines += [
            "", "let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))",
            "let body = try await response.body.collect(upTo: 1024 * 1024)", "print(response.status)",
            "print(String(buffer: body))",
        ]
        return lines.joined(separator: "\n")
    }

    private static func method(_ method: String) -> String {
        ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE"].contains(method)
            ? method : "RAW(value: \(quoted(method)))"
    }
}

/// The headers and body of a request in Swift.
private struct SwiftBody {
    private(set) var headers: [(name: String, value: String)]
    private(set) var expression: String?

    init(_ request: SampleRequest) {
        headers = request.headers
        switch request.body?.content {
        case nil: break
        case .file?: expression = "try Data(contentsOf: URL(filePath: \"file\"))"
        case .multipart(let fields)?:
            headers.append(("Content-Type", MultipartText.contentType))
            let text = MultipartText(fields, file: "…", lineEnd: "\r\n").text + "\r\n"
            expression = "Data(\(SwiftSample.quoted(text)).utf8)"
        default: expression = "Data(\(Self.literal(request.body?.text ?? "")).utf8)"
        }
    }

    /// Returns a raw string literal, multiline if the text has several lines.
    private static func literal(_ text: String) -> String {
        var marks = "#"
        while text.contains("\"" + marks) || text.contains("\\" + marks) { marks += "#" }
        guard text.contains("\n") else { return "\(marks)\"\(text)\"\(marks)" }
        return "\(marks)\"\"\"\n\(SwiftSample.indented(text, by: 4))\n    \"\"\"\(marks)"
    }
}
