import ConcordDiagnostics
import ConcordOutline

/// The static properties that configure a generic view: its serializers, query set, permissions, filters, pagination,
/// and throttles.
public struct GenericViewSettings: Hashable, Sendable {
    /// The value of `serializer`.
    public var serializer: APIDeclaration.TypeUse?
    /// The value of `requestSerializer`, if requests have another one.
    public var requestSerializer: APIDeclaration.TypeUse?
    /// The value of `responseSerializer`, if responses have another one.
    public var responseSerializer: APIDeclaration.TypeUse?
    /// The value of `queryset`.
    public var queryset: QuerySetDeclaration?
    /// The value of `permissions`.
    public var permissions: [ParticipantUse]?
    /// The value of `filters`.
    public var filters: [ParticipantUse]?
    /// The value of `pagination`.
    public var pagination: ParticipantUse?
    /// The value of `throttles`.
    public var throttles: [ParticipantUse]?
    /// The value of `lookup`: the field that the path's last parameter identifies. By default, it is the primary key.
    public var lookup: FieldPath?
    /// The value of `conditionalRequests`: whether responses have an `ETag` and requests may depend on it.
    public var conditionalRequests: ConditionalRequestSupport?
    /// The value of `bulkCreate`: how many objects one request may create.
    public var bulkCreate: ParticipantUse?
    /// The value of `parsers`: the media types of requests.
    public var parsers: [String]?
    /// The value of `renderers`: the media types of responses.
    public var renderers: [String]?

    /// Creates empty settings.
    public init() {}

    /// Whether all settings have their defaults.
    public var isEmpty: Bool { self == GenericViewSettings() }

    init(_ body: TypeBody, _ reading: inout Reading) {
        serializer = body.typeSetting("serializer", &reading)
        requestSerializer = body.typeSetting("requestSerializer", &reading)
        responseSerializer = body.typeSetting("responseSerializer", &reading)
        queryset = body.staticValue("queryset").map(QuerySetDeclaration.init)
        permissions = body.participants("permissions", of: "Permission", example: "IsAuthenticated()", &reading)
        let model = queryset?.model?.path?.joined(separator: ".") ?? "…"
        filters = body.participants(
            "filters", of: "FilterBackend<\(model)>", example: "SearchFilter(\\.name)", &reading)
        throttles = body.participants("throttles", of: "Throttle", example: "RateThrottle(\"100/hour\")", &reading)
        pagination = body.staticValue("pagination").flatMap {
            $0.value == .null
                ? nil : ParticipantUse($0, expected: "a value such as PageNumberPagination(pageSize: 50)", &reading)
        }
        lookup = body.staticValue("lookup").flatMap { FieldPath($0, &reading) }
        conditionalRequests = body.staticValue("conditionalRequests").flatMap {
            ConditionalRequestSupport($0, &reading)
        }
        bulkCreate = body.staticValue("bulkCreate").flatMap {
            ParticipantUse($0, expected: "a value such as BulkCreate(maximum: 100)", &reading)
        }
        parsers = body.mediaTypes("parsers", &reading)
        renderers = body.mediaTypes("renderers", &reading)
    }

    /// The members that state the settings.
    var members: [Declaration] {
        var members: [Declaration] = []
        let types = [
            ("serializer", serializer), ("requestSerializer", requestSerializer),
            ("responseSerializer", responseSerializer),
        ]
        for (name, use) in types { if let use { members.append(.constant(name, .type(use.type))) } }
        if let queryset { members.append(.constant("queryset", queryset.expression)) }
        members += .participants("permissions", of: .existential(.named("Permission")), permissions)
        members += .participants("filters", of: .existential(filterType), filters)
        if let pagination { members.append(.constant("pagination", pagination.expression)) }
        members += .participants("throttles", of: .existential(.named("Throttle")), throttles)
        if let lookup { members.append(.constant("lookup", lookup.expression)) }
        if let conditionalRequests {
            members.append(.constant("conditionalRequests", conditionalRequests.expression))
        }
        if let bulkCreate { members.append(.constant("bulkCreate", bulkCreate.expression)) }
        for (name, texts) in [("parsers", parsers), ("renderers", renderers)] {
            guard let texts else { continue }
            members.append(
                .constant(name, type: .array(.named("MediaType")), .array(texts.map(MediaTypeName.expression))))
        }
        return members
    }

    private var filterType: TypeExpression {
        .named("FilterBackend", arguments: queryset?.model.map { [$0] } ?? [])
    }
}

/// The objects of a generic view: `Station.objects.all()`.
public struct QuerySetDeclaration: Hashable, Sendable {
    /// The model, if the expression begins with it.
    public var model: TypeExpression?
    /// The whole expression.
    public var expression: Expression
    /// The position.
    public var mark: SourceMark

    /// Creates a query set of all objects of a model.
    public init(allOf model: TypeExpression) {
        self.model = model
        let path = model.path ?? []
        let base = path.dropFirst().reduce(Expression.reference(path.first ?? "")) { .member($0, $1) }
        expression = .call(.member(.member(base, "objects"), "all"), [])
        mark = SourceMark()
    }

    init(_ argument: Argument) {
        expression = argument.value
        mark = argument.mark
        model = Self.model(of: argument.value)
    }

    /// Returns the type before `.objects`.
    private static func model(of expression: Expression) -> TypeExpression? {
        switch expression {
        case .member(let base?, "objects"): return base.typePath.flatMap(TypeExpression.init(path:))
        case .member(let base?, _): return model(of: base)
        case .call(let callee, _): return model(of: callee)
        case .dynamic(let text):
            guard let end = text.firstRange(of: ".objects")?.lowerBound else { return nil }
            let names = text[..<end].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            let isName = { (name: String) in
                !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
            }
            return names.allSatisfy(isName) ? TypeExpression(path: names) : nil
        default: return nil
        }
    }
}

extension TypeBody {
    /// Reads `static let serializer = StationSerializer.self`.
    fileprivate func typeSetting(_ name: String, _ reading: inout Reading) -> APIDeclaration.TypeUse? {
        guard let argument = staticValue(name) else { return nil }
        if case .type(let type) = argument.value { return .init(type, mark: argument.mark) }
        if !reading.isName(argument.value) || reading.seesWholeProgram {
            reading.notStatic(argument, expected: "a type such as StationSerializer.self")
        }
        return nil
    }

    fileprivate func participants(
        _ name: String, of type: String, example: String, _ reading: inout Reading
    ) -> [ParticipantUse]? {
        let expected = "an array literal such as [\(example)]"
        guard let argument = staticValue(name) else { return nil }
        checkTyped(name, as: type, &reading)
        return reading.elements(argument, expected: expected)?.compactMap { element in
            ParticipantUse(Argument(name, element.value, mark: element.mark), expected: expected, &reading)
        }
    }

    fileprivate func mediaTypes(_ name: String, _ reading: inout Reading) -> [String]? {
        staticValue(name).flatMap { reading.elements($0, expected: "an array literal such as [.json]") }.map {
            reading.mediaTypes($0)
        }
    }
}

extension Array<Declaration> {
    fileprivate static func participants(
        _ name: String, of type: TypeExpression, _ uses: [ParticipantUse]?
    ) -> [Declaration] {
        uses.map { [.constant(name, type: .array(type), .array($0.map(\.expression)))] } ?? []
    }
}
