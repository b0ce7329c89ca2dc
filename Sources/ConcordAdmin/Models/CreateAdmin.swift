import Concord

/// Creates the table of the history.
struct CreateAdmin: InstalledMigration {
    static let operations: [MigrationOperation] = [
        .createModel(
            "admin_log_entry",
            [
                .field("id", .integer(bits: 64), .primaryKey),
                .field("user", .integer(bits: 64), .null, .index, .references("auth_user", "id", onDelete: .setNull)),
                .field("username", .text, .maxLength(150)),
                .field("action", .text),
                .field("model", .text),
                .field("object_key", .text),
                .field("object_label", .text),
                .field("changes", .array(.json)),
                .field("created", .timestamp, .index),
            ],
            indexes: [
                TableIndex("admin_log_entry_model_object_key_index", ["model", "object_key"])
            ])
    ]
}
