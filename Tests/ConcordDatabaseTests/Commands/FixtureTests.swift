import Concord
import Foundation
import Testing

/// `dumpdata` and `loaddata` as a user runs them, in both databases.
@Suite struct FixtureTests {
    /// Objects that refer to themselves and to each other in a cycle, so no order satisfies the keys.
    private static let fixture = """
        [
        {"model":"rating","pk":1,"fields":{"member":2,"product":"00000000-0000-0000-0000-000000000001","stars":5}},
        {"model":"category","pk":3,"fields":{"name":"Hats","parent":1}},
        {"model":"category","pk":1,"fields":{"name":"Clothes","parent":null}},
        {"model":"team","pk":7,"fields":{"name":"Buyers","lead":2}},
        {"model":"member","pk":2,"fields":{"name":"Änna \\"}]{[\\\\","birthday":"1990-02-28","picture":"AAH/","settings":{"a":[1,{"b":null}]},"team":7}},
        {"model":"tag","pk":"new","fields":{}},
        {"model":"product","pk":"00000000-0000-0000-0000-000000000001","fields":{"name":"Cap","price":"12.5","stock":3,"status":"retired","is_listed":false,"category":3,"tags":["new"],"created":"2026-01-31T12:00:00.123456Z"}}
        ]
        """

    private func write(_ text: String, to name: String = "shop.json", for app: ShopApp) throws {
        try Data(text.utf8).write(to: app.folder.appending(path: name))
    }

    private func dumped(_ name: String, by app: ShopApp) throws -> [String] {
        try String(contentsOf: app.folder.appending(path: name), encoding: .utf8).split(separator: "\n").map(
            String.init)
    }

    @Test(arguments: TestDatabase.allCases)
    func whatIsDumpedIsLoaded(_ kind: TestDatabase) async throws {
        try await ShopApp.run(kind) { app in
            try await app.migrate()
            try write(Self.fixture, for: app)
            let loaded = try await app("loaddata", "shop.json")
            #expect(loaded.code == 0, "\(loaded.error)")
            #expect(loaded.output == "loaded 7 objects\n")
            #expect(try await app("dumpdata", "--output", "dump.json").code == 0)
            let dump = try dumped("dump.json", by: app)
            let lines = { (lines: [String]) in Set(lines.map { $0.trimmingCharacters(in: [","]) }) }
            #expect(lines(dump) == lines(Self.fixture.split(separator: "\n").map(String.init)))
            // Loading it again changes nothing, and another database gets the same.
            #expect(try await app("loaddata", "dump.json").code == 0)
            #expect(try await app("dumpdata").output.split(separator: "\n").map(String.init) == dump)
            try await load(dump, from: app, into: kind == .sqlite ? .postgreSQL : .sqlite)
        }
    }

    private func load(_ dump: [String], from app: ShopApp, into kind: TestDatabase) async throws {
        try await ShopApp.run(kind) { other in
            try await other.migrate()
            let file = app.folder.appending(path: "dump.json").path(percentEncoded: false)
            let loaded = try await other("loaddata", file)
            #expect(loaded.code == 0, "\(loaded.error)")
            #expect(try await other("dumpdata").output.split(separator: "\n").map(String.init) == dump)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func keysThatTheDatabaseChoosesFollowThoseOfTheFixture(_ kind: TestDatabase) async throws {
        try await ShopApp.run(kind) { app in
            try await app.migrate()
            try write(#"[{"model":"category","pk":41,"fields":{"name":"Hats"}}]"#, for: app)
            #expect(try await app("loaddata", "shop.json").code == 0)
            let next: [Int] = try await app.withDatabase {
                try await $0.rows("INSERT INTO category (name) VALUES ('Shoes') RETURNING id")
            }
            #expect(next == [42])
            // The keys are checked again.
            await #expect(throws: DatabaseError.self) {
                try await app.withDatabase {
                    _ = try await $0.execute("INSERT INTO category (name, parent) VALUES ('Socks', 99)")
                }
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func aMissingFieldHasItsDefault(_ kind: TestDatabase) async throws {
        try await ShopApp.run(kind) { app in
            try await app.migrate()
            let entries = """
                [{"model":"shop.team","pk":1,"fields":{"name":"A"}},
                 {"model":"shop.member","pk":1,"fields":{"name":"Bo","team":1}}]
                """
            try write(entries, for: app)
            #expect(try await app("loaddata", "shop.json").output == "loaded 2 objects\n")
            let dump = try await app("dumpdata", "member").output
            #expect(dump.contains(#""birthday":null,"picture":null,"settings":{"theme":"light"},"team":1"#))
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func manyObjectsAreLoadedAndDumped(_ kind: TestDatabase) async throws {
        try await ShopApp.run(kind) { app in
            try await app.migrate()
            let entries = (1...5000).map {
                #"{"model":"category","pk":\#($0),"fields":{"name":"c\#($0)","parent":\#(5001 - $0)}}"#
            }
            try write("[\n" + entries.joined(separator: ",\n") + "\n]\n", for: app)
            #expect(try await app("loaddata", "shop.json").output == "loaded 5000 objects\n")
            #expect(try await app("dumpdata", "category").output == "[\n" + entries.joined(separator: ",\n") + "\n]\n")
            #expect(try await app("dumpdata", "--exclude", "category").output == "[]\n")
        }
    }

    // MARK: Errors

    private static let errors: [(fixture: String, message: String)] = [
        (#"{"model":"tag"}"#, "1:1: error: a fixture must be a JSON array"),
        (#"[{"model":"tag","pk":"a","fields":{}}"#, "1:38: error: the array is not terminated"),
        ("[\n  {\"model\":\"tag\",", "2:18: error: entry 1 is not terminated"),
        (#"[{"model":"tag","pk":"a","fields":{}}] 1"#, "1:40: error: expected the end of the file after the array"),
        (#"[{"model":"tag" "pk":1}]"#, "1:2: error: entry 1: is not valid JSON"),
        (
            #"[{"model":"hat","pk":1,"fields":{}}]"#,
            "1:2: error: entry 1: no model 'hat'\nhelp: the models are "
        ),
        (#"[{"model":"tag","fields":{}}]"#, "1:2: error: entry 1: 'pk' must be the primary key of the object"),
        (
            #"[{"model":"category","pk":1,"fields":{"name":"a","nmae":"b"}}]"#,
            "1:2: error: entry 1: 'category' has no field 'nmae'\nhelp: the fields are name, parent"
        ),
        (#"[{"model":"category","pk":1,"fields":{}}]"#, "1:2: error: entry 1: field 'name' is required"),
        (
            "[{\"model\":\"tag\",\"pk\":\"a\",\"fields\":{}},\n{\"model\":\"category\",\"pk\":1,\"fields\":{\"name\":null}}]",
            "2:1: error: entry 2: field 'name' must not be null"
        ),
        (
            #"[{"model":"category","pk":1,"fields":{"name":5}}]"#,
            "1:2: error: entry 1: field 'name' can't be 5: its type is text"
        ),
        (
            #"[{"model":"product","pk":"00000000-0000-0000-0000-000000000001","fields":{"name":"a","status":"x","created":"2026-01-31T12:00:00Z"}}]"#,
            "1:2: error: entry 1: field 'status' can't be \"x\""
        ),
        (
            "[{\"model\":\"category\",\"pk\":1,\"fields\":{\"name\":\"a\"}},\n{\"model\":\"category\",\"pk\":2,\"fields\":{\"name\":\"a\"}}]",
            "2:1: error: entry 2: another object has the same value in 'name'"
        ),
        (
            "[{\"model\":\"category\",\"pk\":1,\"fields\":{\"name\":\"a\"}},\n{\"model\":\"category\",\"pk\":2,\"fields\":{\"name\":\"b\",\"parent\":9}}]",
            "2:1: error: entry 2: field 'parent': 'category' has no object with the key 9"
        ),
        (
            #"[{"model":"product","pk":"00000000-0000-0000-0000-000000000001","fields":{"name":"a","tags":["x"],"created":"2026-01-31T12:00:00Z"}}]"#,
            "1:2: error: entry 1: field 'tags': 'tag' has no object with the key 'x'"
        ),
    ]

    @Test(arguments: TestDatabase.allCases)
    func anErrorNamesTheEntryAndTheFieldAndNothingIsLoaded(_ kind: TestDatabase) async throws {
        try await ShopApp.run(kind) { app in
            try await app.migrate()
            try write(#"[{"model":"tag","pk":"first","fields":{}}]"#, to: "first.json", for: app)
            for (fixture, message) in Self.errors {
                try write(fixture, for: app)
                let outcome = try await app("loaddata", "first.json", "shop.json")
                #expect(outcome.code == 1)
                #expect(outcome.error.hasPrefix("shop.json:\(message)"), "\(outcome.error)")
                #expect(try await app("dumpdata").output == "[]\n")
            }
        }
    }

    @Test func aMissingFileAndAnUnknownModelAreNamed() async throws {
        try await ShopApp.run(.sqlite) { app in
            try await app.migrate()
            #expect(try await app("loaddata", "none.json").error.contains("Can't read the file 'none.json'."))
            #expect(try await app("dumpdata", "hat").error.contains("No model 'hat'. The models are "))
            #expect(try await app("dumpdata", "--output", "none/dump.json").error.contains("Can't write the file"))
        }
    }
}
