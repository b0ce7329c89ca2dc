import Concord
import Foundation

/// Someone who owns stations.
@Model
struct Owner {
    var id: Int
    @Field(.unique, .format(.email)) var email: String
    var city: String?
}

/// A place that measures.
@Model
struct Station {
    var id: UUID
    @Field(.unique, .minLength(1), .maxLength(40)) var name: String
    var elevation: Double?
    var status: Status = .active
    @ForeignKey(onDelete: .protect, related: "stations") var owner: Owner.ID
    @ForeignKey(onDelete: .setNull) var parent: Station.ID?
    @ManyToMany var tags: [Tag.ID] = []
    @Field(.setOn(.create)) var created: Date
    @Field(.setOn(.update)) var changed: Date

    static let ordering: [Ordering<Station>] = [.ascending(\.name)]
    static let indexes: [Index<Station>] = [Index(\.owner, \.created)]

    enum Status: String { case active, retired }
}

/// A word for stations.
@Model
struct Tag {
    @Field(.primaryKey) var word: String
}

/// A visit of someone at a station.
@Model
struct Visit {
    var id: Int
    @ForeignKey(onDelete: .cascade, related: "visits") var station: Station.ID
    var visitor: String
    var minutes: Int

    static let constraints: [Constraint<Visit>] = [.unique(\.station, \.visitor)]
}

/// Every type that a column has.
@Model
struct Sample: Equatable {
    var id: Int64
    var flag: Bool
    var small: Int16
    var byte: UInt8
    var unsigned: UInt64
    var double: Double
    var float: Float
    var decimal: Decimal
    var text: String
    var url: URL
    var data: Data
    var uuid: UUID
    var moment: Date
    var day: CalendarDate
    var time: TimeOfDay
    var length: Duration
    var json: JSON
    var size: Size
    var level: Level
    var numbers: [Int]
    var days: [CalendarDate]
    var sizes: [Size]
    var point: Point
    var points: [Point]
    var map: [String: Int]
    var optionalText: String?
    var optionalSize: Size?
    var optionalPoint: Point?
    var optionalDecimal: Decimal?
    var nullable: Nullable<Int>
    @Field(.column("renamed_column")) var renamed: String = "x"

    enum Size: String { case small, large }
    enum Level: Int { case low = 1, high = 2 }

    @Serializer
    struct Point: Equatable {
        var x: Double
        var y: Double?
        @Field(.readOnly) var label: String
    }
}

/// A bench, which the first owner gets when its own is deleted.
@Model
struct Bench {
    var id: Int
    @ForeignKey(onDelete: .setDefault) var owner: Owner.ID = 1
}

/// A shelf, whose values the database checks.
@Model
struct Shelf {
    var id: Int
    @Field(.minLength(2), .maxLength(5)) var label: String
    @Field(.minimum(0), .exclusiveMaximum(10.5)) var height: Double?
    @Field(.exclusiveMinimum(0), .maximum(100)) var price: Decimal = 1
    var kind: Kind = .open
    var used: Int = 0
    var capacity: Int = 0

    static let constraints: [Constraint<Shelf>] = [
        .unique(\.label, where: { $0.kind == .open }),
        .check("shelf_use") { $0.used <= $0.capacity },
        .check("shelf_label") { $0.label.hasPrefix("S") && !$0.label.hasSuffix("*") && !$0.label.contains("%") },
    ]

    enum Kind: String, CaseIterable { case open, closed }
}

/// A link with defaults, although an object without a target can't exist.
@Model
struct Link {
    var id: Int
    var target: URL
    var title: String = "untitled"
    var weight: Double = 1.5
    var isHidden: Bool = false
    var kind: Kind = .plain
    var words: [String] = ["a", "\"b\"\n"]
    var counts: [Int] = [1, 2]
    var details: JSON = ["ratio": 1.5, "tags": ["x", nil], "open": true]
    var wait: Duration = .seconds(90)

    enum Kind: String { case plain, strong }
}
