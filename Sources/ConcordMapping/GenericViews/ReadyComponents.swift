import ConcordDeclarations
import ConcordOutline

/// The components that an app can use without declaring them. They are in the document only if something uses them.
///
/// They are ordinary declarations, with names that no Swift type can have.
enum ReadyComponents {
    /// The body of the error responses of generic views.
    static let problem = TypeExpression.named("$Problem")
    /// The component name of the problem, unless the program has another component with that name.
    static let problemName = "Problem"

    /// Returns the envelope of page-number and limit-offset pagination.
    static func page(of item: TypeExpression) -> TypeExpression { .named("$Paginated", arguments: [item]) }

    /// Returns the envelope of cursor pagination, which has no count.
    static func cursorPage(of item: TypeExpression) -> TypeExpression { .named("$CursorPaginated", arguments: [item]) }

    /// Returns all built-in components. The problem has another name if the program declares a component `Problem`.
    static func declarations(beside program: Program) -> [TypeDeclaration] {
        let isTaken = program.declarations.contains { $0.section == "schemas" && $0.componentWireName == problemName }
        return [
            .serializer(problem(named: isTaken ? "ProblemDetails" : problemName)),
            .serializer(envelope("$Paginated", "Paginated*List", isCounting: true)),
            .serializer(envelope("$CursorPaginated", "CursorPaginated*List", isCounting: false)),
        ]
    }

    private static func problem(named name: String) -> SerializerDeclaration {
        SerializerDeclaration(
            DeclarationHead(
                "$Problem", wireName: name, documentation: "An error, in the form of RFC 9457."),
            properties: [
                property("type", .optional(.named("String")), "A URI that identifies the kind of problem."),
                property("title", .named("String"), "A short summary of the kind of problem."),
                property("status", .named("Int"), "The HTTP status."),
                property("detail", .optional(.named("String")), "An explanation of this occurrence of the problem."),
                property(
                    "instance", .optional(.named("String")), "A URI that identifies this occurrence of the problem."),
                property(
                    "errors", .optional(.array(.named("Issue"))),
                    "The errors in the request, one for each invalid value."),
            ],
            nested: [.serializer(issue)])
    }

    private static let issue = SerializerDeclaration(
        DeclarationHead("Issue"),
        properties: [
            property("in", .named("Location"), "The part of the request that contains the value."),
            property("name", .optional(.named("String")), "The parameter's name."),
            property(
                "pointer", .optional(.named("String")), "The location within the value, as a JSON Pointer (RFC 6901)."),
            property(
                "keyword", .optional(.named("String")), "The JSON Schema keyword that the value violates."),
            property("message", .named("String"), "A description of the error."),
        ],
        nested: [
            .enumeration(
                EnumDeclaration(
                    DeclarationHead("Location"), rawType: .named("String"),
                    cases: ["path", "query", "header", "cookie", "body"].map { .init($0, .string($0)) }))
        ])

    private static func envelope(_ name: String, _ wireName: String, isCounting: Bool) -> SerializerDeclaration {
        let link = TypeExpression.named("Nullable", arguments: [.named("URL")])
        let count = property("count", .named("Int"), "The number of results on all pages.")
        var serializer = SerializerDeclaration(
            DeclarationHead(name, wireName: wireName),
            properties: (isCounting ? [count] : []) + [
                property("next", link, "The URL of the next page, or null on the last page."),
                property("previous", link, "The URL of the previous page, or null on the first page."),
                property("results", .array(.named("Item"))),
            ])
        serializer.genericParameters = ["Item"]
        return serializer
    }

    private static func property(_ name: String, _ type: TypeExpression, _ comment: String? = nil)
        -> PropertyDeclaration
    {
        PropertyDeclaration(DeclarationHead(name, documentation: comment), type: type)
    }
}

extension Generator {
    /// Returns the body of error responses. It is the program's own component `Problem` if that equals the built-in
    /// one.
    mutating func problem() -> TypeExpression {
        if let known = cache.problemType { return known }
        let type = ownProblem ?? ReadyComponents.problem
        cache.problemType = type
        return type
    }

    private var ownProblem: TypeExpression? {
        guard let own = symbols.component(ReadyComponents.problemName),
            let ready = symbols.resolve(ReadyComponents.problem, in: [])
        else { return nil }
        var trial = self
        let schemas = [own, ready].map { trial.declaredSchema($0.declaration, scope: $0.path) }
        return schemas[0] == schemas[1] ? TypeExpression(path: own.path) : nil
    }
}
