import ConcordOpenAPI
import Foundation
import Testing

/// A change in the Swift code changes exactly the corresponding node in the document.
@Suite struct MutationTests {
    @Test(arguments: Mutation.all)
    func changeIsSeenWhereItBelongs(_ mutation: Mutation) throws {
        let text = try String(contentsOf: Weather.swift, encoding: .utf8)
        #expect(text.ranges(of: mutation.old).count == 1, "'\(mutation.old)' should stand in the file once")
        let (before, _) = SwiftText.generate(text)
        let (after, diagnostics) = SwiftText.generate(text.replacing(mutation.old, with: mutation.new))
        #expect(diagnostics.map(\.line) == [])
        let difference = DocumentDifference(from: try #require(before), to: try #require(after))
        #expect(difference.findings.map(\.description) == mutation.findings)
    }
}

struct Mutation: CustomTestStringConvertible {
    let name: String
    let old: String
    let new: String
    let findings: [String]

    init(_ name: String, _ old: String, _ new: String, _ findings: String...) {
        self.name = name
        self.old = old
        self.new = new
        self.findings = findings
    }

    var testDescription: String { name }

    static let all = [
        Mutation(
            "a title", #"title: "Weather Stations""#, #"title: "Weather""#,
            "changed /info/title: Weather Stations is Weather"),
        Mutation(
            "a type", "@Query(.minimum(-430)) above: Double?", "@Query(.minimum(-430)) above: Int?",
            "changed /paths/~1stations/get/parameters/2/schema/type: number is integer"),
        Mutation(
            "an upper bound", ".maximum(8850)", ".maximum(9000)",
            "changed /components/schemas/Station/properties/elevation/maximum: 8850 is 9000"),
        Mutation(
            "presence", "var elevation: Double?", "var elevation: Double",
            "changed /components/schemas/Station/required: [id, name, created] is [id, name, elevation, created]"),
        Mutation(
            "null", "var rain: Nullable<Double>", "var rain: Double",
            "changed /components/schemas/Forecast/properties/days/items/properties/rain/type: [number, 'null'] is number"
        ),
        Mutation(
            "a default", "days: Int = 7", "days: Int = 5",
            "changed /paths/~1stations~1{id}~1forecast/get/parameters/0/schema/default: 7 is 5"),
        Mutation(
            "a wire name", #"@Field("taken_at")"#, #"@Field("at")"#,
            "changed /components/schemas/Reading/required: [station, taken_at] is [station, at]",
            "lost /components/schemas/Reading/properties/taken_at: {type: string, format: date-time}",
            "added /components/schemas/Reading/properties/at: {type: string, format: date-time}"),
        Mutation(
            "a property's comment", "/// Degrees Celsius.", "/// Degrees Fahrenheit.",
            "changed /components/schemas/Forecast/properties/days/items/properties/low/description: Degrees Celsius. is Degrees Fahrenheit."
        ),
        Mutation(
            "a summary", "/// Forecast for the days ahead.\n", "/// The days ahead.\n",
            "changed /paths/~1stations~1{id}~1forecast/get/summary: Forecast for the days ahead. is The days ahead."),
        Mutation(
            "a case", "case active, retired", "case active, planned, retired",
            "changed /components/schemas/Station/properties/status/enum: [active, retired] is [active, planned, retired]"
        ),
        Mutation(
            "a constant", #"Const("wind")"#, #"Const("gust")"#,
            "changed /components/schemas/WindReading/allOf/1/properties/kind/const: wind is gust"),
        Mutation(
            "a branch's name", "    case wind(WindReading)", "    @Field(\"gust\") case wind(WindReading)",
            "lost /components/schemas/Measurement/discriminator/mapping/wind: '#/components/schemas/WindReading'",
            "added /components/schemas/Measurement/discriminator/mapping/gust: '#/components/schemas/WindReading'"),
        Mutation(
            "a header", #"@Header("Link") var link: String?"#, #"@Header("Link") var link: URL?"#,
            "added /paths/~1stations/get/responses/200/headers/Link/schema/format: uri"),
        Mutation(
            "a header's name", #"@Header("Accept-Language")"#, #"@Header("X-Language")"#,
            "changed /paths/~1stations~1{id}~1forecast/get/parameters/1/name: Accept-Language is X-Language"),
        Mutation(
            "a status", ".status(202)", ".status(201)",
            "lost /paths/~1measurements/post/responses/202: {description: Accepted, content: {application/json: {schema: {$ref: '#/components/schemas/Measurement'}}}}",
            "added /paths/~1measurements/post/responses/201: {description: Created, content: {application/json: {schema: {$ref: '#/components/schemas/Measurement'}}}}"
        ),
        Mutation(
            "a response's text", #""Larger than 5 MiB.""#, #""Too large.""#,
            "changed /paths/~1stations~1{id}~1photo/put/responses/413/description: Larger than 5 MiB. is Too large."),
        Mutation(
            "a media type", #"@Status(200, "image/jpeg")"#, #"@Status(200, "image/png")"#,
            "lost /paths/~1stations~1{id}~1photo/get/responses/200/content/image~1jpeg: {schema: {type: string, format: binary}}",
            "added /paths/~1stations~1{id}~1photo/get/responses/200/content/image~1png: {schema: {type: string, format: binary}}"
        ),
        Mutation(
            "a part's media type", #"@Field(.contentType("image/jpeg"))"#, #"@Field(.contentType("image/png"))"#,
            "changed /paths/~1stations~1{id}~1photo/put/requestBody/content/multipart~1form-data/encoding/photo/contentType: image/jpeg is image/png"
        ),
        Mutation(
            "an operation's id", #"@GET("getForecast", "#, #"@GET("forecast", "#,
            "changed /paths/~1stations~1{id}~1forecast/get/operationId: getForecast is forecast"),
        Mutation(
            "a function's name", "    @GET\n    func list(", "    @GET\n    func find(",
            "changed /paths/~1stations/get/operationId: listStations is findStations"),
        Mutation(
            "the base of operation ids", #"@View("/stations", .tags("stations"))"#,
            #"@View("/stations", .tags("stations"), .schema(AutoSchema(operationIDBase: "Place")))"#,
            "changed /paths/~1stations/get/operationId: listStations is listPlaces"),
        Mutation(
            "authentication", ".authentication())", ".authentication(BearerToken(), Anonymous()))",
            "added /paths/~1stations~1{id}~1forecast/get/responses/401: {description: Not authenticated., content: "
                + "{application/problem+json: {schema: {$ref: '#/components/schemas/ProblemDetai…",
            "changed /paths/~1stations~1{id}~1forecast/get/security: [] is [{BearerToken: []}, {}]"),
        Mutation(
            "a fragment", "x-cache: hourly", "x-cache: daily",
            "changed /paths/~1stations~1{id}~1forecast/get/x-cache: hourly is daily"),
        Mutation(
            "a tag", #"@View("/measurements", .tags("measurements"))"#, #"@View("/measurements", .tags("reports"))"#,
            "changed /paths/~1measurements/post/tags/0: measurements is reports"),
        Mutation(
            "the order of properties", "    var title: String\n    var detail: String?\n",
            "    var detail: String?\n    var title: String\n",
            "reordered /components/schemas/Problem/properties: title, detail is detail, title"),
        Mutation(
            "the order of views", "        StationForecast.self,\n        StationPhoto.self,",
            "        StationPhoto.self,\n        StationForecast.self,",
            "reordered /paths: /stations, /stations/{id}, /stations/{id}/forecast, /stations/{id}/photo, /measurements is /stations, /stations/{id}, /stations/{id}/photo, /stations/{id}/forecast, /measurements"
        ),
        Mutation("a body", "var isHigh: Bool { (elevation ?? 0) > 2000 }", "var isHigh: Bool { false }"),
    ]
}
