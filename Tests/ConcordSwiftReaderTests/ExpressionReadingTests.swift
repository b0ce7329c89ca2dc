import ConcordOutline
import ConcordSwiftPrinter
import Testing

@Suite struct ExpressionReadingTests {
    @Test(arguments: [
        ("nil", Expression.null),
        ("true", .boolean(true)),
        ("-1", .number("-1")),
        ("1_000_000", .number("1000000")),
        ("0x1F", .number("0x1F")),
        ("1.50e-3", .number("1.50e-3")),
        ("[1, [:], []]", .array([.number("1"), .dictionary([]), .array([])])),
        ("[\"a\": nil,]", .dictionary([.init(.string("a"), .null)])),
        (".json", .member(nil, "json")),
        (".`init`", .member(nil, "init")),
        ("Style.form", .member(.reference("Style"), "form")),
        ("`default`", .reference("default")),
        ("(limit)", .reference("limit")),
        ("Pet.self", .type(.named("Pet"))),
        ("Pet.Status.self", .type(.member(.named("Pet"), "Status"))),
        ("Pet.`Type`.self", .type(.member(.named("Pet"), "Type"))),
        ("[Pet?].self", .type(.array(.optional(.named("Pet"))))),
        ("[String: Int].self", .type(.dictionary(key: .named("String"), value: .named("Int")))),
        ("Page<Pet, Int?>.self", .type(.named("Page", arguments: [.named("Pet"), .optional(.named("Int"))]))),
        ("(any View.Type).self", .type(.existential(.metatype(.named("View"))))),
        ("Void.self", .type(.void)),
        (
            "Page<Pet>(size: 3)",
            .call(.type(.named("Page", arguments: [.named("Pet")])), [Argument("size", .number("3"))])
        ),
        ("[Int]()", .call(.type(.array(.named("Int"))), [])),
        ("Station.objects.all()", .call(.member(.member(.reference("Station"), "objects"), "all"), [])),
        (".range(\"4XX\")", .call(.member(nil, "range"), [Argument(nil, .string("4XX"))])),
        (#"\.name"#, .keyPath(root: nil, ["name"])),
        (#"\Pet.owner.name"#, .keyPath(root: .named("Pet"), ["owner", "name"])),
        (#"\.self"#, .keyPath(root: nil, ["self"])),
        ("5.minutes", .member(.number("5"), "minutes")),
        ("(-5).minutes", .member(.number("-5"), "minutes")),
    ])
    func isRead(text: String, expression: Expression) throws {
        #expect(try readExpression(text) == expression)
        // The printed expression is read back, too.
        #expect(try readExpression(SwiftPrinter().print(expression)) == expression)
    }

    @Test(arguments: [
        "a ? b : c", "try f()", "{ $0 }", "f { 1 }", "a!", "a?.b", "a[0]", "#file", "\\.a?.b", "\\.[0]", "f(a:)",
        "1 + 2",
        "a as Int", "if a { 1 } else { 2 }", "(a, b)",
    ])
    func isItsTextWhereOnlyTheProgramKnows(text: String) throws {
        #expect(try readExpression(text) == .dynamic(text))
    }

    @Test func itsTextKeepsItsShapeWhereverItStands() throws {
        let text = "struct A {\n    var x = f {\n        a\n\n          b\n    }\n}\n"
        guard case .variable(let variable)? = read(text).first?.members?.first?.kind else {
            return #expect(Bool(false))
        }
        #expect(variable.initialValue == .dynamic("f {\n    a\n\n      b\n}"))
        #expect(SwiftPrinter().print(read(text)) == text)
    }

    @Test func whatIsNestedTooDeeplyIsText() throws {
        let text = String(repeating: "[\"a\": ", count: 150) + "1" + String(repeating: "]", count: 150)
        var expression = try readExpression(text)
        var depth = 0
        while case .dictionary(let elements) = expression, let element = elements.first {
            (expression, depth) = (element.value, depth + 1)
        }
        #expect(depth == 100)
        guard case .dynamic = expression else { return #expect(Bool(false)) }
    }
}
