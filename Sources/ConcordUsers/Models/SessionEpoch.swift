import Concord

/// A random value that all signed sessions of a user contain. Deleting it ends the sessions.
@Model("auth_session_epoch")
struct SessionEpoch {
    var id: Int
    @OneToOne(onDelete: .cascade) var user: User.ID
    @Field(.writeOnly) var value: String

    /// Returns the value for new sessions of a user.
    static func value(for user: User.ID) async throws -> String {
        try await objects.filter { $0.user == user }
            .getOrCreate(SessionEpoch(id: 0, user: user, value: RandomKey.text(bytes: 16))).object.value
    }
}
