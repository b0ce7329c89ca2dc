import ConcordOutline

/// The content of a body, parameter, or response: its media types, the keywords of its schema, and its encoding.
public struct ContentDeclaration: Hashable, Sendable {
    /// The media types, in source order. The default is JSON, or depends on the type.
    public var mediaTypes: [String]
    /// The keywords. `example` and `examples` belong to the content, and the others to its schema.
    public var keywords: SchemaKeywords
    /// The value of `.schema`: further keywords of the schema. `nil` omits the schema.
    public var schema: Stated<InnerSchema>
    /// The value of `.encoding`, for the parts of a form whose type doesn't state it.
    public var encoding: [ValueObject.NamedObject]?
    /// The value of `.openAPI`.
    public var fragment: Fragment?

    /// Creates content.
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

    /// Takes `.encoding`, which only request bodies have.
    mutating func takeEncoding(_ arguments: inout Arguments, _ reading: inout Reading) {
        encoding = arguments.take("encoding")?.first.map { reading.namedObjects(.partEncoding, $0) }
    }

    /// The keywords with the constraints of `.schema`.
    package var constraints: SchemaKeywords {
        guard case .stated(let inner) = schema else { return keywords }
        var result = keywords
        for (keyword, value) in inner.keywords.stated where result[keyword] == nil {
            if keyword.isConstraint || keyword == .items || keyword == .additionalProperties { result[keyword] = value }
        }
        return result
    }

    /// The argument `.encoding`, which follows the media types.
    var encodingArguments: [Argument] {
        guard let encoding else { return [] }
        return [Argument("encoding", .dictionary(encoding.map { .init(.string($0.name), $0.object.expression) }))]
    }

    /// The keywords, `.schema`, and `.openAPI`, which are the last arguments of every attribute.
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
