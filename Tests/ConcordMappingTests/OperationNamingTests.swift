import Testing

/// The derived operation IDs, which consist of a verb and the base, in the plural for lists.
@Suite struct OperationNamingTests {
    @Test func pluralsAreThoseOfInflection() throws {
        let views = Self.plurals.map { base, _ in
            """
            @View("/\(base)", .schema(AutoSchema(operationIDBase: "\(base)"))) struct \(base)View: ListAPIView {
                static let serializer = NoteSerializer.self
                static let queryset = Note.objects.all()
            }
            """
        }
        let list = Self.plurals.map { "\($0.base)View.self" }.joined(separator: ", ")
        let text = """
            @API(title: "Plurals", version: "1") enum PluralsAPI { static let views: [any View.Type] = [\(list)] }
            @Model struct Note { var id: Int }
            @Serializer(of: Note.self) struct NoteSerializer {}
            \(views.joined(separator: "\n"))
            """
        let (document, diagnostics) = SwiftText.generate(text)
        #expect(diagnostics.map(\.line) == [])
        let paths = try #require(document).node["paths"]
        for (base, plural) in Self.plurals {
            #expect(paths?["/" + base]?["get"]?["operationId"]?.string == "list" + plural)
        }
    }

    /// The plurals of Python's `inflection` 0.5.
    private static let plurals: [(base: String, plural: String)] = [
        ("MyData", "MyData"),
        ("Category", "Categories"),
        ("Person", "People"),
        ("Status", "Statuses"),
        ("Leaf", "Leafs"),
        ("Wolf", "Wolves"),
        ("Wife", "Wives"),
        ("Cliff", "Cliffs"),
        ("Hourglass", "Hourglasses"),
        ("Box", "Boxes"),
        ("Ox", "Oxen"),
        ("Bus", "Buses"),
        ("Alias", "Aliases"),
        ("Quiz", "Quizzes"),
        ("Mouse", "Mice"),
        ("House", "Houses"),
        ("Matrix", "Matrices"),
        ("Vertex", "Vertices"),
        ("Index", "Indices"),
        ("Analysis", "Analyses"),
        ("Datum", "Data"),
        ("Octopus", "Octopi"),
        ("Virus", "Viri"),
        ("Tomato", "Tomatoes"),
        ("Photo", "Photos"),
        ("Hive", "Hives"),
        ("Key", "Keys"),
        ("Day", "Days"),
        ("Query", "Queries"),
        ("Series", "Series"),
        ("News", "News"),
        ("Fish", "Fish"),
        ("Sheep", "Sheep"),
        ("Money", "Money"),
        ("Information", "Information"),
        ("Child", "Children"),
        ("Woman", "Women"),
        ("Human", "Humans"),
        ("Move", "Moves"),
        ("Sex", "Sexes"),
        ("Cow", "Kine"),
        ("Zombie", "Zombies"),
        ("Branch", "Branches"),
        ("Wish", "Wishes"),
        ("Class", "Classes"),
        ("Passerby", "Passersby"),
        ("Buffalo", "Buffaloes"),
        ("Stadium", "Stadia"),
        ("Schema", "Schemas"),
        ("Criteria", "Criteria"),
        ("Settings", "Settings"),
        ("Address", "Addresses"),
        ("Crisis", "Crises"),
        ("Shelf", "Shelves"),
        ("Knife", "Knives"),
        ("Stations", "Stations"),
        ("Media", "Media"),
        ("City", "Cities"),
        ("Boy", "Boys"),
        ("Soliloquy", "Soliloquies"),
        ("Taxi", "Taxis"),
        ("WeatherStation", "WeatherStations"),
        ("URL", "URLs"),
        ("GPS", "GPs"),
        ("Axe", "Axes"),
        ("Test", "Tests"),
    ]
}
