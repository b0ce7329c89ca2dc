import Concord
import Foundation

/// A key that is sent to a user by email and works only once, to set a new password or to verify an address.
@Model("auth_one_time_token")
struct OneTimeToken {
    var id: Int
    /// The SHA-256 hash of the key.
    @Field(.unique, .writeOnly) var keyHash: String
    var purpose: Purpose
    @ForeignKey(onDelete: .cascade) var user: User.ID
    /// The address to which the key was sent. The key is no longer valid after the user's address changes.
    var email: String
    @Field(.index) var expires: Date

    enum Purpose: String, Sendable { case passwordReset, emailVerification }
}
