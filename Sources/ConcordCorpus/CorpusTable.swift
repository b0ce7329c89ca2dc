import Foundation

/// The results of a corpus, as a Markdown table.
struct CorpusTable {
    private let trips: [RoundTrip]
    private let compilation: CompilationResults

    init(_ trips: [RoundTrip], compiling compilation: CompilationResults) {
        self.trips = trips.sorted { $0.name < $1.name }
        self.compilation = compilation
    }

    var markdown: String {
        """
        # The corpus

        Each document was scaffolded to Swift, and the Swift was converted back to a document. The columns are:

        - **lost, added, changed**: the nodes that differ after the round trip. The goal is 0.
        - **in fragments**: the share of leaves that the vocabulary has no construct for, without extensions and
          examples.
        - **compiles**: whether the Swift compiles without warnings; '?' means not tested.
        - **outside**: the keywords of the leaves in fragments.

        `make corpus` writes this page.

        | document | version | nodes | lost | added | changed | in fragments | lines of Swift | lines of YAML | compiles | outside |
        |---|---|--:|--:|--:|--:|--:|--:|--:|---|---|

        """ + trips.map(row).joined() + total
    }

    private func row(_ trip: RoundTrip) -> String {
        let cells = [
            trip.name, trip.version, "\(trip.nodes)", "\(trip.difference.nodeCount(.lost))",
            "\(trip.difference.nodeCount(.added))",
            "\(trip.difference.nodeCount(.changed) + trip.difference.nodeCount(.reordered))",
            Self.percent(trip.fragments.share), "\(trip.swiftLines)", "\(trip.yamlLines)",
            compilation[trip.name] ?? "?", Self.outside(trip.fragments.keys),
        ]
        return "| " + cells.joined(separator: " | ") + " |\n"
    }

    private var total: String {
        let leaves = trips.reduce(0) { $0 + $1.fragments.leaves }
        let inFragments = trips.reduce(0) { $0 + $1.fragments.leavesInFragments }
        let nodes = trips.reduce(0) { $0 + $1.nodes }
        let differing = trips.reduce(0) { $0 + $1.difference.findings.reduce(0) { $0 + $1.nodeCount } }
        let share = leaves == 0 ? 0 : Double(inFragments) / Double(leaves)
        let swift = trips.reduce(0) { $0 + $1.swiftLines }
        let yaml = trips.reduce(0) { $0 + $1.yamlLines }
        return """

            \(trips.count) documents, \(nodes) nodes, \(differing) of them different; \(Self.percent(share)) of \(leaves) leaves \
            in fragments; \(swift) lines of Swift for \(yaml) lines of YAML.

            """
    }

    /// Returns the most frequent keys at the root of fragments.
    private static func outside(_ keys: [String: Int]) -> String {
        keys.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(4)
            .map { "`\($0.key)` \($0.value)" }.joined(separator: ", ")
    }

    private static func percent(_ share: Double) -> String {
        String(format: "%.2f %%", share * 100)
    }
}
