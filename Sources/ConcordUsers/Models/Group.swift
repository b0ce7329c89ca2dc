public import Concord

/// A group of users with common permissions.
@Model("auth_group")
public struct Group {
    /// The primary key.
    public var id: Int
    /// The name of the group.
    @Field(.unique, .minLength(1), .maxLength(150)) public var name: String
    /// The permissions of the users in the group: `add_station`, `change_station`.
    public var permissions: [String] = []

    /// Sorts groups by name.
    public static let ordering: [Ordering<Group>] = [.ascending(\.name)]
}
