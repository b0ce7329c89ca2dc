import Concord
import Foundation

/// The hash of a user's password. It has its own table, so that it is never loaded with the user.
@Model("auth_password")
struct Password {
    var id: Int
    @OneToOne(onDelete: .cascade) var user: User.ID
    /// The algorithm, its parameters, the salt and the hash, in Django's format.
    @Field(.writeOnly) var hash: String
    @Field(.setOn(.update)) var changed: Date
}
