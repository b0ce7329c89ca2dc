import ConcordGoldens
import Testing

/// Compares results with files.
enum Golden {
    static func expect(_ text: String, toBe path: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        #expect(try GoldenFile(path).difference(from: text) == nil, sourceLocation: sourceLocation)
    }
}
