import Foundation
import SwiftParser
import SwiftSyntax

/// Parses all Swift files in a folder and discards the trees, which is the lower bound for reading Swift code.
///
///     SwiftParserFloor FOLDER
@main
enum Main {
    static func main() throws {
        guard let folder = CommandLine.arguments.dropFirst().first else {
            throw Usage()
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }
            .sorted()
        var bytes = 0
        for name in names {
            let text = try Data(contentsOf: URL(filePath: folder).appending(path: name))
            let tree = text.withUnsafeBytes { Parser.parse(source: $0.bindMemory(to: UInt8.self)) }
            bytes += tree.totalLength.utf8Length
        }
        print("\(names.count) files, \(bytes) bytes")
    }

    struct Usage: Error, CustomStringConvertible {
        var description: String { "SwiftParserFloor FOLDER" }
    }
}
