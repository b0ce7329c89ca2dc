import Concord
import ConcordAdmin
import ConcordPostgreSQL
import ConcordSQLite
import ConcordServer
import ConcordUsers
import Foundation

/// A measurement, of which the table has a million.
@Model
struct Reading {
    var id: Int
    @Field(.maxLength(60)) var place: String
    @Field(.index) var taken: Date
    var celsius: Double
    var isReliable: Bool = true
}

@Serializer(of: Reading.self)
struct ReadingSerializer {}

@View("/readings")
struct ReadingList: ListAPIView {
    static let serializer = ReadingSerializer.self
    static let queryset = Reading.objects.order(by: .descending(\.taken))
    static let pagination = PageNumberPagination(pageSize: 20, maximum: 100)
}

/// Only reads the user of the request.
@View("/me")
struct CurrentName {
    static let authentication: [any Authentication] = [SessionAuthentication(), BearerAuthentication()]
    static let permissions: [any Permission] = [IsAuthenticated()]
    @CurrentUser var user: User

    @GET
    func name() async throws -> String { user.username }
}

@API(title: "Readings", version: "1.0")
enum AdminBenchmark {
    static let installedApps: [any InstalledApp.Type] = [Users.self, Admin.self]
    static let views: [any View.Type] = [UserViews.self, ReadingList.self, CurrentName.self]

    static func configure(_ app: inout AppConfiguration) {
        // The flood comes from one address. Without the limits, each attempt hashes a password.
        app.users.signIn.failuresPerAddress = .max
        app.users.signIn.failuresPerAccount = .max
        app.admin.register(Reading.self) {
            $0.searchFields = [\.place]
            $0.listFilter = [\.isReliable, \.taken]
        }
    }
}

await AdminBenchmark.main()
