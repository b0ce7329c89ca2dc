import ConcordCore
import ConcordServer
import Foundation
import Hummingbird
import Logging

/// `ServerBenchmark SERVER PORT` serves until it is killed, and `ServerBenchmark json-… TIMES` repeatedly encodes and
/// decodes 100 objects. The caller measures the cost.
@main
enum ServerBenchmark {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let number = Int(arguments[2]) else {
            fatalError("usage: ServerBenchmark bare|codable|macros|spec-first|json-concord|json-foundation PORT|TIMES")
        }
        switch arguments[1] {
        case "bare": try await serve(bareRouter(), at: number)
        case "codable": try await serve(codableRouter(), at: number)
        case "macros": try await serve(StationsAPI.served, at: number)
        case "spec-first": try await serve(StationsDocument(operations: StationOperations()).served, at: number)
        case "json-concord": convertByConcord(times: number)
        case "json-foundation": try convertByFoundation(times: number)
        default: fatalError("there is no server '\(arguments[1])'")
        }
    }

    private static var logger: Logger {
        var logger = Logger(label: "benchmark")
        logger.logLevel = .error
        return logger
    }

    private static func serve(_ router: Router<BasicRequestContext>, at port: Int) async throws {
        let address = BindAddress.hostname("127.0.0.1", port: port)
        try await Application(router: router, configuration: .init(address: address), logger: logger).run()
    }

    private static func serve(_ api: ServedAPI, at port: Int) async throws {
        let server = try APIServer(
            api, app: try await api.configuration(), configuration: APIServer.Configuration(port: port), logger: logger)
        try await server.run()
    }

    private static func convertByConcord(times: Int) {
        let codec = _Core.Wire.list(_Core.Wire.value(Station.self))
        for _ in 0..<times {
            var writer = _Core.JSONWriter()
            codec.write(Station.hundred, to: &writer)
            var issues = _Core.Issues()
            let stations = _Core.JSONReader.read(writer.bytes, codec, issues: &issues)
            precondition(stations?.count == 100 && issues.isEmpty)
        }
    }

    private static func convertByFoundation(times: Int) throws {
        let (encoder, decoder) = (JSONEncoder(), JSONDecoder())
        encoder.dateEncodingStrategy = .iso8601
        decoder.dateDecodingStrategy = .iso8601
        for _ in 0..<times {
            let stations = try decoder.decode([Station].self, from: encoder.encode(Station.hundred))
            precondition(stations.count == 100)
        }
    }
}
