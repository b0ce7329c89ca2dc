import Concord

/// Creates the tables of users.
struct CreateUsers: InstalledMigration {
    static let operations: [MigrationOperation] = [
        .createModel(
            "auth_user",
            [
                .field("id", .integer(bits: 64), .primaryKey),
                .field("username", .text, .unique, .minLength(1), .maxLength(150)),
                .field("email", .text, .index, .maxLength(254)),
                .field("is_email_verified", .boolean),
                .field("first_name", .text, .maxLength(150)),
                .field("last_name", .text, .maxLength(150)),
                .field("is_active", .boolean),
                .field("is_staff", .boolean),
                .field("is_superuser", .boolean),
                .field("last_login", .timestamp, .null),
                .field("date_joined", .timestamp),
            ]),
        .createModel(
            "auth_group",
            [
                .field("id", .integer(bits: 64), .primaryKey),
                .field("name", .text, .unique, .minLength(1), .maxLength(150)),
                .field("permissions", .array(.text)),
            ]),
        .createModel(
            "auth_user_permissions",
            [
                .field("id", .integer(bits: 64), .primaryKey),
                .field("user", .integer(bits: 64), .unique, .references("auth_user", "id", onDelete: .cascade)),
                .field("permissions", .array(.text)),
            ]),
        .createModel(
            "auth_user_permissions_groups",
            [
                .field(
                    "auth_user_permissions", .integer(bits: 64), .index,
                    .references("auth_user_permissions", "id", onDelete: .cascade)),
                .field("auth_group", .integer(bits: 64), .index, .references("auth_group", "id", onDelete: .cascade)),
            ],
            constraints: [
                UniqueConstraint("auth_user_permissions_groups_key", ["auth_user_permissions", "auth_group"])
            ]),
        .createModel(
            "auth_password",
            [
                .field("id", .integer(bits: 64), .primaryKey),
                .field("user", .integer(bits: 64), .unique, .references("auth_user", "id", onDelete: .cascade)),
                .field("hash", .text),
                .field("changed", .timestamp),
            ]),
        .createModel(
            "auth_session",
            [
                .field("id", .text, .primaryKey),
                .field("user", .integer(bits: 64), .index, .references("auth_user", "id", onDelete: .cascade)),
                .field("created", .timestamp),
                .field("last_used", .timestamp),
                .field("expires", .timestamp, .index),
                .field("address", .text, .null),
                .field("user_agent", .text, .null),
            ]),
        .createModel(
            "auth_token",
            [
                .field("id", .integer(bits: 64), .primaryKey),
                .field("key_hash", .text, .unique),
                .field("name", .text, .maxLength(150)),
                .field("user", .integer(bits: 64), .index, .references("auth_user", "id", onDelete: .cascade)),
                .field("scope", .text),
                .field("created", .timestamp),
                .field("expires", .timestamp, .null, .index),
                .field("last_used", .timestamp, .null),
            ]),
        .createModel(
            "auth_sign_in_attempt",
            [
                .field("id", .integer(bits: 64), .primaryKey),
                .field("username", .text, .maxLength(150)),
                .field("user", .integer(bits: 64), .null, .index, .references("auth_user", "id", onDelete: .setNull)),
                .field("address", .text, .null),
                .field("user_agent", .text, .null),
                .field("outcome", .text),
                .field("is_counted", .boolean),
                .field("created", .timestamp),
            ],
            indexes: [
                TableIndex("auth_sign_in_attempt_username_created_index", ["username", "created"]),
                TableIndex("auth_sign_in_attempt_address_created_index", ["address", "created"]),
            ]),
        .createModel(
            "auth_one_time_token",
            [
                .field("id", .integer(bits: 64), .primaryKey),
                .field("key_hash", .text, .unique),
                .field("purpose", .text),
                .field("user", .integer(bits: 64), .index, .references("auth_user", "id", onDelete: .cascade)),
                .field("email", .text),
                .field("expires", .timestamp, .index),
            ]),
    ]
}
