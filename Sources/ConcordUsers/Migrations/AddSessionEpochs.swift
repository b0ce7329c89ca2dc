import Concord

/// Creates the table of the values that signed sessions depend on.
struct AddSessionEpochs: InstalledMigration {
    static let dependencies: [any Migration.Type] = [CreateUsers.self]
    static let operations: [MigrationOperation] = [
        .createModel(
            "auth_session_epoch",
            [
                .field("id", .integer(bits: 64), .primaryKey),
                .field("user", .integer(bits: 64), .unique, .references("auth_user", "id", onDelete: .cascade)),
                .field("value", .text),
            ])
    ]
}
