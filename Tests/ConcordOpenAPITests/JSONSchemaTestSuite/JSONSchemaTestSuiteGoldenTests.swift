import ConcordGoldens
import Foundation
import Testing

/// The evaluator behind `validate` against the official test suite of JSON Schema.
@Suite struct JSONSchemaTestSuiteGoldenTests {
    /// The reasons why cases of a file don't pass.
    private static let reasons = [
        "defs": remote, "dynamicRef": remote, "ref": remote, "refRemote": remote,
        "vocabulary": """
        `validate` knows the dialects 2020-12 and OpenAPI. It does not read the meta-schema of another one, so the \
        verdict is open.
        """,
        "optional/cross-draft": "Draft 2019-09 is another dialect: the verdict is open.",
        "optional/format-assertion": "The meta-schemas are those of other dialects: the verdict is open.",
    ]

    private static let remote = "`validate` does not fetch URLs: the verdict is open."

    @Test func `the page of conformance has the results`() throws {
        var table = ConformanceTable(reasons: Self.reasons)
        for file in try Suite.files() {
            let isOfFormats = file.hasPrefix("optional/format/")
            for suiteCase in try Suite.cases(in: file) {
                let verdicts = try suiteCase.verdicts(assertingFormats: isOfFormats)
                for (instance, verdict) in zip(suiteCase.instances, verdicts) {
                    let isPassed = verdict == (instance.isValid ? .accepted : .refused)
                    table.add(
                        file: file, "\(suiteCase.description): \(instance.description): \(verdict)", isPassed: isPassed)
                }
            }
        }
        #expect(table.problems == [])
        #expect(try table.section("validate").difference() == nil)
    }
}
