import ConcordDiagnostics
import ConcordMapping
import ConcordMerging
import ConcordOutline
import ConcordSwiftReader
import Foundation

/// The Swift code in a folder that was scaffolded and has been changed since.
struct ScaffoldedCode {
    private let output: String
    /// The folder of the sources: the package's `Sources`, or the output folder itself.
    private let folder: String
    private let files: [LocatedFile]
    /// The errors that prevent the code from being read.
    let diagnostics: [Diagnostic]

    /// Reads the Swift code in an output folder.
    init(in output: String) {
        let output = output.count > 1 && output.hasSuffix("/") ? String(output.dropLast()) : output
        self.output = output
        let isPackage = FileManager.default.fileExists(atPath: output + "/Package.swift")
        folder = isPackage ? output + "/Sources" : output
        guard FileManager.default.fileExists(atPath: folder) else {
            (files, diagnostics) = ([], [])
            return
        }
        let sources = SwiftSources([folder])
        let readings = SwiftReader().locate(sources.files.map { .init(path: $0.path, bytes: $0.contents) })
        files = readings.map(\.file)
        let problems = sources.diagnostics.filter { $0.code != "no-sources" }
        diagnostics = problems + readings.flatMap(\.diagnostics).filter { $0.severity == .error }
    }

    var isEmpty: Bool { files.isEmpty && diagnostics.isEmpty }

    /// Returns a style that keeps the longer forms in the code.
    func style(from style: ScaffoldStyle) -> ScaffoldStyle {
        var style = style
        let outlines = files.flatMap(\.declarations).flatMap(\.outlines)
        style.plainSchemas.formUnion(outlines.compactMap(\.plainSchema))
        return style
    }

    /// Returns the files to write so that the code matches a document, and diagnostics with positions in the document
    /// for unresolved conflicts.
    func merging(
        _ document: [SourceFile], recorded: [SourceFile]?, places: DocumentPlaces
    ) -> (files: [OutputFile]?, diagnostics: [Diagnostic]) {
        let merge = ScaffoldMerge(
            recorded: recorded, document: document, code: files, folder: folder + "/", locating: places.position)
        let result = merge.merge()
        let sources = result.files.map { SwiftReader.Source(path: $0.path, bytes: $0.bytes) }
        for (file, reading) in zip(result.files, SwiftReader().read(sources)) where reading.diagnostics.containsError {
            let problem = Diagnostic(
                .error, "merge-failed", "'\(file.path)' would no longer be valid Swift; nothing was written", at: nil,
                help: "this is a bug in Concord; please report it")
            return (nil, result.diagnostics + [problem])
        }
        let files = result.files.map { file in
            OutputFile(path: String(file.path.dropFirst(output.count + 1)), contents: file.bytes)
        }
        return (files, result.diagnostics)
    }
}

extension Declaration {
    /// The name of the component if the declaration is a serializer without a model.
    fileprivate var plainSchema: String? {
        guard case .structure(let body) = kind, let attribute = attributes.first(where: { $0.name == "Serializer" }),
            attribute.arguments?.contains(where: { $0.label == "of" }) != true
        else { return nil }
        if case .string(let name)? = attribute.arguments?.first(where: { $0.label == nil })?.value { return name }
        return body.name
    }
}
