import ArgumentParser
import Concord
import ConcordServer

/// `Notes list-notes ada` prints the titles of a member's notes.
struct ListNotes: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print the titles of a member's notes.")

    @Argument(help: "The member's name.")
    var member: String

    @Environment(\.notes) var notes

    func run() async throws {
        for note in await notes.all(of: member) { print(note.title) }
    }
}

extension NotesAPI: ManagementCommands {
    static let commands: [any ParsableCommand.Type] = [ListNotes.self, ServeSite.self]
}
