import ConcordGoldens
import Testing

/// Compares results with files.
enum Golden {
    static func expect(_ text: String, toBe path: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let difference = try GoldenFile(path).difference(from: text)
        #expect(difference == nil, sourceLocation: sourceLocation)
    }
}
