import ConcordDeclarations
import ConcordMapping
import ConcordOpenAPI
import ConcordOutline
import ConcordSwiftPrinter
import ConcordSwiftReader
import ConcordYAML
import Foundation

/// The result of converting a document to Swift code and back.
struct RoundTrip {
    /// The name of the folder or file.
    let name: String
    let version: String
    let nodes: Int
    let difference: DocumentDifference
    let fragments: FragmentCensus
    let swift: [(path: String, text: String)]
    let yamlLines: Int
    /// The diagnostics for the Swift code, and the differences between the documents.
    let complaints: [String]

    /// Converts a document, or returns `nil` if the file is no OpenAPI 3 document.
    init?(of path: String) {
        guard let data = FileManager.default.contents(atPath: path),
            let node = NodeReader(file: path).read([UInt8](data)).node, node["openapi"]?.string != nil
        else { return nil }
        let document = Document(node)
        name = Self.name(of: path)
        version = document.versionText ?? ""
        nodes = node.nodeCount
        yamlLines = Self.lineCount(document.write(as: .yaml))

        let files = SourceFile.scaffold(document).files
        let texts = files.map { (path: $0.path, text: SwiftPrinter().print($0)) }
        swift = texts
        let readings = texts.map { SwiftReader().read($0.text, path: $0.path) }
        let (program, problems) = Program.read(readings.map(\.file))
        let (back, faults) = Document.generate(from: program)
        difference = DocumentDifference(from: document, to: back ?? Document())
        fragments = FragmentCensus(of: readings.map(\.file), in: node)
        let diagnostics = readings.flatMap(\.diagnostics) + problems + faults
        complaints =
            diagnostics.map { ($0.position.map { "\($0): " } ?? "") + $0.message }
            + difference.findings.map(\.description)
    }

    var swiftLines: Int { swift.reduce(0) { $0 + Self.lineCount($1.text) } }

    /// Writes the Swift code into a folder with the document's name.
    func writeSwift(to folder: String) throws {
        let root = URL(filePath: folder).appending(path: name)
        try? FileManager.default.removeItem(at: root)
        for (path, text) in swift {
            let file = root.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
    }

    private static func name(of path: String) -> String {
        let file = URL(filePath: path)
        let stem = file.deletingPathExtension().lastPathComponent
        return stem == "openapi" ? file.deletingLastPathComponent().lastPathComponent : stem
    }

    private static func lineCount(_ text: String) -> Int {
        text.utf8.count { $0 == UInt8(ascii: "\n") }
    }
}
