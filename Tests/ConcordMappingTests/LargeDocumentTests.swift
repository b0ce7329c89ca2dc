import ConcordDeclarations
import ConcordMapping
import ConcordOpenAPI
import ConcordOutline
import Testing

/// Documents with a very large number of one element. A quadratic algorithm would not finish in reasonable time.
@Suite struct LargeDocumentTests {
    private static let count = 10_000

    private func scaffold(schemas: String) throws -> Program {
        let text = "openapi: 3.1.1\ninfo: {title: Large, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n" + schemas
        let document = try #require(Document.read(Array(text.utf8)).document)
        let (program, diagnostics) = Program.scaffold(document)
        #expect(diagnostics.isEmpty)
        return program
    }

    private func lines(_ line: (Int) -> String) -> String {
        (0..<Self.count).map { line($0) + "\n" }.joined()
    }

    private func serializers(_ program: Program) -> [SerializerDeclaration] {
        program.declarations.compactMap { declaration -> SerializerDeclaration? in
            guard case .serializer(let serializer) = declaration else { return nil }
            return serializer
        }
    }

    @Test func `names that differ in signs alone`() throws {
        let program = try scaffold(
            schemas: "    Big:\n      type: object\n      properties:\n"
                + lines { number in
                    let signs = String(number, radix: 2).map { $0 == "0" ? "-" : "." }.joined()
                    return "        '\(signs)a': {type: object, properties: {b: {type: string}}}"
                })
        let names = serializers(program).flatMap(\.properties).map(\.head.name)
        #expect(names.prefix(3) == ["minusA", "a", "a2"])
        #expect(Set(names).count == Self.count)
    }

    @Test func `schemas that hold one another in one circle`() throws {
        let program = try scaffold(
            schemas: lines { number in
                let next = (number + 1) % Self.count
                return "    S\(number): {type: object, required: [next], "
                    + "properties: {next: {$ref: '#/components/schemas/S\(next)'}}}"
            })
        #expect(serializers(program).flatMap(\.properties).filter(\.isIndirect).count == Self.count)
    }

    @Test func `a choice among all schemas`() throws {
        let program = try scaffold(
            schemas: lines { "    S\($0): {type: object, properties: {kind: {type: string}}}" }
                + "    Any:\n      oneOf:\n" + lines { "        - $ref: '#/components/schemas/S\($0)'" })
        let choices = program.declarations.compactMap { declaration -> UnionDeclaration? in
            guard case .union(let union) = declaration else { return nil }
            return union
        }
        #expect(choices.map(\.cases.count) == [Self.count])
    }

    @Test func `defaults that name the cases of one enum`() throws {
        let program = try scaffold(
            schemas: "    Kind:\n      type: string\n      enum:\n" + (0..<5_000).map { "        - v\($0)\n" }.joined()
                + "    Big:\n      type: object\n      properties:\n"
                + lines { "        p\($0): {allOf: [{$ref: '#/components/schemas/Kind'}], default: v\($0 % 5_000)}" })
        let properties = serializers(program).flatMap(\.properties)
        #expect(properties.count == Self.count)
        #expect(properties.last?.initialValue == ConcordOutline.Expression.member(nil, "v4999"))
    }
}
