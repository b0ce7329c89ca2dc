import ConcordCore

extension Pagination {
    /// Responds with the requested page of objects.
    func respond<S: ModelSerializer>(
        to request: APIRequest, _ objects: QuerySet<S.Model>, as serializer: S.Type, _ renderers: [MediaType]
    ) async throws -> APIResponse {
        if self is NoPagination {
            let all = try await S.representing(objects.fetch())
            return try request.respond(200, all, _Core.Wire.list(_Core.Wire.value(S.self)), content: renderers)
        }
        if let pagination = self as? CursorPagination<S.Model> {
            let page = try await pagination.page(of: objects, for: request)
            let envelope = PageEnvelope(
                count: nil, next: page.next, previous: page.previous, results: try await S.representing(page.objects))
            return try request.respond(200, envelope, content: renderers)
        }
        if let pagination = self as? any _Core.CountedPagination {
            let (page, count) = try await paginate(objects).fetch(counting: objects)
            let results = try await S.representing(page)
            let envelope = PageEnvelope(
                count: count, next: pagination.next(count: count).map(request.link),
                previous: pagination.previous(count: count).map(request.link), results: results)
            return try request.respond(200, envelope, content: renderers)
        }
        let results = try await S.representing(paginate(objects).fetch())
        let content = PageContent(results) { try await objects.count() }
        guard let page = try await page(content) as? any WireValue else { throw NotImplemented() }
        return try request.respond(200, page, content: renderers)
    }
}

/// The envelope of a page.
private struct PageEnvelope<S: ModelSerializer>: _Core.WireObject {
    let count: Int?
    let next: String?
    let previous: String?
    let results: [S]

    init(count: Int?, next: String?, previous: String?, results: [S]) {
        self.count = count
        self.next = next
        self.previous = previous
        self.results = results
    }

    init?(from json: inout _Core.JSONReader) {
        json.skipValue()
        return nil
    }

    func writeProperties(to json: inout _Core.JSONWriter) {
        json.property("count", count, _Core.Wire.value(Int.self))
        let link = _Core.Wire.nullable(_Core.Wire.value(String.self))
        json.property("next", Nullable(next), link)
        json.property("previous", Nullable(previous), link)
        json.property("results", results, _Core.Wire.list(_Core.Wire.value(S.self)))
    }
}

extension APIRequest {
    /// Returns the URL of the request with different query parameters.
    func link(_ parameters: _Core.PageParameters) -> String {
        let replaced = Set(parameters.map(\.name))
        var pairs = (query ?? "").split(separator: "&").map(String.init).filter { pair in
            let name = pair.split(separator: "=", maxSplits: 1).first ?? ""
            return !replaced.contains(PercentEncoding.decode(name, plusIsSpace: true) ?? String(name))
        }
        for (name, value) in parameters { if let value { pairs.append("\(name)=\(value)") } }
        // A proxy in front of the server states the scheme.
        let scheme = headers["X-Forwarded-Proto"] == "https" ? "https" : "http"
        let origin = headers.host.map { "\(scheme)://\($0)" } ?? ""
        return origin + mountPath + path + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
    }
}
