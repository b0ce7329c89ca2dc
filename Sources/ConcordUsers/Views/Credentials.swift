public import Concord

/// The username and password of a user.
@Serializer
public struct Credentials {
    /// The username.
    @Field(.minLength(1), .maxLength(150)) public var username: String
    /// The password.
    @Field(.minLength(1), .maxLength(1024), .writeOnly, .format(.password)) public var password: String
}
