import ConcordCore

// The code that the spec-first plugin writes for a document with the same three operations, without the document and
// its page.

protocol Operations: Sendable {
    func listStations(count: Int) async throws -> [Station]
    func getStation() async throws -> Station
    func createStation(station: Station) async throws -> Station
}

struct StationsDocument: SpecifiedAPI {
    let operations: any Operations

    static var document: _Core.EmbeddedDocument? { nil }

    var routes: [_Core.Route] { StationDetailRoutes.routes(self) + StationViewRoutes.routes(self) }
}

private struct StationDetailRoutes {
    let api: StationsDocument

    enum Rules {
        static let count = _Core.Rules(minimum: 1, maximum: 100)
    }

    func listStations(count: Int) async throws -> [Station] { try await api.operations.listStations(count: count) }

    static func routes(_ api: StationsDocument) -> [_Core.Route] {
        let operations = [
            _Core.ViewOperation("GET", "listStations", authentication: []) { try await respondToList($0, api) }
        ]
        return [_Core.Route("/stations/{count}", operations, access: _Core.AccessSettings())]
    }

    @Sendable private static func respondToList(
        _ request: APIRequest, _ api: StationsDocument
    ) async throws -> APIResponse {
        var inputs = _Core.Inputs(request)
        let view = Self(api: api)
        let count = inputs.path("count", _Core.Wire.value(Int.self), rules: Rules.count)
        guard inputs.isValid, let count else { throw inputs.failure }
        do {
            let stations = try await view.listStations(count: count)
            return try request.respond(200, stations, _Core.Wire.list(_Core.Wire.value(Station.self)))
        } catch {
            return try request.respond(to: error, [])
        }
    }
}

private struct StationViewRoutes {
    let api: StationsDocument

    func getStation() async throws -> Station { try await api.operations.getStation() }

    func createStation(station: Station) async throws -> Station {
        try await api.operations.createStation(station: station)
    }

    static func routes(_ api: StationsDocument) -> [_Core.Route] {
        let operations = [
            _Core.ViewOperation("GET", "getStation", authentication: []) { try await respondToGet($0, api) },
            _Core.ViewOperation("POST", "createStation", authentication: []) { try await respondToCreate($0, api) },
        ]
        return [_Core.Route("/station", operations, access: _Core.AccessSettings())]
    }

    @Sendable private static func respondToGet(
        _ request: APIRequest, _ api: StationsDocument
    ) async throws -> APIResponse {
        do {
            return try request.respond(200, try await Self(api: api).getStation())
        } catch {
            return try request.respond(to: error, [])
        }
    }

    @Sendable private static func respondToCreate(
        _ request: APIRequest, _ api: StationsDocument
    ) async throws -> APIResponse {
        var inputs = _Core.Inputs(request)
        let station = try await inputs.body(_Core.Wire.value(Station.self))
        guard inputs.isValid, let station else { throw inputs.failure }
        do {
            return try request.respond(201, try await Self(api: api).createStation(station: station))
        } catch {
            return try request.respond(to: error, [])
        }
    }
}

/// The app's implementation.
struct StationOperations: Operations {
    func listStations(count: Int) async throws -> [Station] { count == 100 ? Station.hundred : Station.twenty }
    func getStation() async throws -> Station { Station.twenty[0] }
    func createStation(station: Station) async throws -> Station { station }
}
