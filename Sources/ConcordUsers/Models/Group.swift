public import Concord

/// Users with common permissions.
@Model("auth_group")
public struct Group {
    /// The primary key.
    public var id: Int
    /// The name of the group.
    @Field(.unique, .minLength(1), .maxLength(150)) public var name: String
    /// The permissions that each user of the group has: `add_station`, `change_station`.
    public var permissions: [String] = []

    /// By name.
    public static let ordering: [Ordering<Group>] = [.ascending(\.name)]
}
