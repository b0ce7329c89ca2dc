import ConcordOutline
import ConcordSwiftPrinter
import Testing

@Suite struct TypeReadingTests {
    @Test(arguments: [
        ("Int", TypeExpression.named("Int")),
        ("`Type`", .named("Type")),
        ("Pet.ID", .member(.named("Pet"), "ID")),
        ("Pet.`Type`", .member(.named("Pet"), "Type")),
        ("Pet.Type", .metatype(.named("Pet"))),
        ("Nullable<CalendarDate>?", .optional(.named("Nullable", arguments: [.named("CalendarDate")]))),
        ("Page.Item<Pet, [Int]>", .member(.named("Page"), "Item", arguments: [.named("Pet"), .array(.named("Int"))])),
        ("[String: [Int?]]", .dictionary(key: .named("String"), value: .array(.optional(.named("Int"))))),
        ("[any View.Type]", .array(.existential(.metatype(.named("View"))))),
        ("(any View)?", .optional(.existential(.named("View")))),
        ("some View", .opaque(.named("View"))),
        ("any A & B", .existential(.other("A & B"))),
        ("(A & B)?", .optional(.other("A & B"))),
        ("(Int, String)", .tuple([.named("Int"), .named("String")])),
        ("Void", .void),
        ("((Int) -> Void)?", .optional(.other("(Int) -> Void"))),
        ("(a: Int, b: String)", .other("(a: Int, b: String)")),
    ])
    func isRead(text: String, type: TypeExpression) throws {
        #expect(try readType(text) == type)
        #expect(try readType(SwiftPrinter().print(type)) == type)
    }

    @Test(arguments: [
        ("()", TypeExpression.void), ("(Int)", .named("Int")), ("Array<Int>", .array(.named("Int"))),
        ("Optional<Int>", .optional(.named("Int"))),
        ("Dictionary<String, Int>", .dictionary(key: .named("String"), value: .named("Int"))),
    ])
    func isReadInItsShortForm(text: String, type: TypeExpression) throws {
        #expect(try readType(text) == type)
    }
}
