public import Concord

/// The name and the password of a user.
@Serializer
public struct Credentials {
    /// The user name.
    @Field(.minLength(1), .maxLength(150)) public var username: String
    /// The password.
    @Field(.minLength(1), .maxLength(1024), .writeOnly, .format(.password)) public var password: String
}
