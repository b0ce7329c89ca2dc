import Concord
import ConcordAdmin
import ConcordSQLite
import ConcordUsers
import Foundation

/// A company that runs stations.
@Model
struct Owner {
    var id: Int
    @Field(.unique, .minLength(1), .maxLength(60)) var name: String
    @Field(.format(.email)) var email: String?
}

/// A weather station.
@Model
struct Station {
    var id: UUID
    /// The name on maps.
    @Field(.unique, .minLength(1), .maxLength(40)) var name: String
    /// Metres above sea level.
    @Field(.minimum(-430), .maximum(8850)) var elevation: Double?
    var isOnline: Bool = true
    var status: Status = .active
    @ForeignKey(onDelete: .protect) var owner: Owner.ID
    @ForeignKey(onDelete: .setNull) var parent: Station.ID?
    @ManyToMany var tags: [Topic.ID] = []
    var notes: String = ""
    var aliases: [String] = []
    var settings: JSON = [:]
    var opened: CalendarDate?
    @Field(.writeOnly) var secret: String = "hidden"
    @Field(.setOn(.create)) var created: Date

    static let ordering: [Ordering<Station>] = [.ascending(\.name)]

    enum Status: String { case active, retired }
}

@Model
struct Topic {
    @Field(.primaryKey, .maxLength(20)) var word: String
}

/// A visit to a station.
@Model
struct Visit {
    var id: Int
    @ForeignKey(onDelete: .cascade) var station: Station.ID
    @Field(.maxLength(200)) var visitor: String
}

@API(title: "Stations", version: "1.0")
enum AdminAPI {
    static let installedApps: [any InstalledApp.Type] = [Users.self, Admin.self]
    static let models: [any Model.Type] = [Owner.self, Station.self, Topic.self, Visit.self]

    static func configure(_ app: inout AppConfiguration) {
        // The cost of hashing is irrelevant to the tests.
        app.users.passwords.hashing = .scrypt(rounds: 16, blockSize: 1, parallelism: 1)
        app.admin.title = "Stations"
        app.admin.register(Station.self) {
            $0.listDisplay = [
                .field(\.name), .field(\.elevation), .field(\.owner), .field(\.status), .field(\.isOnline, "Online"),
            ]
            $0.listFilter = [\.status, \.owner, \.created]
            $0.searchFields = [\.name, \.notes]
            $0.listPerPage = 10
            $0.fieldPermissions = [(\.elevation, "survey_station")]
            $0.actions = [
                AdminAction("Retire") { stations, _ in try await stations.update(.set(\.status, to: .retired)) }
            ]
            $0.inlines = [.editable(\Visit.station), .related(\Station.parent)]
        }
        app.admin.register(Owner.self)
        app.admin.register(Visit.self) {
            $0.listDisplay = [.field(\.visitor), .field(\.station), .computed("Letters") { String($0.visitor.count) }]
        }
        app.admin.register(Topic.self)
    }
}
