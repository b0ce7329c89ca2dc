import ConcordDeclarations
import ConcordMapping
import ConcordOpenAPI
import ConcordOutline
import ConcordSwiftPrinter
import ConcordYAML
import Foundation

// In memory: document -> declarations -> document.
for path in CommandLine.arguments.dropFirst() {
    let bytes = [UInt8](FileManager.default.contents(atPath: path) ?? Data())
    guard let node = NodeReader(file: path).read(bytes).node else { print("unreadable", path); continue }
    let start = Date()
    let (files, problems) = SourceFile.scaffold(Document(node))
    let mid = Date()
    let printer = SwiftPrinter()
    let texts = files.map { ($0.path, printer.print($0)) }
    let end = Date()
    let folder = "/tmp/law/" + URL(filePath: path).deletingLastPathComponent().lastPathComponent
    try? FileManager.default.removeItem(atPath: folder)
    for (name, text) in texts {
        let url = URL(filePath: folder + "/Sources/" + name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: url, atomically: true, encoding: .utf8)
    }
    let (program, _) = Program.scaffold(Document(node))
    let (document, diagnostics) = Document.generate(from: program)
    try? document?.write(as: .yaml).write(toFile: folder + "/back.yaml", atomically: true, encoding: .utf8)
    print(
        path, files.count, "files", mid.timeIntervalSince(start), end.timeIntervalSince(mid), problems.count,
        diagnostics.count)
    for diagnostic in diagnostics.prefix(3) { print("   ", diagnostic.message) }
}
