import Concord
import ConcordDatabase
import ConcordTesting
import Testing

/// The database enforces the constraints of a model and its schema.
@Suite struct ConstraintTests {
    private func shelf(_ label: String, _ change: (inout Shelf) -> Void = { _ in }) -> Shelf {
        var shelf = Shelf(id: 0, label: label)
        change(&shelf)
        return shelf
    }

    @Test(arguments: TestDatabase.allCases)
    func theBoundsOfAFieldHold(_ database: TestDatabase) async throws {
        try await database.run {
            for allowed in [
                shelf("S1"), shelf("S🦉🦉🦉🦉"), shelf("S2") { $0.height = 0 }, shelf("S3") { $0.height = 10.25 },
                shelf("S4") { $0.price = 100 },
            ] {
                try await Shelf.objects.create(allowed)
            }
            for (field, refused) in [
                ("label", shelf("S")), ("label", shelf("S23456")), ("height", shelf("S5") { $0.height = -0.5 }),
                ("height", shelf("S5") { $0.height = 10.5 }), ("price", shelf("S5") { $0.price = 0 }),
                ("price", shelf("S5") { $0.price = 100.01 }),
            ] {
                let violation = await #expect(throws: ConstraintViolation.self) {
                    try await Shelf.objects.create(refused)
                }
                #expect(violation?.fields == [field])
            }
            let violation = await #expect(throws: ConstraintViolation.self) {
                try await Shelf.objects.update(.set(\.height, to: 11))
            }
            #expect(violation?.fields == ["height"])
            let database = try Database.current
            await #expect(throws: DatabaseError.self) { try await database.execute("UPDATE shelf SET kind = 'other'") }
            #expect(try await Shelf.objects.count() == 5)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func aCheckNamesItsFields(_ database: TestDatabase) async throws {
        try await database.run {
            try await Shelf.objects.create(shelf("S1") { ($0.used, $0.capacity) = (2, 2) })
            let violation = await #expect(throws: ConstraintViolation.self) {
                try await Shelf.objects.create(shelf("S2") { $0.used = 1 })
            }
            #expect(violation?.fields == ["used", "capacity"])
            for label in ["X1", "S*", "S%"] {
                let violation = await #expect(throws: ConstraintViolation.self) {
                    try await Shelf.objects.create(shelf(label))
                }
                #expect(violation?.fields == ["label"])
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func someObjectsHaveUniqueValues(_ database: TestDatabase) async throws {
        try await database.run {
            try await Shelf.objects.create(shelf("S1"))
            for _ in 0..<2 { try await Shelf.objects.create(shelf("S1") { $0.kind = .closed }) }
            let violation = await #expect(throws: ConstraintViolation.self) {
                try await Shelf.objects.create(shelf("S1"))
            }
            #expect(violation?.fields == ["label"])
            await #expect(throws: ConstraintViolation.self) { try await Shelf.objects.update(.set(\.kind, to: .open)) }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func aViolationIsABadRequest(_ database: TestDatabase) async throws {
        try await GenericViewTests().withClient(database) { client in
            let full = try await client.post("/shelves", json: ["label": "S1", "used": 2, "capacity": 1])
            #expect(full.status == 400)
            #expect(full.json["errors"]?[0]?["pointer"] == "/used")
            #expect(full.json["errors"]?[1]?["pointer"] == "/capacity")
            #expect(full.json["errors"]?[0]?["message"] == "violates the constraint 'shelf_use'")
            #expect(try await client.post("/shelves", json: ["label": "S1"]).status == 201)
            let twice = try await client.post("/shelves", json: ["label": "S1"])
            #expect(twice.status == 400 && twice.json["errors"]?[0]?["pointer"] == "/label")
        }
    }

    @Test func migrationsStateTheConstraints() throws {
        let state = MigrationState(TableDefinition.inOrder(of: [Shelf.self]))
        let created = ModelChanges(from: MigrationState(), to: state).operations
        let text = MigrationSource("Migration0001", after: [], created).text
        for part in [
            ".field(\"label\", .text, .minLength(2), .maxLength(5))",
            ".field(\"height\", .double, .null, .minimum(0), .exclusiveMaximum(10.5))",
            ".field(\"price\", .decimal, .exclusiveMinimum(0), .maximum(100))",
            ".field(\"kind\", .text, .values([.text(\"open\"), .text(\"closed\")]))",
            ".field(\"used\", .integer(bits: 64))",
            "CheckConstraint(\"shelf_use\", \"\\\"used\\\" <= \\\"capacity\\\"\")",
            "(NOT (replace(\\\"label\\\", '%', '') <> \\\"label\\\"))",
            "TableIndex(\"shelf_label_key\", [\"label\"], isUnique: true, where: \"\\\"kind\\\" = 'open'\")",
        ] {
            #expect(text.contains(part), "\(part) in \(text)")
        }
    }
}
