/// A language for sample requests.
protocol SampleLanguage {
    /// The name of the tab.
    static var name: String { get }
    /// The key of the language in `x-codeSamples` and in the saved choice of the reader.
    static var key: String { get }
    /// Writes a request.
    static func text(_ request: SampleRequest) -> String
}

extension SampleLanguage {
    /// Returns a string literal in double quotes with C escapes.
    static func quoted(_ text: String, dollar: String = "$") -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "$": result += dollar
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// Returns text with indented lines.
    static func indented(_ text: String, by spaces: Int) -> String {
        let indent = String(repeating: " ", count: spaces)
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { indent + $0 }.joined(separator: "\n")
    }
}

/// The languages in the order of their tabs.
enum SampleLanguages {
    /// Returns the languages of samples on a page. In Markdown, the samples of all languages would follow each other, so there is one.
    static func all(on format: SiteFormat) -> [any SampleLanguage.Type] {
        switch format {
        case .html: all
        case .markdown: [CurlSample.self]
        }
    }

    private static let all: [any SampleLanguage.Type] = [
        CurlSample.self, HTTPSample.self, SwiftSample.self, AsyncHTTPClientSample.self, PythonSample.self,
        JavaScriptSample.self, KotlinSample.self,
    ]
}
