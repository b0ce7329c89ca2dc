import Concord
import Foundation

/// A set of migrations that an app can have at some point in its history.
enum History: String {
    /// The migration that 'makemigrations' writes for the models.
    case initial
    /// Consecutive migrations with data.
    case linear
    /// Two branches that were written at the same time.
    case branches
    /// Two branches that change the same column.
    case clashing
    /// Two branches, and the migration that follows both.
    case merged
    /// The linear migrations, and one that replaces them.
    case squashed
    /// The squashed migration without those that it replaces.
    case shortened

    var migrations: [any Migration.Type] {
        switch self {
        case .initial: [Migration0001Initial.self]
        case .linear: Self.line
        case .branches: [Migration0004Size.self, Migration0004Colour.self]
        case .clashing: [Migration0004Colour.self, Migration0004Shade.self]
        case .merged: [Migration0005Merge.self]
        case .squashed: Self.line + [Migration0001Squashed0003.self, Migration0004AfterSquash.self]
        case .shortened: [Migration0001Squashed0003.self]
        }
    }

    private static let line: [any Migration.Type] = [
        Migration0001Item.self, Migration0002Parts.self, Migration0003ItemTitle.self,
    ]
}

struct Migration0001Item: Migration {
    static let operations: [MigrationOperation] = [
        .createModel(
            "item",
            [
                .field("id", .integer(bits: 64), .primaryKey),
                .field("name", .text),
            ])
    ]
}

/// Adds many rows, and prints a line for each, so a test can kill the process in between.
struct Migration0002Parts: Migration {
    static let dependencies: [any Migration.Type] = [Migration0001Item.self]
    static let operations: [MigrationOperation] = [
        .createModel(
            "part",
            [
                .field("id", .integer(bits: 64), .primaryKey),
                .field("item", .integer(bits: 64), .index, .references("item", "id", onDelete: .cascade)),
            ]),
        .addField(of: "item", .field("weight", .double, .null)),
        .run(reverse: { database in try await database.execute("DELETE FROM item") }) { database in
            for row in 1...40 {
                try await database.execute("INSERT INTO item (id, name, weight) VALUES (\(row), 'item', 1.5)")
                try await database.execute("INSERT INTO part (id, item) VALUES (\(row), \(row))")
                print("row \(row)")
                fflush(nil)
            }
        },
    ]
}

struct Migration0003ItemTitle: Migration {
    static let dependencies: [any Migration.Type] = [Migration0002Parts.self]
    static let operations: [MigrationOperation] = [
        .renameField(of: "item", "name", to: "title"),
        .addField(of: "item", .field("kind", .text, .index, .default(.text("plain")))),
        .addConstraint(of: "item", UniqueConstraint("item_once", ["id", "title"])),
        .runSQL("UPDATE item SET kind = 'heavy' WHERE weight > 1", reverse: "UPDATE item SET kind = 'plain'"),
        .alterField(of: "item", .field("title", .text, .null)),
        .run(reverse: { _ in }) { _ in
            print("almost done")
            fflush(nil)
        },
    ]
}

struct Migration0004Colour: Migration {
    static let dependencies: [any Migration.Type] = [Migration0003ItemTitle.self]
    static let operations: [MigrationOperation] = [.addField(of: "item", .field("colour", .text, .null))]
}

struct Migration0004Size: Migration {
    static let dependencies: [any Migration.Type] = [Migration0003ItemTitle.self]
    static let operations: [MigrationOperation] = [
        .addField(of: "item", .field("size", .integer(bits: 32), .null)),
        .alterField(of: "item", .field("kind", .text, .null, .index)),
    ]
}

struct Migration0004Shade: Migration {
    static let dependencies: [any Migration.Type] = [Migration0003ItemTitle.self]
    static let operations: [MigrationOperation] = [.addField(of: "item", .field("colour", .integer(bits: 32), .null))]
}

struct Migration0005Merge: Migration {
    static let dependencies: [any Migration.Type] = [Migration0004Size.self, Migration0004Colour.self]
    static let operations: [MigrationOperation] = []
}

struct Migration0001Squashed0003: Migration {
    static let replaces = ["Migration0001Item", "Migration0002Parts", "Migration0003ItemTitle"]
    static let operations: [MigrationOperation] = [
        .createModel(
            "item",
            [
                .field("id", .integer(bits: 64), .primaryKey),
                .field("title", .text, .null),
                .field("weight", .double, .null),
                .field("kind", .text, .index),
            ],
            constraints: [UniqueConstraint("item_once", ["id", "title"])]),
        .createModel(
            "part",
            [
                .field("id", .integer(bits: 64), .primaryKey),
                .field("item", .integer(bits: 64), .index, .references("item", "id", onDelete: .cascade)),
            ]),
    ]
}

/// Depends on a migration that is replaced.
struct Migration0004AfterSquash: Migration {
    static let dependencies: [any Migration.Type] = [Migration0003ItemTitle.self]
    static let operations: [MigrationOperation] = [.addField(of: "part", .field("note", .text, .null))]
}
