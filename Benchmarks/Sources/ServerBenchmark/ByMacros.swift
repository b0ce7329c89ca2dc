import ConcordCore

// The expansions of `@View` and `@API`, written out: a release build of the macros takes longer than all measurements.

/// `@View("/stations/{count}")`: `@GET("listStations") func list() -> [Station]`.
struct Stations: View {
    @Path var count: Int

    init(count: Int) { _count = Path(wrappedValue: count) }

    func list() async throws -> [Station] { count == 100 ? Station.hundred : Station.twenty }

    enum Rules {
        static let count = _Core.Rules(minimum: 1, maximum: 100)
    }

    static var routes: [_Core.Route] {
        [
            _Core.Route(
                "/stations/{count}", [_Core.ViewOperation("GET", "listStations", respondToList)],
                access: _Core.AccessSettings())
        ]
    }

    private static func bound(_ inputs: inout _Core.Inputs) -> Self? {
        inputs.path("count", _Core.Wire.value(Int.self), rules: Rules.count).map { Self(count: $0) }
    }

    @Sendable private static func respondToList(_ request: APIRequest) async throws -> APIResponse {
        var inputs = _Core.Inputs(request)
        let view = bound(&inputs)
        guard inputs.isValid, let view else { throw inputs.failure }
        do {
            return try request.respond(200, try await view.list(), _Core.Wire.list(_Core.Wire.value(Station.self)))
        } catch {
            return try request.respond(to: error, [])
        }
    }
}

/// `@View("/station")`: `@GET("getStation") func get() -> Station` and
/// `@POST("createStation", .status(201)) func create(@Body station: Station) -> Station`.
struct OneStation: View {
    func get() async throws -> Station { Station.twenty[0] }
    func create(station: Station) async throws -> Station { station }

    static var routes: [_Core.Route] {
        let operations = [
            _Core.ViewOperation("GET", "getStation", respondToGet),
            _Core.ViewOperation("POST", "createStation", respondToCreate),
        ]
        return [_Core.Route("/station", operations, access: _Core.AccessSettings())]
    }

    @Sendable private static func respondToGet(_ request: APIRequest) async throws -> APIResponse {
        do {
            return try request.respond(200, try await Self().get())
        } catch {
            return try request.respond(to: error, [])
        }
    }

    @Sendable private static func respondToCreate(_ request: APIRequest) async throws -> APIResponse {
        var inputs = _Core.Inputs(request)
        let station = try await inputs.body(_Core.Wire.value(Station.self))
        guard inputs.isValid, let station else { throw inputs.failure }
        do {
            return try request.respond(201, try await Self().create(station: station))
        } catch {
            return try request.respond(to: error, [])
        }
    }
}

enum StationsAPI: API {
    static let views: [any View.Type] = [Stations.self, OneStation.self]
    static var defaultAuthentication: [any Authentication] { [] }
}
