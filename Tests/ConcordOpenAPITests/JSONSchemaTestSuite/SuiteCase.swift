import ConcordYAML
import Foundation

/// A schema of the JSON Schema Test Suite, with the instances that it accepts and refuses.
struct SuiteCase {
    /// An instance and whether the schema accepts it.
    struct Instance {
        var description: String
        var value: Node
        var isValid: Bool
    }

    /// The path of the file in the suite, without its extension: `optional/format/date`.
    var file: String
    var description: String
    var schema: Node
    var instances: [Instance]
}

/// The files of the JSON Schema Test Suite for draft 2020-12.
enum Suite {
    static let folder = FixtureFolder.path + "/JSONSchemaTestSuite"
    private static let tests = folder + "/tests/draft2020-12"

    /// The paths of the files, without their extension, those of required cases first.
    static func files() throws -> [String] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: tests).filter { $0.hasSuffix(".json") }
        return names.map { String($0.dropLast(5)) }.sorted {
            let depths = ($0.split(separator: "/").count, $1.split(separator: "/").count)
            return depths.0 == depths.1 ? $0 < $1 : depths.0 < depths.1
        }
    }

    /// The cases of a file.
    static func cases(in file: String) throws -> [SuiteCase] {
        try read("\(tests)/\(file).json").sequence.orEmpty.map { group in
            SuiteCase(
                file: file, description: group["description"]?.string ?? "", schema: group["schema"] ?? .null,
                instances: group["tests"]?.sequence.orEmpty.map {
                    SuiteCase.Instance(
                        description: $0["description"]?.string ?? "", value: $0["data"] ?? .null,
                        isValid: $0["valid"]?.bool == true)
                } ?? [])
        }
    }

    private static func read(_ path: String) throws -> Node {
        let bytes = Array(try Data(contentsOf: URL(filePath: path)))
        guard let node = NodeReader(file: path).read(bytes).node else { throw CocoaError(.fileReadCorruptFile) }
        return node
    }
}

extension [Node]? {
    fileprivate var orEmpty: [Node] { self ?? [] }
}
