import ConcordBrowser
import ConcordCore
import ConcordOpenAPI
import ConcordServer
import ConcordSite
import ConcordYAML
import Logging
import Testing

/// The console of a page that an app serves sends requests to the app.
@Suite(.serialized, .enabled(if: Browser.isInstalled))
struct ConsoleTests {
    enum BoatAPI: API {
        static let views: [any View.Type] = [Boat.self]
        static let defaultAuthentication: [any Authentication] = []
        static let document: _Core.EmbeddedDocument? = try? embedded()

        private static func embedded() throws -> _Core.EmbeddedDocument {
            let document = Document(try Node(yaml: yaml))
            let page = ReferencePage(document, hasDocumentBeside: true)
            return _Core.EmbeddedDocument(
                yaml: yaml, json: document.node.json, page: String(decoding: page.html, as: UTF8.self))
        }

        private static let yaml = """
            openapi: 3.1.0
            info: {title: Boats, version: '1'}
            security: [{key: []}]
            paths:
              /boats/{name}:
                post:
                  summary: Rename a boat
                  parameters:
                    - {name: name, in: path, required: true, schema: {type: string, minLength: 2}}
                    - {name: count, in: query, schema: {type: integer, maximum: 5}}
                  requestBody:
                    required: true
                    content: {application/json: {schema: {type: object, required: [title], properties: {title: {type: string}}}}}
                  responses:
                    '201':
                      description: Renamed
                      content: {application/json: {schema: {type: object, required: [name], properties: {name: {type: string}}}}}
            components: {securitySchemes: {key: {type: http, scheme: bearer}}}
            """
    }

    struct Boat: View {
        static var routes: [_Core.Route] {
            [
                _Core.Route(
                    "/boats/{name}",
                    [
                        _Core.ViewOperation("POST", "post") { request in
                            var inputs = _Core.Inputs(request)
                            let name = inputs.path("name", _Core.Wire.value(String.self))
                            let body = try await inputs.body(_Core.Wire.value(JSON.self))
                            guard inputs.isValid, let name, let body else { throw inputs.failure }
                            let key = request.headers[.authorization] ?? ""
                            // The response for one name isn't declared in the document.
                            let answer: JSON =
                                name == "wrong"
                                ? ["other": 1] : ["name": .string(name), "body": body, "key": .string(key)]
                            return try request.respond(201, answer)
                        }
                    ], access: _Core.AccessSettings())
            ]
        }
    }

    private func browse(_ body: @escaping @Sendable (Browser) async throws -> Void) async throws {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let server = try APIServer(
            BoatAPI.served, app: AppConfiguration(), configuration: APIServer.Configuration(port: 0), logger: logger)
        try await server.run(while: { port in
            let browser = try await Browser()
            do {
                try await browser.open("http://127.0.0.1:\(port)/docs")
                try await browser.run("document.querySelector('.console').open = true;")
                _ = try await browser.wait(for: "return document.querySelector('.console form');")
                try await body(browser)
            } catch {
                await browser.close()
                throw error
            }
            await browser.close()
        })
    }

    /// Fills in the form by the labels of its fields, sends it, and returns the text that the console shows.
    private static func send(_ fields: [String: String], in browser: Browser) async throws -> String {
        for (label, value) in fields {
            let value = value.replacing("\"", with: "\\\"")
            try await browser.run(
                """
                const field = [...document.querySelectorAll('.console label')].find(one => one.innerText.startsWith('\(label)'));
                field.querySelector('input, textarea, select').value = "\(value)";
                """)
        }
        try await browser.run("document.querySelector('.console button').click();")
        return try await browser.wait(
            for: """
                const shown = document.querySelector('.console .result');
                const problem = [...document.querySelectorAll('.console .problem')].map(one => one.innerText).join('');
                return problem || shown.querySelector('.status') && shown.innerText;
                """)
    }

    @Test func sendsARequestToTheApp() async throws {
        try await browse { browser in
            let shown = try await Self.send(
                ["name": "Ada & Co", "Body": "{\"title\": \"x\"}", "key": "secret"], in: browser)
            #expect(shown.contains("201") && shown.contains("ms"))
            #expect(shown.contains("\"name\": \"Ada & Co\"") && shown.contains("\"key\": \"Bearer secret\""))
            #expect(shown.contains("The response matches the document."))
            #expect(try await browser.messages().filter { !$0.contains("favicon") } == [])
            // The credentials belong to the tab.
            #expect(try await browser.text("return JSON.stringify(localStorage).includes('secret');") == "false")
        }
    }

    @Test(arguments: [
        (["name": "x", "Body": "{\"title\": \"x\"}"], "must have at least 2 characters"),
        (["name": "ok", "count": "9", "Body": "{\"title\": \"x\"}"], "must be at most 5"),
        (["name": "ok", "count": "many", "Body": "{\"title\": \"x\"}"], "must be an integer"),
        (["name": "ok", "Body": "{\"title\": 1}"], "title must be a string"),
        (["name": "ok", "Body": "{}"], "title is required"), (["name": "ok", "Body": "{"], "is not JSON"),
        (["name": "", "Body": "{\"title\": \"x\"}"], "is required"),
    ])
    func refusesInvalidInputBeforeItSends(fields: [String: String], problem: String) async throws {
        try await browse { browser in
            let shown = try await Self.send(fields, in: browser)
            #expect(shown.contains(problem))
            #expect(try await browser.requests().allSatisfy { !$0.contains("/boats/") })
        }
    }

    @Test func tellsWhenTheResponseIsNotAsStated() async throws {
        try await browse { browser in
            let shown = try await Self.send(["name": "wrong", "Body": "{\"title\": \"x\"}"], in: browser)
            #expect(shown.contains("The body doesn't match the document: name is required."))
        }
    }

    @Test func publishedPagesHaveNoneUnlessAsked() throws {
        func state(_ isEnabled: Bool) throws -> Bool {
            let page = ReferencePage(try Documents.petstore, SiteSettings(isConsoleEnabled: isEnabled))
            return String(decoding: page.html, as: UTF8.self).contains("data-console=\"on\"")
        }
        #expect(try state(true))
        #expect(try !state(false))
    }
}
