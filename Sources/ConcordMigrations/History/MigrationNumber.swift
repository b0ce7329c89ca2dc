import ConcordTimes

/// The number of a migration, and the last number that it stands for: `Migration0004Data`, `Migration0001Squashed0004`.
package struct MigrationNumber: Equatable, Sendable {
    /// The first number in the name.
    package let first: Int
    /// The last migration that a squashed migration replaces; the same number for any other migration.
    package let last: Int

    /// Reads the numbers of a migration's name; nil for a name without a number.
    package init?(_ name: String) {
        guard let match = name.firstMatch(of: /^Migration(\d+)(?:Squashed(\d+))?/), let first = Int(match.1) else {
            return nil
        }
        self.first = first
        last = match.2.flatMap { Int($0) } ?? first
    }

    /// The number with the zeros that it has in names.
    package static func padded(_ number: Int) -> String { number.padded(4) }

    /// The number of the migration that follows some migrations.
    package static func next(after names: [String]) -> Int {
        (names.compactMap { MigrationNumber($0)?.last }.max() ?? names.count) + 1
    }
}
