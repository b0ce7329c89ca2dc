enum Limits {
    static let name = 40
    static let code = "^[A-Z]+$"
    static let isSecret = true
}

let stationsTable = "stations"
let stationsPath = "/stations"
let stationTags = "stations"

@Model(stationsTable)
struct Station {
    var id: UUID
    @Field(.maxLength(Limits.name), .pattern(Limits.code)) var name: String
    @Field(.writeOnly(Limits.isSecret)) var secret: String // error: 'writeOnly' must be a boolean literal because Concord reads it without running the program; write the value as a literal here
    @Field(.column(stationsTable)) var place: String // error: 'column' must be a string literal because Concord reads it without running the program; write the value as a literal here
}

@Serializer
struct Note {
    @Field(stationTags) var text: String // error: this argument must be a string literal because Concord reads it without running the program; write the value as a literal here
    @Field(.items(.maxLength(Limits.name), .uniqueItems(Limits.isSecret))) var words: [String] // error: 'uniqueItems' must be a boolean literal because Concord reads it without running the program; write the value as a literal here
    @Field(.title(stationTags), .description(stationTags), .default(Limits.name), .example(stationTags)) var size: Int?
}

@View(stationsPath, .tags(stationTags, "all"), .summary(stationTags))
struct Stations {
    @Query(.maxLength(Limits.name)) var word: String?

    @GET(stationTags) // error: this argument must be a string literal because Concord reads it without running the program; write the value as a literal here
    @Response(404, Note.self, stationTags)
    func list(@Query(.maximum(Limits.name)) limit: Int?) async throws -> [String] { [] }
}

@View("/places", .schema(AutoSchema(operationIDBase: stationTags))) // error: 'operationIDBase' must be a string literal because Concord reads it without running the program; write the value as a literal here
struct Places: ListAPIView {}

@API(title: stationTags, version: stationTags)
enum NamedAPI {
    static let contact = Contact(name: stationTags)
    static let servers = [Server(stationsPath, stationTags)]
    static let views: [any View.Type] = []
}
