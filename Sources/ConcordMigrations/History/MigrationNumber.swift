import ConcordTimes

/// The number of a migration, and the number of the last migration that it replaces: `Migration0004Data`,
/// `Migration0001Squashed0004`.
package struct MigrationNumber: Equatable, Sendable {
    /// The first number in the name.
    package let first: Int
    /// The number of the last migration that a squashed migration replaces. For any other migration, it is the same
    /// number.
    package let last: Int

    /// Parses the numbers in a migration's name, or returns `nil` if the name has no number.
    package init?(_ name: String) {
        guard let match = name.firstMatch(of: /^Migration(\d+)(?:Squashed(\d+))?/), let first = Int(match.1) else {
            return nil
        }
        self.first = first
        last = match.2.flatMap { Int($0) } ?? first
    }

    /// Returns the number with leading zeros, as in names.
    package static func padded(_ number: Int) -> String { number.padded(4) }

    /// Returns the number of the migration after the given migrations.
    package static func next(after names: [String]) -> Int {
        (names.compactMap { MigrationNumber($0)?.last }.max() ?? names.count) + 1
    }
}
