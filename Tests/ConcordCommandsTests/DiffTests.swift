import ConcordCommands
import Testing

struct DiffTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let text = "openapi: 3.1.0\ninfo: {title: Pets, version: '1'}\npaths: {/pets: {get: {responses: {}}}}\n"
        try folder.write(text, to: "old.yaml")
        try folder.write(text.replacing("Pets", with: "Cats"), to: "words.yaml")
        try folder.write(text.replacing("get", with: "put"), to: "broken.yaml")
    }

    private func diff(_ name: String, failOn: Diff.Failure?) -> Outcome {
        Diff(old: folder.path + "/old.yaml", new: folder.path + "/" + name, failOn: failOn).run()
    }

    @Test(arguments: [Diff.Failure.breaking, .any, nil]) func isFineWhereNothingChanged(failOn: Diff.Failure?) {
        let outcome = diff("old.yaml", failOn: failOn)
        #expect(outcome.status == .fine)
        #expect(String(decoding: outcome.output, as: UTF8.self) == "no changes\n")
    }

    @Test func failsOnWhatItIsAskedToFailOn() {
        #expect(diff("words.yaml", failOn: .breaking).status == .fine)
        #expect(diff("words.yaml", failOn: .any).status == .found)
        #expect(diff("broken.yaml", failOn: .breaking).status == .found)
        #expect(diff("broken.yaml", failOn: nil).status == .fine)
        #expect(diff("absent.yaml", failOn: nil).status == .unusable)
    }
}
