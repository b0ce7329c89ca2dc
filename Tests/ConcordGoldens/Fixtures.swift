import Foundation

/// The names in a folder of test inputs.
///
/// - Parameters:
///   - folder: The folder's path.
///   - input: How the names of inputs end. The names are returned without it.
///   - golden: How the names of expected results end, if they stand beside their inputs.
///   - others: Inputs that have an expected result but no file.
/// - Returns: The names of the inputs in alphabetical order, and then `others`.
/// - Throws: ``FixtureError`` if the folder holds no input, or an expected result without its input.
package func fixtureNames(
    in folder: String, endingWith input: String = "", golden: String? = nil, others: [String] = []
) throws -> [String] {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }.sorted()
    let names = files.filter { $0.hasSuffix(input) }.map { String($0.dropLast(input.count)) }
    guard !names.isEmpty else { throw FixtureError.noInput(folder: folder) }
    if let golden {
        let known = Set(names + others)
        for file in files where file.hasSuffix(golden) && !known.contains(String(file.dropLast(golden.count))) {
            throw FixtureError.staleResult(file: "\(folder)/\(file)")
        }
    }
    return names + others
}

/// The real documents at hand: those of `specs/`, and of the folder that the environment variable `CONCORD_CORPUS` names.
///
/// - Returns: Each `openapi.yaml` or `openapi.json`, by folder.
/// - Throws: ``FixtureError`` if one of the two folders is empty.
///
/// - Parameter limit: The size from which on a document is left out, in bytes.
package func corpusDocuments(under limit: Int = .max) throws -> [URL] {
    let specs = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../specs").standardized
    let corpus = ProcessInfo.processInfo.environment["CONCORD_CORPUS"].map { URL(filePath: $0) }
    return try [specs, corpus].compactMap(\.self).flatMap { folder in
        try fixtureNames(in: folder.path).flatMap { name in
            ["openapi.yaml", "openapi.json"].map { folder.appending(path: "\(name)/\($0)") }
        }
    }.filter { document in
        let attributes = try? FileManager.default.attributesOfItem(atPath: document.path)
        return (attributes?[.size] as? Int).map { $0 < limit } ?? false
    }
}

/// What makes a folder of test inputs useless.
package enum FixtureError: Error {
    /// A test over the folder would pass without testing anything.
    case noInput(folder: String)
    /// The input of an expected result is gone.
    case staleResult(file: String)
}
