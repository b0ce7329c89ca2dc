import ConcordOpenAPI
import ConcordYAML
import Testing

/// The verdict of `validate` on an instance.
enum SuiteVerdict: String {
    case accepted, refused, undecided
}

extension SuiteCase {
    /// Validates each instance against the schema, as examples of a response in a document.
    ///
    /// - Parameter assertsFormats: Whether a string that doesn't match its `format` is also refused.
    /// - Throws: An error of Foundation if the files can't be written, or an issue if the document can't be read.
    func verdicts(assertingFormats assertsFormats: Bool) throws -> [SuiteVerdict] {
        let (text, lines) = document
        let document = try #require(Document.read(Array(text.utf8)).document)
        let findings = document.validate()
        return lines.map { lines in
            let codes = findings.filter { lines.contains($0.position?.line ?? 0) }.map(\.code)
            let refusals = assertsFormats ? ["example-rejected", "example-of-another-format"] : ["example-rejected"]
            if codes.contains(where: refusals.contains) { return .refused }
            return codes.contains("undecided-example") ? .undecided : .accepted
        }
    }

    /// The schema as a separate resource, so `#` is its root and not the document's.
    private var resource: Node {
        guard var mapping = schema.mapping, mapping["$id"] == nil else { return schema }
        mapping.entries.insert(Mapping.Entry("$id", .string("https://suite.example/schema")), at: 0)
        return .mapping(mapping)
    }

    /// A document with the instances as examples, and the lines of each instance.
    private var document: (text: String, lines: [ClosedRange<Int>]) {
        var text = """
            {"openapi": "3.1.1", "info": {"title": "Suite", "version": "1"}, "paths": {},
            "components": {"responses": {"Case": {"description": "", "content": {"application/json": {
            "schema": \(resource.json), "examples": {

            """
        var lines: [ClosedRange<Int>] = []
        for (index, instance) in instances.enumerated() {
            let first = text.utf8.count { $0 == 0x0A } + 1
            text +=
                "\"\(index)\": {\"value\": \(instance.value.json.dropLast())}\(index + 1 < instances.count ? "," : "")\n"
            lines.append(first...(text.utf8.count { $0 == 0x0A }))
        }
        return (text + "}}}}}}}\n", lines)
    }
}
