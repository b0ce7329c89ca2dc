import ConcordOutline

/// What is said about content: its media types, the keywords of its schema, and what stands beside it.
public struct ContentDeclaration: Hashable, Sendable {
    /// In the order written; none means JSON, or what the type implies.
    public var mediaTypes: [String]
    /// Keywords: `example` and `examples` are the content's, the rest the schema's.
    public var keywords: SchemaKeywords
    /// `.schema`: what is said about the schema underneath; `nil` leaves the schema out.
    public var schema: Stated<InnerSchema>
    /// `.encoding`, of parts of a form whose type doesn't say how they are put.
    public var encoding: [ValueObject.NamedObject]?
    /// `.openAPI`.
    public var fragment: Fragment?

    /// Says nothing.
    public init(
        _ mediaTypes: [String] = [],
        keywords: SchemaKeywords = SchemaKeywords(),
        schema: Stated<InnerSchema> = .unstated,
        fragment: Fragment? = nil
    ) {
        self.mediaTypes = mediaTypes
        self.keywords = keywords
        self.schema = schema
        self.fragment = fragment
    }

    init(_ mediaTypes: [String], _ arguments: inout Arguments, _ reading: inout Reading) {
        self.mediaTypes = mediaTypes
        keywords = SchemaKeywords(&arguments, &reading)
        schema = arguments.takeSchema(&reading)
        fragment = arguments.takeFragment(&reading)
    }

    /// Takes `.encoding`, which only bodies of requests have.
    mutating func takeEncoding(_ arguments: inout Arguments, _ reading: inout Reading) {
        encoding = arguments.take("encoding")?.first.map { reading.namedObjects(.partEncoding, $0) }
    }

    /// `.encoding`, which stands after the media types.
    var encodingArguments: [Argument] {
        guard let encoding else { return [] }
        return [Argument("encoding", .dictionary(encoding.map { .init(.string($0.name), $0.object.expression) }))]
    }

    /// Keywords, `.schema` and `.openAPI`, which every attribute takes last.
    var trailingArguments: [Argument] {
        keywords.arguments + .schema(schema) + .fragment(fragment)
    }

    var mediaTypeExpressions: [Expression] { mediaTypes.map(MediaTypeName.expression) }
}

extension Arguments {
    mutating func takeSchema(_ reading: inout Reading) -> Stated<InnerSchema> {
        guard let argument = take("schema")?.first else { return .unstated }
        return argument.value == .null ? .silent : Stated(InnerSchema(argument, &reading))
    }
}

extension Array<Argument> {
    static func schema(_ schema: Stated<InnerSchema>) -> [Argument] {
        switch schema {
        case .unstated: []
        case .silent: [Argument("schema", .null)]
        case .stated(let inner): [Argument("schema", inner.expression)]
        }
    }
}
