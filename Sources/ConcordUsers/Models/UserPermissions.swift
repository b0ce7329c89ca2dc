public import Concord

/// The groups of a user, and the permissions that the user has in addition to those of the groups.
///
/// They have their own table, so that the check of each request reads only the user, and no serializer of users allows
/// a client to change them.
@Model("auth_user_permissions")
public struct UserPermissions {
    /// The primary key.
    public var id: Int
    /// The user.
    @OneToOne(onDelete: .cascade) public var user: User.ID
    /// The groups of the user.
    @ManyToMany public var groups: [Group.ID] = []
    /// The permissions of the user, in addition to those of the groups: `add_station`, `change_station`.
    public var permissions: [String] = []
}

extension UserAccount {
    /// Returns the groups of the user, and the user's own permissions.
    ///
    /// - Throws: `DatabaseError`.
    public func ownPermissions() async throws -> UserPermissions {
        try await UserPermissions.objects.filter { $0.user == id }.first() ?? UserPermissions(id: 0, user: id)
    }

    /// Adds a permission, such as `add_station`.
    ///
    /// - Throws: `DatabaseError`.
    public func grant(_ permissions: String...) async throws {
        let new = UserPermissions(id: 0, user: id, permissions: permissions)
        _ = try await UserPermissions.objects.filter { $0.user == id }.updateOrCreate(new) { own in
            own.permissions += permissions.filter { !own.permissions.contains($0) }
        }
    }

    /// Adds the user to a group.
    ///
    /// - Throws: `DatabaseError`.
    public func join(_ group: Group) async throws {
        let new = UserPermissions(id: 0, user: id, groups: [group.id])
        _ = try await UserPermissions.objects.filter { $0.user == id }.updateOrCreate(new) { own in
            if !own.groups.contains(group.id) { own.groups.append(group.id) }
        }
    }

    /// Returns all permissions of the user, including those of the groups. Permissions that a superuser has implicitly
    /// are not included.
    ///
    /// - Throws: `DatabaseError`.
    public func allPermissions() async throws -> Set<String> {
        let own = try await ownPermissions()
        if own.groups.isEmpty { return Set(own.permissions) }
        let groups = try await Group.objects.filter { $0.id.isIn(own.groups) }.fetch()
        return Set(own.permissions + groups.flatMap(\.permissions))
    }

    /// Returns whether the user has a permission, such as `add_station`. A superuser has all permissions, and an
    /// inactive user has none.
    ///
    /// - Throws: `DatabaseError`.
    public func hasPermission(_ permission: String) async throws -> Bool {
        guard isActive else { return false }
        return try await isSuperuser ? true : allPermissions().contains(permission)
    }
}
