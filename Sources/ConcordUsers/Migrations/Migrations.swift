public import ConcordDatabase

extension Users: MigratedAPI {
    /// The migrations of the tables of users, in order.
    public static let migrations: [any Migration.Type] = [CreateUsers.self, AddSessionEpochs.self]
}
