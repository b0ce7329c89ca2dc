import Concord
import ConcordSQLite
import ConcordTesting
import ConcordUsers
import Foundation

/// A note, of which a user needs permissions to read and write it.
@Model
struct Note {
    var id: Int
    var text: String
}

@Serializer(of: Note.self)
struct NoteSerializer {}

@View("/notes")
struct NoteViewSet: ModelViewSet {
    static let serializer = NoteSerializer.self
    static let queryset = Note.objects.all()
    static let permissions: [any Permission] = [ModelPermissions(Note.self)]
}

@View("/public-notes", .schema(AutoSchema(operationIDBase: "PublicNote")))
struct PublicNotes: ListCreateAPIView {
    static let serializer = NoteSerializer.self
    static let queryset = Note.objects.all()
    static let permissions: [any Permission] = [ModelPermissionsOrReadOnly(Note.self)]
}

@Serializer(of: User.self)
struct UserSerializer {}

/// What an app may do by mistake: every signed-in user can write users.
@View("/users")
struct UserViewSet: ModelViewSet {
    static let serializer = UserSerializer.self
    static let queryset = User.objects.all()
    static let permissions: [any Permission] = [IsAuthenticated()]
}

@View("/reports")
struct Reports {
    static let permissions: [any Permission] = [HasPermission("read_reports")]

    @GET("getReports", .authentication(BearerAuthentication("reports:read")))
    func get(@CurrentUser user: User) async throws -> String { user.username }
}

@SecurityScheme(.apiKey(header: "X-API-Key"))
struct APIKey {
    func user(of credential: APIKeyCredential) async throws -> SignedInUser? {
        try await SignedInUser(tokenKey: credential.key)
    }
}

@View("/keyed")
struct Keyed {
    static let authentication: [any Authentication] = [APIKey(), BasicAuthentication()]

    @GET("getKeyed")
    func get(@CurrentUser user: User) async throws -> String { user.username }
}

@API(title: "Users", version: "1.0")
enum UsersAPI {
    static let installedApps: [any InstalledApp.Type] = [Users.self]
    static let authentication: [any Authentication] = [SessionAuthentication(), BearerAuthentication()]
    static let views: [any View.Type] = [
        UserViews.self, NoteViewSet.self, PublicNotes.self, UserViewSet.self, Reports.self, Keyed.self,
    ]

    static func configure(_ app: inout AppConfiguration) {
        // The cost is not what the tests are about.
        app.users.passwords.hashing = .scrypt(rounds: 16, blockSize: 1, parallelism: 1)
    }
}
