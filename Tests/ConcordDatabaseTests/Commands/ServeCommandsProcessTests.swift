import Concord
import Foundation
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The command `servecommands` as a process that the hosts of cloud functions start and call.
@Suite struct ServeCommandsProcessTests {
    private struct Answer {
        let status: Int
        let body: String
    }

    /// Starts the app in an environment, and calls it as a host does.
    private func serve(
        _ environment: [String: String], _ test: (_ shop: ShopApp, _ origin: String) async throws -> Void
    ) async throws {
        try await ShopApp.run(.sqlite) { shop in
            var shop = shop
            shop.environment = environment
            let server = try shop.start("servecommands")
            defer { server.terminate() }
            let line = try #require(await server.line())
            try await test(shop, String(try #require(line.split(separator: " ").last)))
        }
    }

    private func send(
        _ url: String, _ body: String = "", method: String = "POST", headers: [String: String] = [:]
    ) async throws -> Answer {
        var request = URLRequest(url: try #require(URL(string: url)))
        request.httpMethod = method
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        if !body.isEmpty { request.httpBody = Data(body.utf8) }
        let (data, response) = try await URLSession.shared.data(for: request)
        let status = try #require(response as? HTTPURLResponse).statusCode
        return Answer(status: status, body: String(decoding: data, as: UTF8.self))
    }

    @Test func theHostOfAzureFunctionsRunsACommandByItsName() async throws {
        try await serve(["FUNCTIONS_CUSTOMHANDLER_PORT": "0"]) { shop, origin in
            let timer = #"{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}"#
            let metadata = #"{"sys":{"MethodName":"migrate","UtcNow":"2026-01-01T03:00:00Z","RandGuid":"0"}}"#
            let headers = [
                "Content-Type": "application/json; charset=utf-8", "X-Azure-Functions-InvocationId": UUID().uuidString,
            ]
            let answer = try await send(
                "\(origin)/migrate", #"{"Data":{"timer":\#(timer)},"Metadata":\#(metadata)}"#, headers: headers)
            #expect(answer.status == 200)
            #expect(answer.body == #"{"Outputs":{},"Logs":[],"ReturnValue":0}"#)
            let tables = try await shop.schema()
            #expect(!tables.isEmpty)
            // The command needs an argument, which the host can't send.
            let failed = try await send("\(origin)/insert-products", "{}", headers: headers)
            #expect(failed.status == 500)
            #expect(failed.body.contains("Missing expected argument"))
            #expect(try await send("\(origin)/serve", "{}", headers: headers).status == 404)
        }
    }

    @Test func theAdapterOfLambdaForwardsAnEvent() async throws {
        try await serve(["AWS_LAMBDA_RUNTIME_API": "127.0.0.1:9001", "PORT": "0"]) { shop, origin in
            #expect(try await send("\(origin)/", method: "GET").status == 200)
            let headers = [
                "Content-Type": "application/json", "x-amzn-request-context": "null",
                "x-amzn-lambda-context": #"{"request_id":"1","deadline":1767236400000,"invoked_function_arn":"arn"}"#,
            ]
            let migrated = try await send("\(origin)/events", #"{"command":"migrate"}"#, headers: headers)
            #expect(migrated.status == 200)
            #expect(migrated.body == #"{"code":0,"message":""}"#)
            let detail = #"{"command":"insert-products","arguments":["2"]}"#
            let event = #"{"version":"0","source":"shop","detail-type":"Nightly","detail":\#(detail)}"#
            #expect(try await send("\(origin)/events", event, headers: headers).status == 200)
            let stored = try await shop("dumpdata")
            #expect(stored.output.components(separatedBy: #""model":"product""#).count == 3, "\(stored.output)")
            let request = ["x-amzn-request-context": #"{"http":{"method":"POST","path":"/events"}}"#]
            #expect(try await send("\(origin)/events", event, headers: request).status == 403)
        }
    }

    @Test func aSchedulerSendsTheSecret() async throws {
        try await serve(["COMMAND_SECRET": "s3cret", "PORT": "0"]) { _, origin in
            let event = #"{"command":"migrate"}"#
            let refused = try await send("\(origin)/events", event)
            #expect(refused.status == 401)
            let accepted = try await send("\(origin)/events", event, headers: ["Authorization": "Bearer s3cret"])
            #expect(accepted.status == 200)
        }
    }

    @Test func withoutASecretItServesOnlyTheHostsOnThisMachine() async throws {
        try await ShopApp.run(.sqlite) { shop in
            let open = try await shop("servecommands", "--port", "0")
            #expect(open.code != 0)
            #expect(open.error.contains("Set the environment variable COMMAND_SECRET."))
            for host in ["FUNCTIONS_CUSTOMHANDLER_PORT": "0", "AWS_LAMBDA_RUNTIME_API": "127.0.0.1:9001"] {
                var shop = shop
                shop.environment = [host.key: host.value]
                let remote = try await shop("servecommands", "--port", "0", "--host", "0.0.0.0")
                #expect(remote.code != 0)
                #expect(remote.error.contains("commands are available only on this machine"))
            }
        }
    }
}
