import ConcordCore

/// The laws of the run time: any request gets a response, and never a server error.
package enum RequestLaws {
    /// The parts of a request that the bytes of an input can represent.
    package enum Kind: UInt8, CaseIterable, Sendable {
        case json, jsonLines, form, multipart, query, path, header, cookie, contentType, accept
    }

    /// Returns the laws that a request violates.
    ///
    /// - Parameters:
    ///   - kind: The part of the request that the bytes represent.
    ///   - bytes: The bytes of that part.
    package static func violations(of kind: Kind, _ bytes: [UInt8]) async -> [String] {
        guard let handler = try? RequestHandler(FuzzedAPI.served, configuration: AppConfiguration()) else {
            return ["the API can't be served"]
        }
        let response = await handler.respond(to: request(kind, bytes))
        guard case .bytes(let content) = response.body else { return ["the response is a stream"] }
        guard allowed.contains(response.status.code) else { return ["the status is \(response.status.code)"] }
        if response.headers.contains(where: { $0.value.utf8.contains { $0 == 0x0A || $0 == 0x0D || $0 == 0 } }) {
            return ["a header field has a line break"]
        }
        guard response.status.code == 200, kind == .json else { return [] }
        let again = await handler.respond(to: request(.json, content))
        guard case .bytes(let copy) = again.body, copy == content else {
            return ["a response that is sent again gets another response"]
        }
        return []
    }

    /// Returns the laws that a request violates. The first byte is the kind of the request.
    package static func violations(of input: [UInt8]) async -> [String] {
        guard let first = input.first else { return [] }
        let kinds = Kind.allCases
        return await violations(of: kinds[Int(first) % kinds.count], Array(input.dropFirst()))
    }

    private static let allowed: Set<Int> = [200, 400, 404, 405, 406, 413, 414, 415, 431]

    private static func request(_ kind: Kind, _ bytes: [UInt8]) -> APIRequest {
        let text = String(decoding: bytes, as: UTF8.self)
        func post(_ path: String, _ type: String) -> APIRequest {
            APIRequest(.post, path, headers: HTTPFields(["Content-Type": type]), body: APIRequest.Body(bytes))
        }
        return switch kind {
        case .json: post("/json", "application/json")
        case .jsonLines: post("/lines", "application/jsonl")
        case .form: post("/form", "application/x-www-form-urlencoded")
        case .multipart: post("/form", "multipart/form-data; boundary=x")
        case .query: APIRequest(.get, "/inputs/1?" + text)
        case .path: APIRequest(.get, "/inputs/" + text)
        case .header: APIRequest(.get, "/inputs/1", headers: HTTPFields(["X-Color": text]))
        case .cookie: APIRequest(.get, "/inputs/1", headers: HTTPFields(["Cookie": text]))
        case .contentType: post("/form", text)
        case .accept: APIRequest(.get, "/inputs/1", headers: HTTPFields(["Accept": text]))
        }
    }
}

/// An API with an input of each kind.
private enum FuzzedAPI: API {
    static let views: [any View.Type] = [Bodies.self, Parameters.self]
    static let defaultAuthentication: [any Authentication] = []

    struct Bodies: View {
        static var routes: [_Core.Route] {
            let rules = _Core.Rules(minProperties: 1, additionalProperties: _Core.Rules(maxLength: 100))
            return [
                route("/json", _Core.Wire.value(JSON.self), [.json]),
                route("/lines", _Core.Wire.list(_Core.Wire.value(Number.self)), [.jsonLines]),
                route("/form", _Core.Wire.map(_Core.Wire.value(JSON.self)), [.form, .multipart], rules),
            ]
        }

        private static func route<C: _Core.Codec>(
            _ path: String, _ codec: C, _ content: [MediaType], _ rules: _Core.Rules? = nil
        ) -> _Core.Route {
            let operation = _Core.ViewOperation("POST", "post") { request in
                var inputs = _Core.Inputs(request)
                let value = try await inputs.body(codec, content: content, rules: rules)
                guard let value, inputs.isValid else { throw inputs.failure }
                return try request.respond(200, value, codec)
            }
            return _Core.Route(path, [operation], access: _Core.AccessSettings())
        }
    }

    struct Parameters: View {
        static var routes: [_Core.Route] {
            let operation = _Core.ViewOperation("GET", "get") { request in
                var inputs = _Core.Inputs(request)
                let object = _Core.Wire.map(_Core.Wire.value(Int.self))
                let array = _Core.Wire.list(_Core.Wire.value(Double.self))
                let pattern = _Core.Rules(format: "date-time", pattern: "^(?=.*[0-9])(a|aa)*$")
                _ = inputs.path("id", array, style: .matrix, explode: true)
                _ = inputs.path("id", object, style: .label, explode: true)
                _ = inputs.query("array", array, style: .pipeDelimited, explode: false)
                _ = inputs.query("filter", object, style: .deepObject, explode: true)
                _ = inputs.query("text", _Core.Wire.value(String.self), rules: pattern)
                _ = inputs.queryString("all", object)
                _ = inputs.header("X-Color", object, explode: true)
                _ = inputs.cookie("color", array, explode: true)
                _ = inputs.cookie("colors", object, style: .cookie, explode: true)
                guard inputs.isValid else { throw inputs.failure }
                return try request.respond(200, "", _Core.Wire.value(String.self))
            }
            return [_Core.Route("/inputs/{id}", [operation], access: _Core.AccessSettings())]
        }
    }
}
