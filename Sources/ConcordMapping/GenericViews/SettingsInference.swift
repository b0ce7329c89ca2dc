import ConcordDeclarations
import ConcordNames
import ConcordOutline
import ConcordYAML

/// The settings that a generic view probably needs in order to derive the operations of a Path Item Object.
///
/// They are a guess. The caller checks whether the generic view represents the same document.
struct SettingsInference {
    /// The settings that can be determined from the operations.
    private(set) var settings = GenericViewSettings()
    /// The base of the operation IDs.
    private(set) var operationIDBase: String?
    /// The app's own permissions, whose implementations are left to the developer.
    private(set) var permissions: [ParticipantDeclaration] = []
    private let item: Node
    private let resource: ModelResource
    private let model: ModelDeclaration
    private let keys: KeyStyle?

    init(
        _ item: Node, _ view: ViewDeclaration, _ resource: ModelResource, _ model: ModelDeclaration, isDetail: Bool,
        keys: KeyStyle?
    ) {
        self.item = item
        self.resource = resource
        self.model = model
        self.keys = keys
        settings.queryset = QuerySetDeclaration(allOf: .named(resource.model))
        if !resource.isKey { settings.lookup = FieldPath([resource.lookup], root: .named(resource.model)) }
        inferSerializers(view)
        inferOperationIDBase()
        inferPermissions()
        inferThrottles()
        inferConditionalRequests()
        inferMediaTypes()
        if !isDetail { inferParameters() }
    }

    private var operations: [Node] {
        ["get", "post", "put", "patch", "delete"].compactMap { item[$0] }
    }

    // MARK: Bodies

    private mutating func inferSerializers(_ view: ViewDeclaration) {
        let response = TypeExpression.named(resource.serializer)
        let bodies = view.operations.filter { $0.method == "POST" || $0.method == "PUT" }
            .flatMap(\.inputs).filter { $0.source == .body }.map(\.type.unwrapped)
        settings.serializer = .init(response)
        if let request = bodies.first, request != response { settings.requestSerializer = .init(request) }
    }

    /// Infers the media types of requests and responses if they aren't JSON.
    private mutating func inferMediaTypes() {
        let json = ["application/json"]
        let requests = operations.lazy.compactMap { $0["requestBody"]?["content"]?.mapping?.keys }.first
        let successes = operations.lazy.compactMap { operation in
            ["200", "201"].lazy.compactMap { operation["responses"]?[$0]?["content"]?.mapping?.keys }.first
        }
        if let requests, requests != json { settings.parsers = requests }
        if let responses = successes.first, responses != json { settings.renderers = responses }
    }

    // MARK: Names

    private mutating func inferOperationIDBase() {
        for (method, prefix) in [
            ("post", "create"), ("get", "retrieve"), ("put", "update"), ("delete", "destroy"),
            ("patch", "partialUpdate"),
        ] {
            guard let id = item[method]?["operationId"]?.string, id.hasPrefix(prefix), id.count > prefix.count else {
                continue
            }
            operationIDBase = String(id.dropFirst(prefix.count))
            return
        }
        // The ID of a list operation has the base in the plural, so the singular is tried.
        guard let id = item["get"]?["operationId"]?.string, id.hasPrefix("list") else { return }
        let plural = String(id.dropFirst("list".count))
        operationIDBase = [resource.model, SwiftName.singular(plural), plural].first { EnglishPlural.of($0) == plural }
    }

    // MARK: Permissions

    private mutating func inferPermissions() {
        guard let texts = operations.first?["x-permissions"]?.sequence?.compactMap(\.string), !texts.isEmpty else {
            return
        }
        let uses = texts.compactMap(PermissionText.init(_:)).map(\.use)
        guard uses.count == texts.count else { return }
        settings.permissions = uses
        let own = Set(texts.flatMap { PermissionText($0)?.ownNames ?? [] }).sorted()
        let refusal = operations.lazy.compactMap { $0["responses"]?["403"]?["description"]?.string }.first
        permissions = own.map { name in
            let comment = own.count == 1 && refusal != "Not permitted." ? refusal : nil
            return .permission(name, comment)
        }
    }

    private mutating func inferThrottles() {
        let text = operations.lazy.compactMap { $0["responses"]?["429"]?["description"]?.string }.first
        if let text { settings.throttles = ParticipantUse.throttles(refusing: text) }
    }

    /// Infers conditional requests from responses with a tag, or from responses to requests without a condition.
    private mutating func inferConditionalRequests() {
        let responses = operations.flatMap { $0["responses"]?.mapping?.entries ?? [] }
        if responses.contains(where: { $0.key == "428" }) {
            settings.conditionalRequests = .required
        } else if responses.contains(where: { $0.value["headers"]?["ETag"] != nil }) {
            settings.conditionalRequests = .supported
        }
    }

    // MARK: Parameters

    private mutating func inferParameters() {
        guard let list = item["get"], let parameters = list["parameters"]?.sequence else { return }
        let named = parameters.compactMap { node in node["name"]?.string.map { (name: $0, node: node) } }
        let names = Set(named.map(\.name))
        var filters: [ParticipantUse] = []
        for (name, node) in named {
            switch name {
            case "page", "page_size", "limit", "offset", "cursor": continue
            case "search":
                filters.append(
                    fieldFilter(
                        "SearchFilter", SearchedFields(description: node["description"]?.string ?? "").wireNames))
            case "ordering": filters.append(fieldFilter("OrderingFilter", Self.ordered(node)))
            default: addComparison(name, to: &filters)
            }
        }
        if !filters.isEmpty { settings.filters = filters.map(Self.withoutExact) }
        let node = { (name: String) in named.first { $0.name == name }?.node["schema"] }
        if names.contains("page") {
            settings.pagination = pagination("PageNumberPagination", size: node("page_size"))
        } else if names.isSuperset(of: ["limit", "offset"]) {
            settings.pagination = pagination("LimitOffsetPagination", size: node("limit"))
        } else if names.contains("cursor"), let key = model.primaryKey {
            let ordering = Expression.call(
                .member(nil, "ascending"), [Argument(nil, .keyPath(root: .named(resource.model), [key.head.name]))])
            settings.pagination = pagination("CursorPagination", size: nil, [Argument("ordering", ordering)])
        }
    }

    /// The page size if the document doesn't specify one.
    private static let pageSize = "50"

    private func pagination(_ name: String, size: Node?, _ more: [Argument] = []) -> ParticipantUse {
        var arguments = [Argument("pageSize", .number(size?["default"]?.number ?? Self.pageSize))]
        if let maximum = size?["maximum"]?.number { arguments.append(Argument("maximum", .number(maximum))) }
        return ParticipantUse(.named(name), arguments + more)
    }

    private func fieldFilter(_ type: String, _ wireNames: [String]) -> ParticipantUse {
        ParticipantUse(
            .named(type), wireNames.map { Argument(nil, .keyPath(root: nil, [swiftName($0) ?? $0])) })
    }

    /// Returns the fields in the values of `ordering`.
    private static func ordered(_ parameter: Node) -> [String] {
        let values = parameter["schema"]?["items"]?["enum"]?.sequence?.compactMap(\.string) ?? []
        return values.filter { !$0.hasPrefix("-") }
    }

    private func swiftName(_ wireName: String) -> String? {
        model.fields.first { ($0.head.wireName ?? keys?.wireName(of: $0.head.name) ?? $0.head.name) == wireName }?
            .head.name
    }

    // MARK: Comparisons

    /// Adds `.init(\.elevation, .lessThan)` to the last filter if that is a `FieldFilter`, or else to a new one.
    private func addComparison(_ parameter: String, to filters: inout [ParticipantUse]) {
        let allowed = Comparison(ofParameter: parameter)
        guard let field = swiftName(String(parameter.dropLast(allowed.suffix.count))) else { return }
        let (path, comparison) = (Expression.keyPath(root: nil, [field]), Expression.member(nil, allowed.rawValue))
        if filters.last?.name != "FieldFilter" { filters.append(ParticipantUse(.named("FieldFilter"))) }
        let last = filters.count - 1
        if case .call(let callee, let parts)? = filters[last].arguments.last?.value, parts.first?.value == path {
            let index = filters[last].arguments.count - 1
            filters[last].arguments[index].value = .call(callee, parts + [Argument(nil, comparison)])
        } else {
            let value = Expression.call(.member(nil, "init"), [Argument(nil, path), Argument(nil, comparison)])
            filters[last].arguments.append(Argument(nil, value))
        }
    }

    /// Returns `FieldFilter(\.status)` for `FieldFilter(.init(\.status, .exact))` if every field allows only `.exact`.
    private static func withoutExact(_ filter: ParticipantUse) -> ParticipantUse {
        guard filter.name == "FieldFilter" else { return filter }
        let exact = Expression.member(nil, Comparison.exact.rawValue)
        let paths = filter.arguments.compactMap { argument -> Expression? in
            guard case .call(_, let parts) = argument.value, parts.count == 2, parts[1].value == exact else {
                return nil
            }
            return parts[0].value
        }
        guard paths.count == filter.arguments.count else { return filter }
        return ParticipantUse(filter.type, paths.map { Argument(nil, $0) })
    }
}

extension ParticipantDeclaration {
    /// Creates a permission whose implementation is left to the developer.
    fileprivate static func permission(_ name: String, _ comment: String?) -> ParticipantDeclaration {
        let decision = Declaration(
            .function(
                Function(
                    "allows", parameters: [.init(label: "_", "request", type: .named("APIRequest"))], isAsync: true,
                    isThrowing: true, result: .named("Bool"), body: "throw NotImplemented()")))
        return ParticipantDeclaration(
            .permission, DeclarationHead(name, documentation: comment), inheritance: [.named("Permission")],
            implementation: [decision])
    }
}
