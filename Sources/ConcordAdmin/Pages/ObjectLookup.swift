import Concord
import ConcordForms

extension ModelAdmin {
    /// Returns the object in the URL.
    ///
    /// - Throws: A `Problem` with status 404 if the pages don't show it, or 403 if the user can't view it.
    func object(_ context: AdminContext, key: String, isLocking: Bool = false) async throws -> M {
        guard let value = M.key(ofForm: key), let field = M.primaryKey else { throw Problem(404, "No such object.") }
        var query = queryset(context.user).order(by: []).filter(field.isEqual(to: value))
        if isLocking { query = query.selectForUpdate() }
        guard let object = try await query.fetch().first else { throw Problem(404, "No such object.") }
        guard try await allows(.view, object, context.user) else { throw Problem(403, "You can't view this object.") }
        return object
    }

    /// Responds to a script that searches for objects for a key, with an array of keys and names.
    func lookup(_ context: AdminContext) async throws -> APIResponse {
        try context.require(.view, self)
        let query = searched(queryset(context.user), context.query["q"] ?? "")
        let found = try await ObjectLabel.labels(query.limit(20))
        let entries = JSON.array(found.map { ["value": .string($0.key.plainText), "label": .string($0.label)] })
        return APIResponse(
            200, .json, .bytes(Array(entries.description.utf8)),
            headers: HTTPFields(["Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"]))
    }

    /// Filters a query by words. Each word must occur in at least one of the fields.
    func searched(_ query: QuerySet<M>, _ text: String) -> QuerySet<M> {
        let fields = searchFields.compactMap { M.field(at: $0) }.filter { $0.reference.type == .text }
        if fields.isEmpty { return query }
        return text.split(whereSeparator: \.isWhitespace).prefix(10).reduce(query) { query, word in
            query.filter(
                .any(fields.map { .compare(.column($0.reference), .containsIgnoringCase, .text(String(word))) }))
        }
    }
}
