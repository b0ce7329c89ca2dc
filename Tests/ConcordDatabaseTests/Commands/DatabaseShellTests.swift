import Foundation
import Testing

/// `dbshell` as a user runs it, with the real programs.
@Suite struct DatabaseShellTests {
    @Test func sqliteOpensTheFile() async throws {
        try await ShopApp.run(.sqlite) { app in
            try await app.migrate()
            let outcome = try await app("dbshell", input: "SELECT count(*) FROM product;\n")
            #expect(outcome.code == 0, "\(outcome.error)")
            #expect(outcome.output == "0\n")
        }
    }

    @Test func psqlGetsTheParametersOfTheURL() async throws {
        try await ShopApp.run(.postgreSQL) { app in
            let outcome = try await app("dbshell", "-At", "-c", "SELECT current_user, 1")
            #expect(outcome.code == 0, "\(outcome.error)")
            #expect(outcome.output == "concord|1\n")
        }
    }

    /// A program that replaces `psql` prints its arguments and environment.
    @Test func thePasswordIsNoArgument() async throws {
        try await ShopApp.run(.sqlite) { app in
            let program = app.folder.appending(path: "psql")
            let script =
                "#!/bin/sh\necho \"arguments: $*\"\necho \"$PGUSER $PGPASSWORD $PGHOST $PGPORT $PGDATABASE $PGSSLMODE\"\n"
            try Data(script.utf8).write(to: program)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
            let url = "postgres://anna:s%20ecret@db.example:5433/shop?sslmode=require&keepalives=0"
            var other = ShopApp(url: url, folder: app.folder)
            other.environment = ["PATH": app.folder.path]
            let outcome = try await other("dbshell", "-A")
            #expect(
                outcome.output
                    == "arguments: keepalives='0' -A\nanna s ecret db.example 5433 shop require\n")
        }
    }

    @Test func aMissingProgramIsNamed() async throws {
        try await ShopApp.run(.sqlite) { app in
            var other = app
            other.environment = ["PATH": app.folder.path]
            let outcome = try await other("dbshell")
            #expect(outcome.code == 1)
            #expect(
                outcome.error.hasPrefix(
                    "Error: Can't start the program 'sqlite3': No such file or directory.\nhelp: install"))
        }
    }
}
