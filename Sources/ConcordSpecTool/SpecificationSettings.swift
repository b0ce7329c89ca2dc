import ConcordDiagnostics
import ConcordYAML
import Foundation

/// The settings of a target with a document, in `concord.yaml`:
///
///     name: MuseumAPI
///     operations: required
struct SpecificationSettings {
    /// The name of the API's type.
    var name: String?
    /// The treatment of operations that the app doesn't implement.
    var operations = Operations.optional

    enum Operations: String, CaseIterable {
        /// The operation responds with status 501.
        case optional
        /// The app doesn't compile.
        case required
    }

    /// Creates the default settings of a target.
    init(target: String? = nil) {
        name = target.map { $0.hasSuffix("API") ? $0 : $0 + "API" }
    }

    /// Reads `concord.yaml`, and reports its errors.
    init(path: String, target: String?, _ diagnostics: inout [Diagnostic]) {
        self.init(target: target)
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        do {
            let root = try Node(yaml: text, file: path)
            for entry in root.mapping?.entries ?? [] { read(entry, path, &diagnostics) }
        } catch {
            diagnostics += error.diagnostics
        }
    }

    private mutating func read(_ entry: Mapping.Entry, _ path: String, _ diagnostics: inout [Diagnostic]) {
        var problem: (message: String, help: String)?
        switch (entry.key, entry.value.string) {
        case ("name", let text?) where Self.isTypeName(text): name = text
        case ("name", _): problem = ("'name' must be the name of a Swift type", "write 'name: MuseumAPI'")
        case ("operations", let text):
            if let value = text.flatMap(Operations.init(rawValue:)) {
                operations = value
            } else {
                problem = ("'operations' must be one of: optional, required", "write 'operations: required'")
            }
        default: problem = ("'\(entry.key)' is not a setting", "the settings are 'name' and 'operations'")
        }
        guard let problem else { return }
        let position = SourcePosition(
            file: path, line: Int(entry.keyPosition.line), column: Int(entry.keyPosition.column))
        diagnostics.append(Diagnostic(.error, "bad-settings", problem.message, at: position, help: problem.help))
    }

    private static func isTypeName(_ text: String) -> Bool {
        text.first?.isUppercase == true && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    }
}
