import ConcordDiagnostics
import ConcordOutline
import ConcordSwiftReader
import Testing

@Suite struct DeclarationReadingTests {
    @Test func eachNameOfALineIsAVariable() {
        let declarations = read("@Field public var a, b: Int, c = 1")
        #expect(
            declarations == [
                Declaration(
                    attributes: [Attribute("Field")], modifiers: ["public"],
                    .variable(Variable("a", type: .named("Int")))),
                Declaration(
                    attributes: [Attribute("Field")], modifiers: ["public"],
                    .variable(Variable("b", type: .named("Int")))),
                Declaration(
                    attributes: [Attribute("Field")], modifiers: ["public"],
                    .variable(Variable("c", initialValue: .number("1")))),
            ])
    }

    @Test func attributesAreReadWithoutTheirModule() {
        let declarations = read("@Concord.Field() @available(macOS 15, *) @Wrapper<Int> private(set) var a: Int")
        #expect(
            declarations.first?.attributes == [
                Attribute("Field", []), Attribute("available", [Argument(nil, .dynamic("macOS 15, *"))]),
                Attribute("Wrapper<Int>"),
            ])
        #expect(declarations.first?.modifiers == ["private(set)"])
    }

    @Test(arguments: [
        ("{}", ""), ("{ a }", "a"), ("{\n        a\n          b\n\n        c\n    }", "a\n  b\n\nc"),
        ("{\n\n    a\n\n}", "a"), ("{ a\n      b\n        c }", "a\nb\n  c"), ("{\r\n\ta\r\n\t\tb\r\n}", "a\n\tb"),
        ("{\n    // }\n    \"}\"\n}", "// }\n\"}\""),
    ])
    func aBodyIsItsTextWithoutItsIndentation(braces: String, body: String) {
        guard case .function(let function)? = read("    func f() \(braces)").first?.kind else {
            return #expect(Bool(false))
        }
        #expect(function.body == body)
    }

    @Test func functionsSayAllOfTheirSignature() {
        let declarations = read(
            "func f<T, U: P>(_ a: T, for b: U..., `in`: Int = 1) async throws(E) -> [T] where T: Q, U == Int")
        let function = Function(
            "f", genericParameters: ["T", "U: P"],
            parameters: [
                .init(label: "_", "a", type: .named("T")), .init(label: "for", "b", type: .other("U...")),
                .init("in", type: .named("Int"), defaultValue: .number("1")),
            ],
            isAsync: true, isThrowing: true, thrownType: .named("E"), result: .array(.named("T")),
            requirements: "T: Q, U == Int")
        #expect(declarations == [Declaration(.function(function))])
        #expect(read("func f() -> Void {}") == read("func f() {}"))
    }

    @Test func theRestIsTextFromItsKeywordOn() {
        let declarations = read(
            "/// Makes one.\n@inlinable public init(a: Int) {\n    self.a = a\n}\nlet (a, b) = c\n@testable import A\n#Preview {}"
        )
        #expect(
            declarations == [
                Declaration(
                    documentation: "Makes one.", attributes: [Attribute("inlinable")], modifiers: ["public"],
                    .other("init(a: Int) {\n    self.a = a\n}")),
                Declaration(.other("let (a, b) = c")),
                Declaration(attributes: [Attribute("testable")], .other("import A")),
                Declaration(.other("#Preview {}")),
            ])
    }

    @Test func importsAreTold() {
        let file = SwiftReader().read(
            "import A\nimport struct B.C\n#if canImport(Foundation)\nimport D\n#endif", path: ""
        ).file
        #expect(file.imports == ["A", "struct B.C", "D"])
    }

    @Test func everythingKnowsItsPlace() throws {
        let text =
            "struct é {\r\n    @Field(a: 1) var x, größe: Int\r    func f(_ y: Int) {}\n    case a(Int), b = 1\n}"
        let type = try #require(read(text).first)
        let members = try #require(type.members)
        #expect(place(type.mark) == "1:8")
        #expect(place(members[0].attributes[0].mark) == "2:5")
        #expect(place(members[0].attributes[0].arguments?[0].mark) == "2:12")
        #expect(members.map { place($0.mark) } == ["2:22", "2:25", "3:10", "4:10"])
        guard case .function(let function) = members[2].kind else { return #expect(Bool(false)) }
        #expect(place(function.parameters[0].mark) == "3:14")
        guard case .enumCase(let elements) = members[3].kind else { return #expect(Bool(false)) }
        #expect(elements.map { place($0.mark) } == ["4:10", "4:18"])
    }

    private func place(_ mark: SourceMark?) -> String? { mark?.position.map { "\($0.line):\($0.column)" } }
}
