import Concord
import Foundation

/// A key that is sent to a user by mail and works once: to choose a new password, or to verify an address.
@Model("auth_one_time_token")
struct OneTimeToken {
    var id: Int
    /// The SHA-256 hash of the key.
    @Field(.unique, .writeOnly) var keyHash: String
    var purpose: Purpose
    @ForeignKey(onDelete: .cascade) var user: User.ID
    /// The address that the key was sent to. The key is void once the user has another address.
    var email: String
    @Field(.index) var expires: Date

    enum Purpose: String, Sendable { case passwordReset, emailVerification }
}
