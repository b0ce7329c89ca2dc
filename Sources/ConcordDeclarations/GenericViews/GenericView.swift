import ConcordOutline

/// What a generic view does to a model, each an operation of its document.
public enum GenericAction: String, Hashable, Sendable, CaseIterable {
    case list, create, retrieve, update, partialUpdate, destroy

    /// The HTTP method.
    public var method: String {
        switch self {
        case .list, .retrieve: "GET"
        case .create: "POST"
        case .update: "PUT"
        case .partialUpdate: "PATCH"
        case .destroy: "DELETE"
        }
    }

    /// Whether it is about one object, which the path's last parameter names.
    public var isDetail: Bool { self != .list && self != .create }
}

/// The protocols whose conformance makes a view generic: its operations are derived, and not functions.
public struct GenericView: Hashable, Sendable {
    /// Whether it has two paths: the collection's and the object's.
    public var isViewSet: Bool
    /// What it does, in the order of its operations.
    public var actions: [GenericAction]

    /// The generic view that a list of protocols makes; nothing where none of them is one.
    public init?(_ inheritance: [TypeExpression]) {
        isViewSet = false
        actions = []
        for name in inheritance.compactMap({ $0.path?.last }) {
            guard let known = Self.protocols[name] else { continue }
            isViewSet = isViewSet || Self.viewSets.contains(name)
            actions = actions.isEmpty ? known : GenericAction.allCases.filter { (actions + known).contains($0) }
        }
        if actions.isEmpty, !isViewSet { return nil }
    }

    /// The protocols of views of one path that together do these things and nothing else: a single one where there is one.
    public static func protocols(doing actions: [GenericAction]) -> [String] {
        let wanted = Set(actions)
        let views = protocols.filter { $0.key.hasSuffix("APIView") }.mapValues { Set($0) }
        if let single = views.first(where: { $0.value == wanted }) { return [single.key] }
        let parts = views.filter { view in
            view.value.isSubset(of: wanted) && !views.values.contains { $0.isStrictSubset(of: view.value) }
        }
        return actions.flatMap { action in parts.filter { $0.value.contains(action) }.keys }.reduce(into: []) {
            if !$0.contains($1) { $0.append($1) }
        }
    }

    /// The view set that does these things and nothing else.
    public static func viewSet(doing actions: [GenericAction]) -> String? {
        viewSets.first { protocols[$0].map(Set.init) == Set(actions) }
    }

    /// The names of all the protocols.
    public static var names: [String] { protocols.keys.sorted() }

    private static let viewSets: Set<String> = ["GenericViewSet", "ModelViewSet", "ReadOnlyModelViewSet"]
    /// What each does, in the order of operations.
    private static let protocols: [String: [GenericAction]] = [
        "ListModel": [.list], "CreateModel": [.create], "RetrieveModel": [.retrieve],
        "UpdateModel": [.update, .partialUpdate], "DestroyModel": [.destroy],
        "ListAPIView": [.list], "CreateAPIView": [.create], "RetrieveAPIView": [.retrieve],
        "UpdateAPIView": [.update, .partialUpdate], "DestroyAPIView": [.destroy],
        "ListCreateAPIView": [.list, .create],
        "RetrieveUpdateAPIView": [.retrieve, .update, .partialUpdate],
        "RetrieveDestroyAPIView": [.retrieve, .destroy],
        "RetrieveUpdateDestroyAPIView": [.retrieve, .update, .partialUpdate, .destroy],
        "GenericViewSet": [], "ReadOnlyModelViewSet": [.list, .retrieve],
        "ModelViewSet": GenericAction.allCases,
    ]
}
