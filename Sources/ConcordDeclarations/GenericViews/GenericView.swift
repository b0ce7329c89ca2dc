import ConcordOutline

/// An action of a generic view on a model. Each is an operation of the document.
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

    /// Whether the action applies to one object, which the path's last parameter identifies.
    public var isDetail: Bool { self != .list && self != .create }
}

/// The protocols that make a view generic, so that its operations are derived and not declared as functions.
public struct GenericView: Hashable, Sendable {
    /// Whether the view has two paths, one for the collection and one for the object.
    public var isViewSet: Bool
    /// The actions, in the order of the operations.
    public var actions: [GenericAction]

    /// Creates the generic view for an inheritance clause, or returns `nil` if it has no such protocol.
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

    /// Returns the protocols of a view with one path that together have exactly these actions. Prefers a single
    /// protocol.
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

    /// Returns the view set that has exactly these actions.
    public static func viewSet(doing actions: [GenericAction]) -> String? {
        viewSets.first { protocols[$0].map(Set.init) == Set(actions) }
    }

    /// The names of all generic view protocols.
    public static var names: [String] { protocols.keys.sorted() }

    private static let viewSets: Set<String> = ["GenericViewSet", "ModelViewSet", "ReadOnlyModelViewSet"]
    /// The actions of each protocol, in the order of the operations.
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
