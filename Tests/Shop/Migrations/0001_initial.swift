import Concord

struct Migration0001Initial: Migration {
    static let operations: [MigrationOperation] = [
        .createModel(
            "category",
            [
                .field("id", .integer(bits: 64), .primaryKey),
                .field("name", .text, .unique),
                .field("parent", .integer(bits: 64), .null, .index, .references("category", "id", onDelete: .cascade)),
            ]),
        .createModel(
            "tag",
            [
                .field("word", .text, .primaryKey)
            ]),
        .createModel(
            "product",
            [
                .field("id", .uuid, .primaryKey),
                .field("name", .text, .unique),
                .field("price", .decimal),
                .field("stock", .integer(bits: 64)),
                .field("status", .text),
                .field("is_listed", .boolean),
                .field(
                    "category", .integer(bits: 64), .null, .index, .references("category", "id", onDelete: .protect)),
                .field("created", .timestamp),
            ],
            indexes: [TableIndex("product_status_created_index", ["status", "created"])]),
        .createModel(
            "product_tags",
            [
                .field("product", .uuid, .index, .references("product", "id", onDelete: .cascade)),
                .field("tag", .text, .index, .references("tag", "word", onDelete: .cascade)),
            ],
            constraints: [UniqueConstraint("product_tags_key", ["product", "tag"])]),
        .createModel(
            "team",
            [
                .field("id", .integer(bits: 64), .primaryKey),
                .field("name", .text),
                .field("lead", .integer(bits: 64), .null, .unique),
            ]),
        .createModel(
            "member",
            [
                .field("id", .integer(bits: 64), .primaryKey),
                .field("name", .text),
                .field("birthday", .date, .null),
                .field("picture", .bytes, .null),
                .field("settings", .json, .null),
                .field("team", .integer(bits: 64), .index, .references("team", "id", onDelete: .cascade)),
            ]),
        .createModel(
            "rating",
            [
                .field("id", .integer(bits: 64), .primaryKey),
                .field("member", .integer(bits: 64), .index, .references("member", "id", onDelete: .cascade)),
                .field("product", .uuid, .index, .references("product", "id", onDelete: .cascade)),
                .field("stars", .integer(bits: 64)),
            ],
            constraints: [UniqueConstraint("rating_member_product_key", ["member", "product"])]),
        .alterField(
            of: "team",
            .field("lead", .integer(bits: 64), .null, .unique, .references("member", "id", onDelete: .setNull))),
    ]
}
