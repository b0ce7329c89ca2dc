import ConcordDiagnostics
import ConcordOpenAPI
import ConcordYAML
import Foundation

/// The options of a scaffold. They are stored beside the Swift code if only a part of the document was scaffolded, so
/// that a merge uses the same options.
struct ScaffoldOptions: Hashable {
    static let path = ".concord/options.yaml"

    var selection: DocumentSelection

    /// Reads the options of the last scaffold in a folder. Returns `nil` if there was none.
    init?(in folder: String) {
        selection = DocumentSelection()
        guard let bytes = FileManager.default.contents(atPath: folder + "/" + Self.path) else {
            let isScaffolded = FileManager.default.fileExists(atPath: folder + "/" + ScaffoldRecord.path)
            guard isScaffolded else { return nil }
            return
        }
        let node = NodeReader().readYAML(Array(bytes)).node
        for (key, part) in Self.parts {
            selection[keyPath: part] = Set(node?[key]?.sequence?.compactMap(\.string) ?? [])
        }
    }

    init(_ selection: DocumentSelection) {
        self.selection = selection
    }

    private static let parts: [(key: String, part: WritableKeyPath<DocumentSelection, Set<String>> & Sendable)] = [
        ("tag", \.tags), ("path", \.paths), ("operation", \.operations), ("schema", \.schemas),
    ]

    /// Returns the file to write, or `nil` if the options are the default and were not stored before.
    func file(in folder: String) -> OutputFile? {
        if self == Self(in: folder) ?? Self(DocumentSelection()) { return nil }
        var mapping = Mapping()
        for (key, part) in Self.parts where !selection[keyPath: part].isEmpty {
            mapping[key] = .sequence(selection[keyPath: part].sorted().map { .string($0) })
        }
        return OutputFile(path: Self.path, text: Self.comment + Node.mapping(mapping).yaml)
    }

    private static let comment = """
        # The options of `concord scaffold` for this folder. `--merge` uses the same options.

        """

    /// The options as command-line arguments.
    private var arguments: String {
        let words = Self.parts.flatMap { key, part in selection[keyPath: part].sorted().map { "--\(key) '\($0)'" } }
        return words.joined(separator: " ")
    }

    /// Returns the options of a merge: its own if they include all options of the last scaffold, or the last ones if it
    /// has none.
    func merging(
        onto last: ScaffoldOptions?, takesWhole: Bool
    ) -> (options: ScaffoldOptions, diagnostics: [Diagnostic]) {
        guard let last, !takesWhole else { return (self, []) }
        if selection.isEmpty {
            let note = Diagnostic(
                .note, "recorded-options", "\(last.arguments) was scaffolded here, so only this part is merged",
                at: nil,
                help: "use --whole to merge the whole document")
            return (last, last.selection.isEmpty ? [] : [note])
        }
        if last.selection.isEmpty {
            let contradiction = Diagnostic(
                .error, "other-options",
                "the whole document was scaffolded here, not just \(arguments); nothing was written", at: nil,
                help: "omit the options, or choose a different --output")
            return (self, [contradiction])
        }
        let lost = Self.parts.contains { !selection[keyPath: $0.part].isSuperset(of: last.selection[keyPath: $0.part]) }
        guard lost else { return (self, []) }
        let contradiction = Diagnostic(
            .error, "other-options",
            "\(last.arguments) was scaffolded here, but \(arguments) omits it; nothing was written", at: nil,
            help: "omit the options to merge the same part, add the missing ones, or use --whole to merge everything")
        return (self, [contradiction])
    }
}
