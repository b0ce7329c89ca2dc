import Concord
import ConcordUsers

@Model
struct Club {
    var id: Int
    @Field(.unique) var name: String
    @ForeignKey(onDelete: .setNull) var president: Member.ID?
}

/// A user of the app.
@UserModel
struct Member {
    /// The name on the notice board.
    @Field(.maxLength(20)) var nickname: String = ""
    /// The age in years.
    @Field(.minimum(1), .maximum(120)) var age: Int
    @ForeignKey(onDelete: .setNull) var club: Club.ID?
    @ManyToMany var friends: [Member.ID] = []
}

/// What members can read and change of themselves.
@Serializer(
    of: Member.self, fields: \.id, \.username, \.email, \.nickname, \.age, \.isStaff, readOnly: \.username)
struct MemberSerializer {}

@View("/members/{id}")
struct MemberViews: RetrieveUpdateAPIView {
    static let serializer = MemberSerializer.self
    static let queryset = Member.objects.all()
    static let permissions: [any Permission] = [IsAuthenticated()]

    static func queryset(for request: APIRequest) async throws -> QuerySet<Member> {
        guard let member = request.user(as: Member.self) else { return queryset.none() }
        return queryset.filter { $0.id == member.id }
    }
}

@View("/nickname")
struct NicknameView {
    static let authentication: [any Authentication] = [
        SessionAuthentication(), BearerAuthentication(), BasicAuthentication(),
    ]

    @CurrentUser var member: Member
    @CurrentUser var user: User

    @GET("getNickname")
    func get() async throws -> String {
        "\(user.username) is \(member.nickname), and has \(member.friends.count) friends"
    }
}

@API(title: "Members", version: "1.0")
enum MembersAPI {
    static let installedApps: [any InstalledApp.Type] = [Users.self]
    static let models: [any Model.Type] = [Club.self, Member.self]
    static let authentication: [any Authentication] = [SessionAuthentication(), BearerAuthentication()]
    static let views: [any View.Type] = [UserViews.self, MemberViews.self, NicknameView.self]

    static func configure(_ app: inout AppConfiguration) {
        // The cost is not what the tests are about.
        app.users.passwords.hashing = .scrypt(rounds: 16, blockSize: 1, parallelism: 1)
    }
}
