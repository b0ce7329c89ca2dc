import Concord

/// A random value that the signed sessions of a user have. They end when it is deleted.
@Model("auth_session_epoch")
struct SessionEpoch {
    var id: Int
    @OneToOne(onDelete: .cascade) var user: User.ID
    @Field(.writeOnly) var value: String

    /// Returns the value that new sessions of a user get.
    static func value(for user: User.ID) async throws -> String {
        try await objects.filter { $0.user == user }
            .getOrCreate(SessionEpoch(id: 0, user: user, value: RandomKey.text(bytes: 16))).object.value
    }
}
