import Concord
import ConcordForms

/// The effect of a deletion on the objects that refer to the deleted objects.
struct Cascade {
    /// The affected objects of a model.
    struct Affected {
        let model: any Model.Type
        var labels: [QueryValue: String] = [:]
        var isMore = false

        /// The objects for a template: the first 20.
        var context: [String: Any] {
            let shown = labels.values.sorted().prefix(20)
            let rest = labels.count - shown.count
            let number = isMore ? "more than \(labels.count)" : String(labels.count)
            let name = labels.count == 1 && !isMore ? DisplayName.model(model) : DisplayName.models(model)
            return [
                "heading": "\(number) \(name)".capitalizedFirst, "labels": Array(shown),
                "rest": rest, "hasRest": rest > 0,
            ]
        }
    }

    private static let limit = 1000

    /// The objects that are deleted as well.
    private(set) var deleted: [Affected] = []
    /// The objects whose keys are set to null or to their default.
    private(set) var cleared: [Affected] = []
    /// The objects that prevent the deletion.
    private(set) var protecting: [Affected] = []
    /// The objects that prevent the deletion unless they are deleted first.
    private var restricting: [Affected] = []

    /// Collects the objects that refer to the given objects, directly or indirectly.
    init(deleting model: any Model.Type, keys: [QueryValue]) async throws {
        var models = AppEnvironment.current.models
        for registered in AppEnvironment.current.admin.models
        where !models.contains(where: { $0.table == registered.table }) {
            models.append(registered.model)
        }
        var pending: [(model: any Model.Type, keys: [QueryValue])] = [(model, keys)]
        var seen: [String: Set<QueryValue>] = [model.table: Set(keys)]
        while let next = pending.popLast() {
            for other in models {
                for found in try await add(other, referringTo: next.model, next.keys) {
                    let new = found.keys.filter { seen[other.table, default: []].insert($0).inserted }
                    if !new.isEmpty { pending.append((other, new)) }
                }
            }
        }
        settleRestrictions()
    }

    /// Adds the objects of a model that refer to other objects, and returns the keys of those that are also deleted.
    private mutating func add(
        _ model: any Model.Type, referringTo target: any Model.Type, _ keys: [QueryValue]
    ) async throws -> [(table: String, keys: [QueryValue])] {
        func references<Other: Model>(
            _ other: Other.Type
        ) async throws -> [(rule: DeletionRule, found: [(key: QueryValue, label: String)])] {
            var references: [(rule: DeletionRule, found: [(key: QueryValue, label: String)])] = []
            for field in Other.fields where !field.isManyToMany {
                guard let relation = field.options.relation, relation.target?.table == target.table else { continue }
                let query = Other.objects.order(by: []).filter(field.isAny(of: keys)).limit(Self.limit + 1)
                references.append((relation.onDelete ?? .cascade, try await ObjectLabel.labels(query)))
            }
            return references
        }
        var deletedKeys: [(table: String, keys: [QueryValue])] = []
        for (rule, found) in try await references(model) where !found.isEmpty {
            switch rule {
            case .cascade:
                Self.add(found, of: model, to: &deleted)
                deletedKeys.append((model.table, found.map(\.key)))
            case .protect: Self.add(found, of: model, to: &protecting)
            case .restrict, .doNothing: Self.add(found, of: model, to: &restricting)
            case .setNull, .setDefault: Self.add(found, of: model, to: &cleared)
            }
        }
        return deletedKeys
    }

    private static func add(
        _ found: [(key: QueryValue, label: String)], of model: any Model.Type, to groups: inout [Affected]
    ) {
        let index = groups.firstIndex { $0.model.table == model.table } ?? groups.endIndex
        if index == groups.endIndex { groups.append(Affected(model: model)) }
        for object in found.prefix(limit) { groups[index].labels[object.key] = object.label }
        if found.count > limit { groups[index].isMore = true }
    }

    /// Removes restrictions by objects that are also deleted.
    private mutating func settleRestrictions() {
        for var group in restricting {
            let gone = deleted.first { $0.model.table == group.model.table }?.labels ?? [:]
            group.labels = group.labels.filter { gone[$0.key] == nil }
            if !group.labels.isEmpty { protecting.append(group) }
        }
    }
}
