import ConcordOpenAPI
import ConcordSite
import ConcordYAML
import Foundation
import Testing

/// Samples of requests contain what the operation requires, in each language.
struct RequestSampleTests {
    private static let document = """
        openapi: 3.1.0
        info: {title: Boats, version: '1'}
        servers: [{url: 'https://{region}.example.com/v1/', variables: {region: {default: eu}}}]
        security: [{token: []}]
        paths:
          /boats/{id}:
            put:
              operationId: putBoat
              parameters:
                - {name: id, in: path, required: true, schema: {type: integer, minimum: 7}}
                - {name: dry run, in: query, required: true, schema: {type: boolean}}
                - {name: page, in: query, schema: {type: integer}}
                - {name: X-Version, in: header, required: true, schema: {const: '2'}}
              requestBody:
                required: true
                content:
                  application/json:
                    schema:
                      type: object
                      required: [id, name, secret]
                      properties:
                        id: {type: integer, readOnly: true}
                        name: {type: string, example: "O'Hara \\"$1\\""}
                        secret: {type: string, writeOnly: true}
              responses:
                '200':
                  description: OK
                  content:
                    application/json:
                      schema: {type: object, required: [id, secret], properties: {id: {type: integer}, secret: {type: string, writeOnly: true}}}
              x-codeSamples: [{lang: Ruby, source: 'puts "boat"'}]
        components:
          securitySchemes: {token: {type: http, scheme: bearer}}
        """

    private func samples() throws -> [String: String] {
        let files = ReferenceSite(try Documents.read(yaml: Self.document)).files
        let page = try #require(files.first { $0.path == "tags/Operations.html" })
        return Markup.panels(of: page.contents)
    }

    @Test(arguments: ["curl", "HTTP", "Swift", "AsyncHTTPClient", "Python", "JavaScript", "Kotlin"])
    func statesAddressCredentialsAndHeaders(language: String) throws {
        let sample = try #require(try samples()[language])
        let address =
            language == "HTTP" ? "/v1/boats/7?dry%20run=true" : "https://eu.example.com/v1/boats/7?dry%20run=true"
        for part in [address, "PUT", "YOUR_ACCESS_TOKEN", "X-Version", "secret"] {
            #expect(sample.contains(part), "\(part) in\n\(sample)")
        }
        #expect(!sample.contains("\"id\""), "a read-only property")
        #expect(!sample.contains("page="), "an optional parameter")
    }

    @Test func textIsQuotedForItsLanguage() throws {
        let samples = try samples()
        #expect(try #require(samples["curl"]).contains(#"O'\''Hara \"$1\""#))
        #expect(try #require(samples["Kotlin"]).contains(#"O'Hara \"${'$'}1\""#))
        #expect(try #require(samples["Swift"]).contains(#"O'Hara \"$1\""#))
        #expect(try #require(samples["Python"]).contains(#""O'Hara \"$1\"""#))
    }

    @Test func responseHasNoWriteOnlyProperty() throws {
        #expect(try samples()["200"] == "{\n  \"id\": 1\n}")
    }

    @Test func documentsOwnSamplesComeFirst() throws {
        #expect(try samples()["Ruby"] == "puts \"boat\"")
    }

    /// The shell splits the words as intended.
    @Test func curlSampleIsValidForTheShell() throws {
        let sample = try #require(try samples()["curl"])
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "curl() { for word; do printf '%s\\n' \"<$word>\"; done; }\n" + sample]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let words = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(words.contains("<Authorization: Bearer YOUR_ACCESS_TOKEN>\n"))
        #expect(words.contains("\"name\": \"O'Hara \\\"$1\\\"\""))
    }
}
