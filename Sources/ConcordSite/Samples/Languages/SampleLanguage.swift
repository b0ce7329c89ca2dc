/// A language that requests are written in.
protocol SampleLanguage {
    /// The name of the tab.
    static var name: String { get }
    /// The name by which `x-codeSamples` and readers' choices refer to it.
    static var key: String { get }
    /// Writes a request.
    static func text(_ request: SampleRequest) -> String
}

extension SampleLanguage {
    /// A string literal in double quotes, as C and the languages that follow it write one.
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

    /// The lines of a text, indented.
    static func indented(_ text: String, by spaces: Int) -> String {
        let indent = String(repeating: " ", count: spaces)
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { indent + $0 }.joined(separator: "\n")
    }
}

/// The languages in the order of their tabs.
enum SampleLanguages {
    static let all: [any SampleLanguage.Type] = [
        CurlSample.self, HTTPSample.self, SwiftSample.self, AsyncHTTPClientSample.self, PythonSample.self,
        JavaScriptSample.self, KotlinSample.self,
    ]
}
