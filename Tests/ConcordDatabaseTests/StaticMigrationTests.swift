import Concord
import ConcordCommands
import ConcordDatabase
import ConcordDiagnostics
import Foundation
import Testing

/// `concord makemigrations` reads the sources, and the app's own command uses the built program. Both write the same
/// files.
@Suite struct StaticMigrationTests {
    private static let here = URL(filePath: #filePath).deletingLastPathComponent()

    /// Returns the path of a file of the tests.
    private static func path(_ file: String) -> String {
        here.appending(path: file).standardized.path(percentEncoded: false)
    }

    // MARK: Models

    @Test func modelsGetTheSameMigration() throws {
        let models: [any Model.Type] = [
            Station.self, Owner.self, Tag.self, Visit.self, Sample.self, Bench.self, Shelf.self, Link.self,
        ]
        try expectSame(models, in: [Self.path("Fixtures/Models.swift")])
    }

    @Test func relationsGetTheSameMigration() throws {
        try expectSame(
            [Alpinist.self, Climb.self, RopeTeam.self, Hut.self], in: [Self.path("Fixtures/Relations.swift")])
    }

    @Test func modelsOfTheShopGetTheSameMigration() throws {
        try SourceFolder.run { folder in
            try folder.write("API.swift", Self.api("ShopAPI", listing: ["Rating", "Team", "Product"]))
            try folder.run([Self.path("../Shop/Models.swift")])
            let shop = try String(contentsOfFile: Self.path("../Shop/Migrations/0001_initial.swift"), encoding: .utf8)
            #expect(try folder.text("Migrations/0001_initial.swift") == shop)
        }
    }

    @Test func rowsGetTheSameDefaults() throws {
        let models: [any Model.Type] = [
            Station.self, Owner.self, Tag.self, Visit.self, Sample.self, Bench.self, Shelf.self, Link.self,
            Alpinist.self, Climb.self, RopeTeam.self, Hut.self,
        ]
        let tables = TableDefinition.inOrder(of: models)
        let keys = MigrationState(
            tables.map { table in
                let keys = table.columns.filter { $0.isPrimaryKey || !table.columns.contains(where: \.isPrimaryKey) }
                return TableDefinition(table.name, columns: keys)
            })
        var values = TableDefinition.initialValues(of: models)
        var stated: [String] = []
        for table in tables {
            for column in table.columns where !column.isNullable && values["\(table.name).\(column.name)"] == nil {
                let type: _Core.ColumnType = if case .array = column.type { .json } else { column.type }
                let value: QueryValue = column.type == type ? RandomTables.value(type, 0) : .json([])
                values["\(table.name).\(column.name)"] = ColumnLiteral(value)
                stated.append("\(table.name).\(column.name)=\(value.stated)")
            }
        }
        #expect(values.count > stated.count + 28)
        #expect(!stated.contains { $0.hasPrefix("sample.renamed_column=") })
        #expect(stated.filter { $0.hasPrefix("link.") }.map { $0.prefix { $0 != "=" } } == ["link.id", "link.target"])
        let changes = ModelChanges(from: keys, to: MigrationState(tables), initialValues: values)
        #expect(changes.problems.isEmpty)
        let built = MigrationSource("Migration0002Defaults", after: ["Migration0001"], changes.operations).text
        try SourceFolder.run { folder in
            let first = ModelChanges(from: MigrationState(), to: keys).operations
            try folder.write("API.swift", Self.api("FixtureAPI", listing: models.map { "\($0)" }))
            try folder.write("Migrations/0001.swift", MigrationSource("Migration0001", after: [], first).text)
            try folder.write(
                "Migrations/Migrations.swift",
                "extension FixtureAPI: MigratedAPI { static let migrations: [any Migration.Type] = [Migration0001.self] }\n"
            )
            let sources = ["Fixtures/Models.swift", "Fixtures/Relations.swift"].map(Self.path)
            try folder.run(sources, named: "defaults", defaults: stated)
            #expect(try folder.text("Migrations/0002_defaults.swift") == built)
        }
    }

    @Test(arguments: [
        ("JSONObject", " { \"a\" : 1.50, \"b\":[ true , null ] }", "{\"a\":1.50,\"b\":[true,null]}"),
        ("JSONObject", "\"\\u00e9\\/\\ud83d\\ude00 \\t\"", "\"é/😀 \\t\""),
        ("JSONObject", "-0e+2", "-0e+2"), ("JSONObject", "null", "null"),
        ("JSONObject", "{a: 1}", nil), ("JSONObject", "[1,]", nil), ("JSONObject", "01", nil),
        ("JSONObject", "\"\\ud800\"", nil),
        ("JSONObject", "{\"a\": 1, \"a\": 2}", nil), ("JSONObject", "1 2", nil), ("JSONObject", "", nil),
        ("JSONObject", "\"\\", nil),
        ("[Int]", "[1, 2.0, 3e2, null]", "[1,2.0,3e2,null]"), ("[Int]", "[1.5]", nil), ("[Int]", "1", nil),
        ("[Int16]", "[32768]", nil), ("[UInt64]", "[18446744073709551615]", "[18446744073709551615]"),
        ("[Bool]", "[true]", "[true]"), ("[Bool]", "[1]", nil), ("[Double]", "[1, 2.5]", "[1,2.5]"),
        ("[String]", "[\"now\"]", "[\"now\"]"), ("[String]", "[\"a\", 1]", nil),
        ("[CalendarDate]", "[\"2026-01-31\"]", "[\"2026-01-31\"]"), ("[CalendarDate]", "[\"now\"]", nil),
        ("[UUID]", "[\"x\"]", nil), ("[[Int]]", "[[1], []]", "[[1],[]]"), ("[[Int]]", "[1]", nil),
    ])
    func statedJSONHasOneForm(_ type: String, _ text: String, _ stored: String?) throws {
        try SourceFolder.run { folder in
            let model = "\n@Model\nstruct Item {\n    var id: Int\n    var data: \(type)\n}\n"
            try folder.write("API.swift", Self.api("ItemAPI", listing: ["Item"]) + model)
            try folder.write(
                "Migrations/Migrations.swift",
                """
                extension ItemAPI: MigratedAPI { static let migrations: [any Migration.Type] = [Migration0001.self] }
                struct Migration0001: Migration {
                    static let operations: [MigrationOperation] = [
                        .createModel("item", [.field("id", .integer(bits: 64), .primaryKey)])
                    ]
                }

                """)
            var command = MakeMigrations(sources: [folder.path], name: "data")
            command.defaults = ["item.data=\(text)"]
            let outcome = command.run()
            guard let stored else {
                let expected = type == "JSONObject" ? "JSON" : "a JSON array with elements of the type of the column"
                let message = "the value for 'item.data' is not valid: '\(text)' is not \(expected)"
                #expect(outcome.diagnostics.map(\.message) == [message])
                return
            }
            #expect(outcome.diagnostics.map(\.message) == [])
            let literal = ColumnLiteral.text(stored).source
            #expect(try folder.text("Migrations/0002_data.swift").contains(".default(\(literal))"))
        }
    }

    /// Compares the first migration of models, and expects that nothing is missing after it.
    private func expectSame(_ models: [any Model.Type], in sources: [String]) throws {
        let new = MigrationState(TableDefinition.inOrder(of: models))
        let changes = ModelChanges(from: MigrationState(), to: new).operations
        let built = NewMigration(of: "FixtureAPI", after: []).files(named: nil) {
            MigrationSource($0, after: [], changes)
        }
        try SourceFolder.run { folder in
            try folder.write("API.swift", Self.api("FixtureAPI", listing: models.map { "\($0)" }))
            try folder.run(sources)
            #expect(try folder.text("Migrations/\(built.migration.name)") == built.migration.text)
            #expect(try folder.text("Migrations/Migrations.swift") == built.list.text)
            let again = folder.outcome(sources, .check)
            #expect(again.status == .fine)
            #expect(String(decoding: again.output, as: UTF8.self) == "No changes.\n")
        }
    }

    private static func api(_ name: String, listing models: [String]) -> String {
        """
        import Concord

        @API(title: "Test", version: "1.0")
        enum \(name) {
            static let views: [any View.Type] = []
            static let models: [any Model.Type] = [\(models.map { "\($0).self" }.joined(separator: ", "))]
        }

        """
    }

    // MARK: Migrations

    @Test(arguments: ["linear", "squashed"])
    func migrationsAddUpToTheSameState(_ history: String) throws {
        let names = [
            "linear": ["Migration0001Item", "Migration0002Parts", "Migration0003ItemTitle"],
            "squashed": [
                "Migration0001Item", "Migration0002Parts", "Migration0003ItemTitle", "Migration0001Squashed0003",
                "Migration0004AfterSquash",
            ],
        ]
        try SourceFolder.run { folder in
            let model = "\n@Model\nstruct Item {\n    var id: Int\n}\n"
            try folder.write("API.swift", Self.api("ShopAPI", listing: ["Item"]) + model)
            try folder.write(
                "Migrations/Migrations.swift",
                """
                import Concord

                extension ShopAPI: MigratedAPI {
                    static let migrations: [any Migration.Type] = [\
                \((names[history] ?? []).map { "\($0).self" }.joined(separator: ", "))]
                }

                """)
            try folder.run([Self.path("../Shop/History.swift")], named: "next")
            let number = history == "linear" ? "0004" : "0005"
            let last = history == "linear" ? "Migration0003ItemTitle" : "Migration0004AfterSquash"
            let text = try folder.text("Migrations/\(number)_next.swift")
            #expect(text.contains("dependencies: [any Migration.Type] = [\(last).self]"))
            for line in [
                ".removeConstraint(of: \"item\", \"item_once\")", ".removeField(of: \"item\", \"weight\")",
                ".removeField(of: \"item\", \"kind\")", ".deleteModel(\"part\")",
            ] {
                #expect(text.contains(line))
            }
        }
    }

    @Test(arguments: 1...40)
    func randomModelsGetTheSameMigration(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let plain = RandomTables.make(&random)
        let old = MigrationState(RandomTables.checked(plain, &random))
        let new = MigrationState(RandomTables.checked(RandomTables.changed(plain, &random), &random))
        let columns = new.tables.flatMap { table in table.columns.map { (table.name, $0) } }
        let values = columns.map { ("\($0).\($1.name)", ColumnLiteral(RandomTables.value($1.type, 0))) }
        let changes = ModelChanges(
            from: old, to: new, initialValues: Dictionary(values, uniquingKeysWith: { first, _ in first }))
        #expect(changes.problems.isEmpty)
        let first = ModelChanges(from: MigrationState(), to: old).operations
        let built = NewMigration(of: "RandomAPI", after: ["Migration0001"]).files(named: "changed") {
            MigrationSource($0, after: ["Migration0001"], changes.operations)
        }
        try SourceFolder.run { folder in
            let models = ModelSource(new.tables.map { InspectedTable(modelOf: $0) })
            try folder.write("Models.swift", models.text)
            try folder.write("API.swift", Self.api("RandomAPI", listing: models.types))
            try folder.write("Migrations/0001.swift", MigrationSource("Migration0001", after: [], first).text)
            try folder.write(
                "Migrations/Migrations.swift",
                "extension RandomAPI: MigratedAPI { static let migrations: [any Migration.Type] = [Migration0001.self] }\n"
            )
            let defaults = columns.map { "\($0).\($1.name)=\(RandomTables.value($1.type, 0).stated)" }
            try folder.run([], named: "changed", defaults: defaults)
            if changes.operations.isEmpty {
                #expect(!FileManager.default.fileExists(atPath: folder.path + "/Migrations/0002_changed.swift"))
            } else {
                #expect(try folder.text("Migrations/0002_changed.swift") == built.migration.text)
            }
        }
    }

    // MARK: Targets, installed apps, branches and names

    @Test func theMigrationsOfAnAPIAreInItsTarget() throws {
        try SourceFolder.run { folder in
            try folder.write("Stock/Shelf.swift", "@Model\npublic struct Shelf {\n    var id: Int\n}\n")
            let model = "\n@Model\nstruct Box {\n    var id: Int\n    @ForeignKey var shelf: Stock.Shelf.ID\n}\n"
            try folder.write("App/API.swift", Self.api("BoxAPI", listing: []) + model)
            let sources = ["Stock", "App"].map { folder.path + "/" + $0 }
            let outcome = MakeMigrations(sources: sources).run()
            #expect(outcome.diagnostics == [])
            let text = try folder.text("App/Migrations/0001_initial.swift")
            #expect(
                text.contains(
                    "\"shelf\", .integer(bits: 64), .index, .references(\"shelf\", \"id\", onDelete: .cascade)"))
            let order = text.matches(of: /createModel\(\s*"(\w+)"/).map { String($0.output.1) }
            #expect(order == ["shelf", "box"])
        }
    }

    @Test func modelsInNamespacesAreFound() throws {
        try SourceFolder.run { folder in
            let models = """

                enum Billing {
                    @Model
                    struct Invoice {
                        var id: Int
                        @ForeignKey var payer: Payer.ID
                        var state: State = .open
                    }

                    @Model
                    struct Payer {
                        var id: UUID
                    }

                    enum State: Int { case open, paid }
                }

                """
            try folder.write("API.swift", Self.api("BillingAPI", listing: []) + models)
            try folder.run([])
            let text = try folder.text("Migrations/0001_initial.swift")
            #expect(
                text.contains("\"payer\", .uuid, .index, .references(\"billing_payer\", \"id\", onDelete: .cascade)"))
            #expect(text.contains(".field(\"state\", .integer(bits: 64))"))
        }
    }

    @Test func tablesOfInstalledAppsAreNotMigrated() throws {
        try SourceFolder.run { folder in
            try folder.write(
                "API.swift",
                """
                import Concord
                import ConcordAdmin
                import ConcordUsers

                @API(title: "Test", version: "1.0")
                enum NoteAPI {
                    static let installedApps: [any InstalledApp.Type] = [Users.self, Admin.self, Tags.self]
                    static let views: [any View.Type] = []
                }

                @Model
                struct Note {
                    var id: Int
                    @ForeignKey var author: User.ID
                    @ForeignKey var tag: Tag.ID
                }

                enum Tags: InstalledApp {
                    static let models: [any Model.Type] = [Tag.self]
                }

                extension Tags: MigratedAPI {
                    static let migrations: [any Migration.Type] = [CreateTags.self]
                }

                @Model
                struct Tag {
                    var id: Int
                }

                struct CreateTags: InstalledMigration {
                    static let operations: [MigrationOperation] = [
                        .createModel("tag", [.field("id", .integer(bits: 64), .primaryKey)])
                    ]
                }

                """)
            try folder.run([])
            let text = try folder.text("Migrations/0001_note.swift")
            #expect(text.contains(".references(\"auth_user\", \"id\", onDelete: .cascade)"))
            #expect(text.split(separator: ".createModel(").count == 2)
        }
    }

    @Test func branchesAreMerged() throws {
        try SourceFolder.run { folder in
            let model = "\n@Model\nstruct Item {\n    var id: Int\n}\n"
            try folder.write("API.swift", Self.api("ShopAPI", listing: ["Item"]) + model)
            try folder.write(
                "Migrations/Migrations.swift",
                "extension ShopAPI: MigratedAPI { static let migrations: [any Migration.Type] = "
                    + "[Migration0004Size.self] + [Migration0004Colour.self] }\n")
            let history = [Self.path("../Shop/History.swift")]
            let refused = folder.outcome(history, .write)
            #expect(refused.status == .unusable)
            #expect(refused.diagnostics.first?.help?.hasPrefix("run 'makemigrations --merge'") == true)
            let missing = folder.outcome(history, .checkMerge)
            #expect(missing.status == .found)
            #expect(
                String(decoding: missing.output, as: UTF8.self)
                    == "The migrations conflict. Run 'makemigrations --merge' to join them.\n")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/Migrations").count == 1)
            #expect(folder.outcome(history, .merge).diagnostics == [])
            #expect(folder.outcome(history, .checkMerge).status == .fine)
            #expect(
                try folder.text("Migrations/0005_merge.swift") == """
                    import Concord

                    struct Migration0005Merge: Migration {
                        static let dependencies: [any Migration.Type] = [Migration0004Size.self, Migration0004Colour.self]
                        static let operations: [MigrationOperation] = []
                    }

                    """)
        }
    }

    @Test(arguments: [true, false])
    func whatMayHaveAnotherNameIsAsked(_ isRenamed: Bool) throws {
        try SourceFolder.run { folder in
            let api = Self.api("ItemAPI", listing: ["Item"])
            try folder.write("API.swift", api + "@Model struct Item {\n    var id: Int\n    var name: String?\n}\n")
            try folder.run([])
            try folder.write("API.swift", api + "@Model struct Item {\n    var id: Int\n    var title: String?\n}\n")
            #expect(folder.outcome([], .check).status == .found)
            var questions: [[String]] = []
            let outcome = MakeMigrations(sources: [folder.path], name: "title").run { old, new in
                questions.append([old, new])
                return isRenamed
            }
            #expect(questions == [["item.name", "item.title"]])
            #expect(outcome.diagnostics.map(\.severity) == (isRenamed ? [] : [.warning]))
            let text = try folder.text("Migrations/0002_title.swift")
            #expect(text.contains(".renameField(of: \"item\", \"name\", to: \"title\")") == isRenamed)
            #expect(text.contains(".removeField(of: \"item\", \"name\")") != isRenamed)
        }
    }

    @Test func aDeletedMigrationInTheListIsAnError() throws {
        try SourceFolder.run { folder in
            let api = Self.api("ItemAPI", listing: ["Item"])
            try folder.write("API.swift", api + "@Model struct Item {\n    var id: Int\n}\n")
            try folder.run([])
            try FileManager.default.removeItem(atPath: folder.path + "/Migrations/0001_item.swift")
            let outcome = folder.outcome([], .write)
            #expect(outcome.status == .unusable)
            let problem = try #require(outcome.diagnostics.first)
            #expect(problem.message == "the migration 'Migration0001Item' is not in the sources")
            #expect(problem.position?.file.hasSuffix("/Migrations/Migrations.swift") == true)
            #expect(problem.position?.line == 6)
            #expect(problem.help == "remove its line if you have deleted its file, or pass the file or its folder too")
        }
    }

    @Test func anAPIInANamespaceIsExtendedByItsQualifiedName() throws {
        let api = Namespace.StockAPI.served
        #expect(api.qualifiedName == "Namespace.StockAPI")
        let built = NewMigration(of: api.qualifiedName, after: []).files(named: nil) {
            MigrationSource($0, after: [], [])
        }
        #expect(built.list.text.contains("\nextension Namespace.StockAPI: MigratedAPI {\n"))
        try SourceFolder.run { folder in
            let declared = Self.api("StockAPI", listing: []).split(separator: "\n", omittingEmptySubsequences: false)
            let text = declared.dropFirst().joined(separator: "\n")
            let model = "@Model struct Item {\n    var id: Int\n}\n"
            try folder.write("API.swift", "import Concord\n\nenum Namespace {\n\(text)}\n" + model)
            try folder.run([])
            #expect(
                try folder.text("Migrations/Migrations.swift").contains(
                    "\nextension Namespace.StockAPI: MigratedAPI {\n"))
            #expect(folder.outcome([], .check).status == .fine)
        }
    }

    @Test func aMigrationOutsideOfTheListIsAnError() throws {
        try SourceFolder.run { folder in
            let api = Self.api("ItemAPI", listing: ["Item"])
            try folder.write("API.swift", api + "@Model struct Item {\n    var id: Int\n}\n")
            try folder.write("Migrations/0001_item.swift", "struct Migration0001Item: Migration {}\n")
            let outcome = folder.outcome([], .write)
            #expect(outcome.status == .unusable)
            #expect(
                outcome.diagnostics.map(\.message) == [
                    "'\(folder.path)/Migrations/0001_item.swift' is not in the array 'migrations' of 'ItemAPI'"
                ])
            #expect(folder.outcome([], .empty).status == .unusable)
        }
    }

    // MARK: What can't be read

    @Test(arguments: [
        (
            "var code: String = UUID().uuidString", [],
            "existing rows of 'item' need a value for 'code', and its default can't be read without running the program"
        ),
        ("var code: String", [], "existing rows of 'item' need a value for 'code'"),
        ("var colour: Colour = Colour()", [], "the type of 'colour' can't be read without running the program"),
        (
            "@ForeignKey var owner: Owner.ID?", [],
            "the model 'Owner', which 'owner' refers to, can't be read without running the program"
        ),
        (
            "static let constraints: [Constraint<Item>] = [.check(\"c\") { $0.id > limit }]", [],
            "the condition of the constraint can't be read without running the program"
        ),
        ("", [".deleteModel(name)"], "the operation can't be read without running the program"),
        (
            "", [".addField(of: \"item\", .field(\"a\", .text, .values(all)))"],
            "'.values' of 'a' can't be read without running the program"
        ),
        ("", ["Self.first"], "the operation can't be read without running the program"),
        ("", [".deleteModel(\"other\")"], "Migration0001: no table 'other'"),
    ])
    func whatOnlyTheProgramKnowsIsAnError(_ member: String, _ operations: [String], _ message: String) throws {
        try SourceFolder.run { folder in
            let model = "\n@Model\nstruct Item {\n    var id: Int\n    \(member)\n}\n"
            try folder.write("API.swift", Self.api("ItemAPI", listing: ["Item"]) + model)
            let creation = ".createModel(\"item\", [.field(\"id\", .integer(bits: 64), .primaryKey)])"
            try folder.write(
                "Migrations/Migrations.swift",
                """
                extension ItemAPI: MigratedAPI { static let migrations: [any Migration.Type] = [Migration0001.self] }
                struct Migration0001: Migration {
                    static let operations: [MigrationOperation] = [
                        \(([creation] + operations).joined(separator: ",\n        "))
                    ]
                }

                """)
            let outcome = folder.outcome([], .write)
            #expect(outcome.status == .unusable)
            #expect(outcome.diagnostics.map(\.message) == [message])
            #expect(outcome.diagnostics.allSatisfy { $0.help != nil || operations == [".deleteModel(\"other\")"] })
            let isPlaced = outcome.diagnostics.allSatisfy { $0.position != nil }
            #expect(isPlaced || operations == [".deleteModel(\"other\")"])
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/Migrations").count == 1)
        }
    }
}

enum Namespace {
    @API(title: "Test", version: "1.0")
    enum StockAPI {
        static let views: [any View.Type] = []
    }
}

/// A folder of Swift sources in which `concord makemigrations` runs.
private struct SourceFolder {
    let path: String

    static func run(_ test: (SourceFolder) throws -> Void) throws {
        let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: url) }
        try test(SourceFolder(path: url.path(percentEncoded: false)))
    }

    func write(_ file: String, _ text: String) throws {
        let url = URL(filePath: path).appending(path: file)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func text(_ file: String) throws -> String { try String(contentsOfFile: path + "/" + file, encoding: .utf8) }

    func outcome(_ others: [String], _ action: MakeMigrations.Action) -> Outcome {
        MakeMigrations(sources: [path] + others, action: action).run()
    }

    /// Writes a migration, and expects no diagnostics.
    func run(_ others: [String], named name: String? = nil, defaults: [String] = []) throws {
        var command = MakeMigrations(sources: [path] + others, name: name)
        command.defaults = defaults
        let outcome = command.run()
        #expect(outcome.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    }
}

extension QueryValue {
    /// The value as a user enters it.
    fileprivate var stated: String {
        switch self {
        case .text(let text): text
        case .bytes(let data): data.base64EncodedString()
        default: description
        }
    }
}

extension InspectedTable {
    /// Describes a table whose model corresponds to the definition.
    fileprivate init(modelOf definition: TableDefinition) {
        self.init(definition.name)
        self.definition = definition
        primaryKey = definition.columns.filter(\.isPrimaryKey).map(\.name)
    }
}
