import ConcordOutline

/// A generator of random outlines, which are the same for the same seed: every kind of declaration, expression, and
/// type, with unusual names and strings. Swift code can state each in only one way, so reading it gives an equal
/// outline.
public struct SampleGenerator {
    private var state: UInt64

    /// Creates a generator for a seed.
    public init(seed: UInt64) {
        state = seed
    }

    // MARK: Randomness

    /// Returns the next number (SplitMix64).
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    private mutating func number(below bound: Int) -> Int { Int(next() % UInt64(bound)) }

    private mutating func chance(_ oneIn: Int) -> Bool { number(below: oneIn) == 0 }

    private mutating func pick<Element>(_ choices: [Element]) -> Element { choices[number(below: choices.count)] }

    private mutating func some<Element>(upTo most: Int, _ make: (inout SampleGenerator) -> Element) -> [Element] {
        (0..<number(below: most + 1)).map { _ in make(&self) }
    }

    private mutating func maybe<Element>(_ oneIn: Int, _ make: (inout SampleGenerator) -> Element) -> Element? {
        chance(oneIn) ? make(&self) : nil
    }

    // MARK: Files

    /// Returns a file with a few declarations.
    public mutating func file() -> SourceFile {
        SourceFile(
            path: "Sample.swift", imports: ["Concord", "Foundation"],
            declarations: some(upTo: 6) { $0.declaration(depth: 0) })
    }

    private mutating func declaration(depth: Int) -> Declaration {
        let attributes = some(upTo: 2) { $0.attribute() }
        let documentation = maybe(3) { $0.comment() }
        return switch number(below: depth > 2 ? 3 : 8) {
        case 0, 1:
            Declaration(
                documentation: documentation, attributes: attributes, modifiers: pick([[], ["static"], ["public"]]),
                .variable(variable()))
        case 2: Declaration(documentation: documentation, attributes: attributes, .function(function()))
        case 3:
            Declaration(documentation: documentation, attributes: attributes, .alias(name: typeName(), type: type()))
        case 4:
            Declaration(
                documentation: documentation, attributes: attributes,
                .enumeration(enumeration(depth: depth + 1)))
        case 5:
            Declaration(
                documentation: documentation, modifiers: pick([[], ["public", "final"]]),
                .classOrActor(body(depth: depth + 1), keyword: pick(["class", "actor"])))
        case 6: Declaration(.extensionDeclaration(extensionBody(depth: depth + 1)))
        default:
            Declaration(
                documentation: documentation, attributes: attributes, modifiers: pick([[], ["public"]]),
                .structure(body(depth: depth + 1)))
        }
    }

    private mutating func body(depth: Int) -> TypeBody {
        TypeBody(
            typeName(), genericParameters: pick([[], [], ["Item"], ["Item: Hashable", "Other"]]),
            inheritance: some(upTo: 2) { .named($0.typeName()) }, requirements: maybe(9) { _ in "Item: Sendable" },
            members: some(upTo: 5) { $0.declaration(depth: depth) })
    }

    private mutating func extensionBody(depth: Int) -> TypeBody {
        var body = body(depth: depth)
        body.name = pick(["Pet", "Pet.Status"])
        body.genericParameters = []
        return body
    }

    private mutating func enumeration(depth: Int) -> TypeBody {
        var body = TypeBody(typeName(), inheritance: chance(2) ? [.named("String")] : [])
        body.members = some(upTo: 4) { generator in
            Declaration(
                documentation: generator.maybe(3) { $0.comment() },
                attributes: generator.some(upTo: 1) { $0.attribute() },
                .enumCase(generator.caseElements()))
        }
        if depth < 3, chance(3) { body.members.append(declaration(depth: depth)) }
        return body
    }

    private mutating func caseElements() -> [CaseElement] {
        switch number(below: 3) {
        case 0: (0..<(1 + number(below: 12))).map { _ in CaseElement(name()) }
        case 1: [CaseElement(name(), rawValue: .string(text()))]
        default:
            [
                CaseElement(
                    name(),
                    payload: [.init(type())] + some(upTo: 2) { .init(label: $0.name(), $0.type()) })
            ]
        }
    }

    private mutating func variable() -> Variable {
        let type = maybe(2) { $0.type() } ?? nil
        if chance(6) {
            return Variable(
                name(), type: type ?? .named("Int"), accessors: pick(["5", "get { 5 }\nset { print(\"a\") }"]))
        }
        let value = chance(2) || type == nil ? expression(depth: 0) : nil
        return Variable(isConstant: chance(2), name(), type: type, initialValue: value)
    }

    private mutating func function() -> Function {
        let isThrowing = chance(2)
        return Function(
            name(), genericParameters: pick([[], [], [], ["Item"]]), parameters: some(upTo: 4) { $0.parameter() },
            isAsync: chance(2), isThrowing: isThrowing,
            thrownType: isThrowing && chance(4) ? .named("Failure") : nil, result: maybe(2) { .array($0.type()) },
            body: pick([
                "", "throw NotImplemented()",
                "guard let above else { return stations }\n\nreturn stations.filter {\n    $0.elevation >= above\n}",
                "print(\n    \"\"\"\n    several \\(1)\n      lines\n\n    \"\"\")",
            ]))
    }

    private mutating func parameter() -> Function.Parameter {
        Function.Parameter(
            documentation: maybe(3) { $0.comment() }, attributes: some(upTo: 1) { $0.attribute() },
            label: pick([nil, nil, "_", "for", "default"]), name(), type: type(),
            defaultValue: maybe(3) { $0.expression(depth: 1) })
    }

    // MARK: Attributes and values

    private mutating func attribute() -> Attribute {
        Attribute(pick(["Field", "Query", "GET", "Response", "OpenAPI"]), maybe(2) { $0.arguments(depth: 0) } ?? nil)
    }

    private mutating func arguments(depth: Int) -> [Argument] {
        some(upTo: 4) { Argument($0.maybe(2) { $0.name() } ?? nil, $0.expression(depth: depth)) }
    }

    private mutating func expression(depth: Int) -> Expression {
        switch number(below: depth > 2 ? 8 : 12) {
        case 0: pick([.null, .boolean(true), .boolean(false)])
        case 1, 2: .string(text())
        case 3:
            .number(
                pick(["0", "-1", "1234567", "-1234567.5", "0x1F", "0xDEADBEEFCAFE", "1e400", "0b10101010101", "0o17"]))
        case 4: .member(nil, name())
        case 5: .reference(name())
        case 6:
            .type(
                pick([
                    .named(typeName()), .optional(.named(typeName())), .array(.named(typeName())),
                    .member(.named("Pet"), "ID"),
                ]))
        case 7: .keyPath(root: maybe(2) { .named($0.typeName()) } ?? nil, [name(), pick(["self", "count"])])
        case 8: .array(some(upTo: 8) { $0.expression(depth: depth + 1) })
        case 9: .dictionary(some(upTo: 5) { .init(.string($0.text()), $0.expression(depth: depth + 1)) })
        case 10: .call(.member(maybe(2) { .reference($0.typeName()) } ?? nil, name()), arguments(depth: depth + 1))
        default: .call(.reference(typeName()), arguments(depth: depth + 1))
        }
    }

    private mutating func type(depth: Int = 0) -> TypeExpression {
        switch number(below: depth > 2 ? 2 : 10) {
        case 0, 1: .named(typeName())
        case 2: .member(.named(typeName()), pick(["ID", "Type", "Status"]))
        case 3: .optional(type(depth: depth + 1))
        case 4: .array(type(depth: depth + 1))
        case 5: .dictionary(key: .named("String"), value: type(depth: depth + 1))
        case 6: .existential(.named(typeName()))
        case 7: .metatype(.named(typeName()))
        case 8: .tuple(chance(2) ? [] : [type(depth: depth + 1), type(depth: depth + 1)])
        default: .named(typeName(), arguments: [type(depth: depth + 1)])
        }
    }

    // MARK: Names and strings

    private mutating func name() -> String {
        pick([
            "name", "takenAt", "self", "init", "default", "case", "Type", "Protocol", "Any", "in", "await", "get",
            "some",
            "any", "inout", "var", "let", "nil", "true", "is", "as", "id2", "größe", "名前",
            "a" + String(repeating: "b", count: 40),
            "async", "throws", "where", "open", "weak", "lazy", "indirect", "actor", "macro", "repeat", "each",
            "package",
        ])
    }

    private mutating func typeName() -> String {
        pick(["Pet", "Station", "Upload", "Type", "Protocol", "Größe", "T" + String(repeating: "x", count: 25), "JSON"])
    }

    /// Returns a string that a comment can contain.
    private mutating func comment() -> String {
        pick([
            "A pet.", "Two lines,\nthe second here.", "A paragraph.\n\n  indented\n\n- Parameters:\n",
            "*/ /* // \"\"\" \\(x)",
            "\n", "Ends in a line end.\n", "größer 🐕‍🦺", "`code` <b>x</b>", "/ starts with a slash",
            "\tstarts with a tab",
        ])
    }

    /// Returns a string for a literal.
    private mutating func text() -> String {
        let parts = [
            "", "a", " ", "\n", "\\", "\"", "\"\"\"", "\"#", "\\#", "#", "\r", "\r\n", "\t", "\u{0}", "\u{85}",
            "\u{2028}", "\u{2029}",
            "\u{202E}", "\u{FEFF}", "\\(x)", "${x}", "e\u{301}", "\u{301}", "🐕‍🦺", "x-cache: hourly", "^[A-Z]{2}-\\d+$",
            "*/",
            "x-a:\n  b: c\n", String(repeating: "long ", count: 30), "///", "'",
        ]
        return (0..<(1 + number(below: chance(3) ? 8 : 2))).map { _ in pick(parts) }.joined()
    }
}
