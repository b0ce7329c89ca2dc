import Concord
import Foundation

/// A hut, where climbs begin.
@Model
struct Hut {
    @Field(.primaryKey) var code: String
    @Field(.maxDigits(6), .decimalPlaces(2)) var fee: Decimal = 1.5
    @Field(.minimum(0), .exclusiveMinimum(-1), .maximum(0x10)) var beds: UInt8 = 0
    @Field(.exclusiveMaximum(1_000.50)) var height: Float = 0.1
    var opening: TimeOfDay?
    var distance: Duration = .seconds(90)
    var words: [String] = ["a", "b\n"]
    var notes: JSON = nil
    var settings: JSON = ["light": true, "sizes": [1, 2.50, nil]]
    @Field(.column("seen_at")) var lastSeen: Date = .now
}

/// People who climb together.
@Model("rope_teams")
struct RopeTeam {
    var id: Int32
    @OneToOne(onDelete: .restrict) var hut: Hut.ID
    @ManyToMany var members: [Alpinist.ID] = []
}

/// Someone who climbs.
@Model
struct Alpinist {
    var id: UUID
    @Field(.minLength(1)) var name: String = ""
    @ForeignKey(onDelete: .setDefault) var hut: Hut.ID = "base"
    @ForeignKey(onDelete: .doNothing) var guide: Alpinist.ID?
    @ManyToMany var friends: [Alpinist.ID] = []
    @ManyToMany(through: Climb.self) var teams: [RopeTeam.ID] = []
    var grade: Grade?
    var licence: Licence = .none
    var weight: Nullable<Double> = .null

    static let constraints: [Constraint<Alpinist>] = [
        .unique(\.hut, where: { $0.grade == .hard || $0.guide == nil }, name: "hard_once"),
        .unique(\.name, \.hut),
        .check("alpinist_name") { alpinist in
            !alpinist.name.equals(ignoringCase: "O'Hara")
                && (alpinist.licence.isIn([.none, .full]) || alpinist.grade != .easy)
        },
    ]
    static let indexes: [Index<Alpinist>] = [Index(\.name, \.grade), Index(\.licence, name: "alpinist_licences")]

    enum Grade: Int, CaseIterable { case easy = 1, hard }
    enum Licence: String, CaseIterable { case none, full = "all" }
}

/// A climb of someone with a team.
@Model
struct Climb {
    var id: Int
    @ForeignKey(onDelete: .cascade) var alpinist: Alpinist.ID
    @ForeignKey(onDelete: .cascade) var team: RopeTeam.ID
    var minutes: Int = 0
    var rest: Int = 0
    var limit: Int = 1_440
    var price: Decimal = 0
    var isGuided: Bool = false

    static let constraints: [Constraint<Climb>] = [
        .check("climb_limit") { $0.minutes + $0.rest <= $0.limit },
        .check("climb_half") { $0.minutes * 2 - 1 > 0 && $0.price >= 0.5 || $0.isGuided == true },
        .check("climb_rest") { !($0.rest < 0) && $0.rest != $0.limit / 2 },
    ]
}
