import ConcordGoldens
import Foundation
import Testing

/// A file in the folder `Fixtures`. The files end in `.txt` so that they aren't compiled.
struct Fixture: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String

    var testDescription: String { name }

    static func all(in folder: String) throws -> [Fixture] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(folder)")
        return try fixtureNames(in: folder.path, endingWith: ".swift.txt").map { name in
            let file = folder.appending(path: name + ".swift.txt")
            return Fixture(name: name + ".swift.txt", text: try String(contentsOf: file, encoding: .utf8))
        }
    }
}
