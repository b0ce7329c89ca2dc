import Concord
import Foundation
import Testing

/// Random conditions find the same objects in the database as in Swift.
@Suite struct ConditionLawTests {
    /// The objects of the conditions, in Swift.
    private struct World {
        var owners: [Int: Owner] = [:]
        var stations: [UUID: Station] = [:]

        func owner(_ station: Station) -> Owner? { owners[station.owner] }
        func parent(_ station: Station) -> Station? { station.parent.flatMap { stations[$0] } }

        /// The first three by their names.
        var firstStations: Set<UUID> { Set(stations.values.sorted { $0.name < $1.name }.prefix(3).map(\.id)) }

        /// The day of the month, in UTC.
        static func day(of station: Station) -> Int {
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = .gmt
            return calendar.component(.day, from: station.created)
        }
    }

    /// A condition and its equivalent in Swift.
    private struct Pair {
        var query: (Station.Columns) -> Condition
        var isTrue: (Station) -> Bool
    }

    @Test(arguments: TestDatabase.allCases)
    func findWhatTheyFindInSwift(_ database: TestDatabase) async throws {
        try await database.run {
            var random = SeededGenerator(seed: 7)
            let world = try await makeWorld(&random)
            var found = 0
            for _ in 0..<300 {
                let pair = condition(depth: 3, world, &random)
                let expected = world.stations.values.filter(pair.isTrue).map(\.name).sorted()
                let query = Station.objects.filter(pair.query)
                let names = try await query.fetch().map(\.name).sorted()
                #expect(names == expected, "\(query.sql)")
                found += names.count
            }
            // Conditions that are never true would prove nothing.
            #expect(found > 1000)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func setsOfObjectsAreThoseOfSwift(_ database: TestDatabase) async throws {
        try await database.run {
            var random = SeededGenerator(seed: 11)
            let world = try await makeWorld(&random)
            var found = 0
            for _ in 0..<60 {
                let pairs = (0..<2).map { _ in condition(depth: 1, world, &random) }
                let queries = pairs.map { pair in
                    let query = Station.objects.filter(pair.query)
                    return Bool.random(using: &random) ? query : query.offset(1).limit(5)
                }
                let first: [String] = try await queries[0].values { $0.name }
                let second: [String] = try await queries[1].values { $0.name }
                for (query, expected) in [
                    (queries[0].union(queries[1]), Set(first).union(second)),
                    (queries[0].intersection(queries[1]), Set(first).intersection(second)),
                    (queries[0].difference(queries[1]), Set(first).subtracting(second)),
                ] {
                    let names: [String] = try await query.values { $0.name }
                    #expect(names == expected.sorted(), "\(query.sql)")
                    #expect(try await query.count() == expected.count)
                    found += expected.count
                }
            }
            #expect(found > 500)
        }
    }

    private func makeWorld(_ random: inout SeededGenerator) async throws -> World {
        var world = World()
        let cities = [nil, "Oslo", "Bergen", "oslo"]
        let owners = try await Owner.objects.bulkInsert(
            (0..<4).map { Owner(id: 0, email: "o\($0)@x.no", city: cities[$0]) })
        for owner in owners { world.owners[owner.id] = owner }
        try await Tag.objects.bulkInsert([Tag(word: "high"), Tag(word: "wet")])
        var root: UUID?
        for number in 0..<24 {
            let elevation =
                Int.random(in: 0...3, using: &random) == 0 ? nil : Double(Int.random(in: -2...2, using: &random))
            var station = try await Station.objects.create(
                Station(
                    id: UUID(), name: "\(Bool.random(using: &random) ? "Peak" : "peak_")\(number)",
                    elevation: elevation,
                    status: Bool.random(using: &random) ? .active : .retired,
                    owner: owners.randomElement(using: &random)?.id ?? 1,
                    parent: Bool.random(using: &random) ? root : nil,
                    tags: ["high", "wet"].filter { _ in Bool.random(using: &random) }, created: .now, changed: .now))
            // A model sets the time of its creation itself.
            let (id, day) = (station.id, Int.random(in: 1...3, using: &random))
            let hour = Bool.random(using: &random) ? "00:00:00" : "23:59:59.999999"
            let created = try #require(Date(rfc3339: "2026-01-0\(day)T\(hour)Z"))
            try await Station.objects.filter { $0.id == id }.update(.set(\.created, to: created))
            try await station.refresh()
            world.stations[station.id] = station
            root = root ?? station.id
        }
        return world
    }

    private func condition(depth: Int, _ world: World, _ random: inout SeededGenerator) -> Pair {
        guard depth > 0 else { return leaf(world, &random) }
        let first = condition(depth: depth - 1, world, &random)
        let second = condition(depth: depth - 1, world, &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0:
            return Pair(
                query: { first.query($0) && second.query($0) }, isTrue: { first.isTrue($0) && second.isTrue($0) })
        case 1:
            return Pair(
                query: { first.query($0) || second.query($0) }, isTrue: { first.isTrue($0) || second.isTrue($0) })
        case 2: return Pair(query: { !first.query($0) }, isTrue: { !first.isTrue($0) })
        default: return leaf(world, &random)
        }
    }

    private func leaf(_ world: World, _ random: inout SeededGenerator) -> Pair {
        let number = Double(Int.random(in: -2...2, using: &random))
        let owner = Int.random(in: 1...4, using: &random)
        let day = Int.random(in: 1...3, using: &random)
        let leaves: [Pair] = [
            Pair(query: { $0.elevation >= number }, isTrue: { $0.elevation.map { $0 >= number } ?? false }),
            Pair(query: { $0.elevation < number }, isTrue: { $0.elevation.map { $0 < number } ?? false }),
            Pair(query: { $0.elevation == number }, isTrue: { $0.elevation == number }),
            Pair(query: { $0.elevation != number }, isTrue: { $0.elevation != number }),
            Pair(query: { $0.elevation == nil }, isTrue: { $0.elevation == nil }),
            Pair(query: { $0.status == .retired }, isTrue: { $0.status == .retired }),
            Pair(query: { $0.name.hasPrefix("Peak1") }, isTrue: { $0.name.hasPrefix("Peak1") }),
            Pair(query: { $0.name.contains("_") }, isTrue: { $0.name.contains("_") }),
            Pair(
                query: { $0.name.hasPrefix("PEAK1", ignoringCase: true) },
                isTrue: { $0.name.lowercased().hasPrefix("peak1") }),
            Pair(query: { $0.owner == owner }, isTrue: { $0.owner == owner }),
            Pair(query: { $0.owner.isIn([1, 3]) }, isTrue: { [1, 3].contains($0.owner) }),
            Pair(query: { $0.owner.city == "Oslo" }, isTrue: { world.owner($0)?.city == "Oslo" }),
            Pair(query: { $0.owner.city != "Oslo" }, isTrue: { world.owner($0)?.city != "Oslo" }),
            Pair(query: { $0.parent == nil }, isTrue: { $0.parent == nil }),
            Pair(
                query: { $0.parent.elevation > number },
                isTrue: { world.parent($0)?.elevation.map { $0 > number } ?? false }),
            Pair(query: { $0.parent.elevation == nil }, isTrue: { world.parent($0)?.elevation == nil }),
            Pair(query: { $0.tags.contains { $0.word == "wet" } }, isTrue: { $0.tags.contains("wet") }),
            Pair(query: { $0.tags.isEmpty }, isTrue: { $0.tags.isEmpty }),
            Pair(
                query: { $0.elevation * 2 - 1 > number }, isTrue: { $0.elevation.map { $0 * 2 - 1 > number } ?? false }),
            Pair(
                query: { $0.elevation + $0.parent.elevation <= number },
                isTrue: { station in
                    guard let own = station.elevation, let other = world.parent(station)?.elevation else {
                        return false
                    }
                    return own + other <= number
                }),
            Pair(
                query: { $0.elevation / number == 1 },
                isTrue: { number != 0 && $0.elevation.map { $0 / number == 1 } ?? false }),
            Pair(
                query: { $0.elevation == $0.parent.elevation },
                isTrue: { $0.elevation == world.parent($0)?.elevation }),
            Pair(query: { $0.created.day == day }, isTrue: { World.day(of: $0) == day }),
            Pair(query: { $0.parent.created.day != day }, isTrue: { world.parent($0).map(World.day) != day }),
            Pair(
                query: { $0.owner.isIn(Subquery(Owner.objects.filter { $0.city == "Oslo" }) { $0.id }) },
                isTrue: { world.owner($0)?.city == "Oslo" }),
            Pair(
                query: { $0.id.isIn(Subquery(Station.objects.filter { $0.elevation > number }) { $0.parent }) },
                isTrue: { station in
                    world.stations.values.contains { child in
                        child.parent == station.id && (child.elevation.map { $0 > number } ?? false)
                    }
                }),
            Pair(
                query: { $0.parent.isIn(Subquery(Station.objects.limit(3)) { $0.id }) },
                isTrue: { $0.parent.map { world.firstStations.contains($0) } ?? false }),
            Pair(
                query: { station in
                    .exists(Station.objects.filter { $0.owner == OuterRef(station.owner) && $0.elevation > number })
                },
                isTrue: { station in
                    world.stations.values.contains {
                        $0.owner == station.owner && ($0.elevation.map { $0 > number } ?? false)
                    }
                }),
            Pair(
                query: { $0.related(\Station.parent).contains { $0.elevation < number } },
                isTrue: { station in
                    world.stations.values.contains { child in
                        child.parent == station.id && (child.elevation.map { $0 < number } ?? false)
                    }
                }),
        ]
        return leaves.randomElement(using: &random) ?? leaves[0]
    }
}
