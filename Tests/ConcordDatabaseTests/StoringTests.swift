import Concord
import Foundation
import Testing

/// Objects are stored, changed, and deleted, and constraints are enforced.
@Suite struct StoringTests {
    private func station(_ name: String, owner: Int, tags: [String] = []) -> Station {
        Station(id: UUID(), name: name, owner: owner, tags: tags, created: .distantPast, changed: .distantPast)
    }

    @Test(arguments: TestDatabase.allCases)
    func anObjectIsSavedRefreshedAndDeleted(_ database: TestDatabase) async throws {
        try await database.run {
            let owner = try await Owner.objects.create(Owner(id: 0, email: "a@x.no"))
            var station = station("Peak", owner: owner.id)
            try await station.insert()
            #expect(station.created > .now.addingTimeInterval(-60))
            let created = station.created
            var other = try await Station.objects.get()
            #expect(other.created == created)
            other.name = "Summit"
            try await other.save()
            #expect(other.changed > created)
            try await station.refresh()
            #expect(station.changed == other.changed)
            #expect(station.name == "Summit")
            #expect(station.created == created)
            #expect(station.changed >= created)
            try await station.delete()
            await #expect(throws: DoesNotExist.self) { try await other.refresh() }
            try await other.save()
            #expect(try await Station.objects.count() == 1)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func manyToManyKeysAreStoredAsAWhole(_ database: TestDatabase) async throws {
        try await database.run {
            let owner = try await Owner.objects.create(Owner(id: 0, email: "a@x.no"))
            try await Tag.objects.bulkInsert([Tag(word: "a"), Tag(word: "b"), Tag(word: "c")])
            var station = try await Station.objects.create(station("Peak", owner: owner.id, tags: ["b", "a", "a"]))
            #expect(try await Station.objects.get().tags == ["a", "b"])
            station.tags = ["c", "b"]
            try await station.save()
            #expect(try await Station.objects.get().tags == ["b", "c"])
            try await Tag(word: "b").delete()
            #expect(try await Station.objects.get().tags == ["c"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func aConstraintNamesItsFields(_ database: TestDatabase) async throws {
        try await database.run {
            let owner = try await Owner.objects.create(Owner(id: 0, email: "a@x.no"))
            try await Station.objects.create(station("Peak", owner: owner.id))
            let twice = await #expect(throws: ConstraintViolation.self) {
                try await Station.objects.create(station("Peak", owner: owner.id))
            }
            #expect(twice?.fields == ["name"])
            let nowhere = await #expect(throws: ConstraintViolation.self) {
                try await Station.objects.create(station("Other", owner: 99))
            }
            #expect(nowhere?.fields == ["owner"])
            let peak = try await Station.objects.get()
            try await Visit.objects.create(Visit(id: 0, station: peak.id, visitor: "Eva", minutes: 5))
            let again = await #expect(throws: ConstraintViolation.self) {
                try await Visit.objects.create(Visit(id: 0, station: peak.id, visitor: "Eva", minutes: 6))
            }
            #expect(again?.fields == ["station", "visitor"])
            let unknown = await #expect(throws: ConstraintViolation.self) {
                try await Station.objects.create(station("Tagged", owner: owner.id, tags: ["no"]))
            }
            #expect(unknown?.fields == ["tags"])
            #expect(try await Station.objects.count() == 1)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func aDeletionFollowsItsRule(_ database: TestDatabase) async throws {
        try await database.run {
            let owner = try await Owner.objects.create(Owner(id: 0, email: "a@x.no"))
            let peak = try await Station.objects.create(station("Peak", owner: owner.id))
            var child = station("Child", owner: owner.id)
            child.parent = peak.id
            try await child.insert()
            try await Visit.objects.create(Visit(id: 0, station: peak.id, visitor: "Eva", minutes: 5))
            await #expect(throws: ProtectedDeletion.self) { try await owner.delete() }
            try await peak.delete()
            #expect(try await Visit.objects.count() == 0)
            #expect(try await Station.objects.get().parent == nil)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func aDeletionMaySetTheDefault(_ database: TestDatabase) async throws {
        try await database.run {
            try await Owner.objects.bulkInsert([Owner(id: 0, email: "a@x.no"), Owner(id: 0, email: "b@x.no")])
            try await Bench.objects.create(Bench(id: 0, owner: 2))
            try await Owner.objects.filter { $0.id == 2 }.delete()
            #expect(try await Bench.objects.get().owner == 1)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func manyObjectsAreInserted(_ database: TestDatabase) async throws {
        try await database.run {
            let owners = try await Owner.objects.bulkInsert((1...2500).map { Owner(id: 0, email: "\($0)@x.no") })
            #expect(owners.map(\.id) == Array(1...2500))
            await #expect(throws: ConstraintViolation.self) {
                try await Owner.objects.bulkInsert([Owner(id: 0, email: "new@x.no"), Owner(id: 0, email: "7@x.no")])
            }
            #expect(try await Owner.objects.count() == 2500)
            let changed = Owner(id: 0, email: "7@x.no", city: "Oslo")
            try await Owner.objects.bulkInsert([changed], onConflict: .update(\.city, of: \.email))
            #expect(try await Owner.objects.get { $0.city == "Oslo" }.id == 7)
            try await Owner.objects.bulkInsert([Owner(id: 0, email: "7@x.no")], onConflict: .ignore)
            #expect(try await Owner.objects.count() == 2500)
            let (same, isNew) = try await Owner.objects.filter { $0.email == "7@x.no" }
                .getOrCreate(Owner(id: 0, email: "7@x.no"))
            #expect(same.id == 7 && !isNew)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func anObjectIsChangedOrCreated(_ database: TestDatabase) async throws {
        try await database.run {
            let query = Owner.objects.filter { $0.email == "a@x.no" }
            let new = Owner(id: 0, email: "a@x.no", city: "1")
            let first = try await query.updateOrCreate(new) { $0.city = "2" }
            #expect(first.isNew && first.object.city == "1" && first.object.id == 1)
            let second = try await query.updateOrCreate(new) { $0.city = "2" }
            #expect(!second.isNew && second.object.city == "2" && second.object.id == 1)
            // Tasks at the same time change the same object, one after the other.
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<10 {
                    group.addTask {
                        _ = try await Owner.objects.filter { $0.email == "b@x.no" }
                            .updateOrCreate(Owner(id: 0, email: "b@x.no", city: "1")) { owner in
                                owner.city = owner.city.flatMap { Int($0) }.map { String($0 + 1) }
                            }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await Owner.objects.get { $0.email == "b@x.no" }.city == "10")
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func keysThatObjectsBringAreNotChosenAgain(_ database: TestDatabase) async throws {
        try await database.run {
            let rows = [Owner(id: 7, email: "7@x.no"), Owner(id: 3, email: "3@x.no")]
            try await Owner.objects.bulkInsert(rows)
            #expect(try await Owner.objects.create(Owner(id: 0, email: "8@x.no")).id == 8)
            var owner = Owner(id: 20, email: "20@x.no")
            try await owner.save()
            try await Owner.objects.create(Owner(id: 5, email: "5@x.no"))
            #expect(try await Owner.objects.create(Owner(id: 0, email: "21@x.no")).id == 21)
        }
    }
}
