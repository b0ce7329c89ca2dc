import ConcordCommands
import ConcordOpenAPI
import Foundation
import Testing

/// A change of one declaration changes the nodes for it, and no others: the weather app is edited in one place, and the
/// document of the original app is checked against it.
struct CheckMutationTests {
    /// An edit of the app, and the places in the document that change: `+` is added, `-` is removed, `~` is changed.
    struct Mutation: CustomTestStringConvertible, Sendable {
        let old: String
        let new: String
        let places: [String]

        init(_ old: String, _ new: String, _ places: String...) {
            self.old = old
            self.new = new
            self.places = places
        }

        var testDescription: String { "\(old) → \(new)" }
    }

    private static let station = "/components/schemas/Station"
    private static let list = "/paths/~1stations/get"
    private static let forecast = "/paths/~1stations~1{id}~1forecast/get"

    private static let mutations = [
        // Types, optionality, initial values, and comments of properties.
        Mutation("var name: String\n", "var name: String?\n", "-\(station)/required"),
        Mutation("var elevation: Double?", "var elevation: Int?", "~\(station)/properties/elevation/type"),
        Mutation("= .active", "= .retired", "~\(station)/properties/status/default"),
        Mutation("Name shown on maps.", "Name.", "~\(station)/properties/name/description"),
        Mutation(
            "var rain: Nullable<Double>", "var rain: Double",
            "~/components/schemas/Forecast/properties/days/items/properties/rain/type"),
        // Attributes of properties.
        Mutation(".maxLength(40)", ".maxLength(41)", "~\(station)/properties/name/maxLength"),
        Mutation(".minLength(1), .maxLength(40)", ".maxLength(40)", "-\(station)/properties/name/minLength"),
        Mutation("@Field(.readOnly) var id", "var id", "-\(station)/properties/id/readOnly"),
        Mutation(
            "@Field(.minimum(0), .exclusiveMaximum(360))", "@Field(.minimum(0), .maximum(360))",
            "-/components/schemas/WindReading/properties/direction/exclusiveMaximum",
            "+/components/schemas/WindReading/properties/direction/maximum"),
        // Enums, constants, unions, and named scalars.
        Mutation(
            "case active, retired", "case retired, active", "~\(station)/properties/status/enum/0",
            "~\(station)/properties/status/enum/1"),
        Mutation(
            ".pattern(\"^[A-Z]{2}-[0-9]{4}$\")", ".pattern(\"^[A-Z]+$\")", "~/components/schemas/StationCode/pattern"),
        Mutation(".example(\"NO-0042\")", ".example(\"SE-0001\")", "~/components/schemas/StationCode/example"),
        Mutation(
            "case rain(RainReading)", "case shower(RainReading)",
            "-/components/schemas/Measurement/discriminator/mapping/rain",
            "+/components/schemas/Measurement/discriminator/mapping/shower"),
        Mutation(
            ".discriminator(\"kind\")", ".discriminator(\"type\")",
            "~/components/schemas/Measurement/discriminator/propertyName"),
        // Views, operations, parameters, and responses.
        Mutation("@View(\"/measurements\"", "@View(\"/reports\"", "-/paths/~1measurements", "+/paths/~1reports"),
        Mutation(
            "@View(\"/measurements\", .tags(\"measurements\"))", "@View(\"/measurements\")",
            "-/paths/~1measurements/post/tags"),
        Mutation("@GET(\"listStations\")", "@GET(\"stations\")", "~\(list)/operationId"),
        Mutation(
            "@POST(\"reportMeasurement\", .status(202))", "@PUT(\"reportMeasurement\", .status(202))",
            "-/paths/~1measurements/post", "+/paths/~1measurements/put"),
        Mutation(
            ".status(202)", ".status(201)", "-/paths/~1measurements/post/responses/202",
            "+/paths/~1measurements/post/responses/201"),
        Mutation("@Query(.minimum(-430)) above", "@Query(\"min\", .minimum(-430)) above", "~\(list)/parameters/0/name"),
        Mutation("@Query(.minimum(-430)) above", "@Header(.minimum(-430)) above", "~\(list)/parameters/0/in"),
        Mutation("days: Int = 7", "days: Int = 8", "~\(forecast)/parameters/0/schema/default"),
        Mutation("How many days ahead.", "Days.", "~\(forecast)/parameters/0/description"),
        Mutation("Computed every hour", "Computed every day", "~\(forecast)/description"),
        Mutation("Forecast for the days ahead.", "The forecast.", "~\(forecast)/summary"),
        Mutation("x-cache: hourly", "x-cache: daily", "~\(forecast)/x-cache"),
        Mutation(
            "-> [Station]", "-> Station", "-\(list)/responses/200/content/application~1json/schema/type",
            "-\(list)/responses/200/content/application~1json/schema/items",
            "+\(list)/responses/200/content/application~1json/schema/$ref"),
        // The API.
        Mutation("version: \"1.4.0\"", "version: \"1.5.0\"", "~/info/version"),
        Mutation("network@weather.example", "team@weather.example", "~/info/contact/email"),
        Mutation("\"Sandbox\"", "\"Playground\"", "~/servers/1/description"),
        Mutation("Where measurements come from.", "Places.", "~/tags/0/description"),
        Mutation(
            "@View(\"/measurements\"", "@View(\"/reports\"", "-/paths/~1measurements", "+/paths/~1reports"),
    ]

    @Test(arguments: mutations)
    func changesItsOwnNodes(mutation: Mutation) throws {
        let folder = try TemporaryFolder()
        var edits = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: Repository.weather) {
            let text = try String(contentsOfFile: Repository.weather + "/" + name, encoding: .utf8)
            edits += text.ranges(of: mutation.old).count
            try folder.write(text.replacing(mutation.old, with: mutation.new, maxReplacements: 1), to: name)
        }
        try #require(edits > 0, "the app does not say \(mutation.old)")
        let document = Repository.weatherDocument
        let outcome = Check(code: GenerateSchema(sources: [folder.path]), document: document).run()
        let written = folder.path + "/openapi.yaml"
        #expect(GenerateSchema(sources: [folder.path], file: written).run().status == .fine)
        let documents = try [written, document].map { try #require(Document.read(path: $0).document) }
        let findings = DocumentDifference(from: documents[0], to: documents[1]).findings
        #expect(Set(findings.map(Self.place)) == Set(mutation.places))
        let reported = outcome.diagnostics.filter { $0.code == "out-of-date" }
        #expect(reported.count == findings.count)
        #expect(reported.allSatisfy { $0.position?.file == document })
        #expect(reported.allSatisfy { $0.related.first?.position.file.hasPrefix(folder.path) == true })
    }

    /// Returns the place of a change from the document to the code.
    private static func place(of finding: DocumentDifference.Finding) -> String {
        switch finding.kind {
        case .lost: "+\(finding.pointer)"
        case .added: "-\(finding.pointer)"
        case .changed, .reordered: "~\(finding.pointer)"
        }
    }
}
