import Concord
import ConcordDatabase
import Foundation
import Testing

@testable import ConcordUsers

/// The migrations of users.
@Suite struct MigrationTests {
    @Test func theMigrationsAddUpToTheModels() throws {
        let old = try MigrationState(after: Users.migrations)
        let new = MigrationState(TableDefinition.inOrder(of: Users.models))
        let missing = ModelChanges(from: old, to: new).operations
        // The text of the migration to add.
        let source = missing.isEmpty ? "" : MigrationSource("ChangeUsers", after: "CreateUsers", missing).text
        #expect(source == "")
    }
}
