/// A format for diagnostics: for people, for programs, or for GitHub's log.
public enum DiagnosticFormat: String, Sendable, CaseIterable {
    /// Text with excerpts for a terminal.
    case text
    /// JSON for programs.
    case json
    /// Workflow commands of GitHub Actions.
    case github

    /// Returns diagnostics in this format.
    ///
    /// - Parameters:
    ///   - diagnostics: The diagnostics.
    ///   - showingCodes: Whether the text format includes the codes.
    ///   - source: Returns the text of a file, for the excerpt under a message.
    public func write(
        _ diagnostics: [Diagnostic], showingCodes: Bool = false, source: @escaping (String) -> String?
    ) -> String {
        switch self {
        case .text:
            var excerpts = Excerpts(source: source)
            return diagnostics.map { text($0, showingCodes, &excerpts) }.joined()
        case .json: return "[" + diagnostics.map(json).joined(separator: ",\n ") + "]\n"
        case .github: return diagnostics.map(gitHubCommand).joined()
        }
    }

    private func text(_ diagnostic: Diagnostic, _ showingCodes: Bool, _ excerpts: inout Excerpts) -> String {
        let code = showingCodes ? " [\(diagnostic.code)]" : ""
        let message = oneLine(diagnostic.message) + code
        var lines = prefix(diagnostic.position) + "\(diagnostic.severity.rawValue): \(message)\n"
        if let position = diagnostic.position { lines += excerpts.excerpt(at: position) }
        for related in diagnostic.related {
            lines += prefix(related.position) + "note: \(oneLine(related.message))\n"
            lines += excerpts.excerpt(at: related.position)
        }
        if let help = diagnostic.help { lines += "  help: \(oneLine(help))\n" }
        return lines
    }

    private func prefix(_ position: SourcePosition?) -> String {
        position.map { "\($0): " } ?? "concord: "
    }

    private func json(_ diagnostic: Diagnostic) -> String {
        var fields = [
            "\"severity\": \(quoted(diagnostic.severity.rawValue))",
            "\"code\": \(quoted(diagnostic.code))",
            "\"message\": \(quoted(diagnostic.message))",
        ]
        if let position = diagnostic.position { fields.append(jsonPosition(position)) }
        if let help = diagnostic.help { fields.append("\"help\": \(quoted(help))") }
        if !diagnostic.related.isEmpty {
            let related = diagnostic.related.map {
                "{\"message\": \(quoted($0.message)), \(jsonPosition($0.position))}"
            }
            fields.append("\"related\": [\(related.joined(separator: ", "))]")
        }
        return "{" + fields.joined(separator: ", ") + "}"
    }

    private func jsonPosition(_ position: SourcePosition) -> String {
        "\"file\": \(quoted(position.file)), \"line\": \(position.line), \"column\": \(position.column)"
    }

    /// Returns a GitHub workflow command, in which `%` and line endings are escaped.
    private func gitHubCommand(_ diagnostic: Diagnostic) -> String {
        let command = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
        var properties = " title=\(escapedForGitHub(diagnostic.code, alsoSeparators: true))"
        if let position = diagnostic.position {
            let file = escapedForGitHub(position.file, alsoSeparators: true)
            properties = " file=\(file),line=\(position.line),col=\(position.column)," + properties.dropFirst()
        }
        let message = diagnostic.message + (diagnostic.help.map { "\n\($0)" } ?? "")
        return "::\(command)\(properties)::\(escapedForGitHub(message, alsoSeparators: false))\n"
    }

    private func escapedForGitHub(_ text: String, alsoSeparators: Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            case ":" where alsoSeparators: result += "%3A"
            case "," where alsoSeparators: result += "%2C"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private func oneLine(_ text: String) -> String { String(visible: text) }

    private func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
