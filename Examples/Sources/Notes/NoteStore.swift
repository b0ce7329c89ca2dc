import Concord
import ConcordServer
import Foundation
import ServiceLifecycle

/// The notes, in memory.
actor NoteStore {
    private var notes: [UUID: Note] = [:]
    private var attachments: [UUID: Bytes] = [:]

    func all(of owner: String) -> [Note] {
        notes.values.filter { $0.owner == owner }.sorted { $0.created < $1.created }
    }

    func note(_ id: UUID) -> Note? { notes[id] }

    func note(titled title: String, of owner: String) -> Note? {
        notes.values.first { $0.title == title && $0.owner == owner }
    }

    func save(_ note: Note) { notes[note.id] = note }

    func remove(_ id: UUID) {
        notes[id] = nil
        attachments[id] = nil
    }

    func attachment(of id: UUID) -> Bytes? { attachments[id] }

    func attach(_ content: Bytes, to id: UUID) { attachments[id] = content }

    func removeOlder(than date: Date) {
        for note in notes.values where note.created < date { remove(note.id) }
    }
}

extension AppEnvironment {
    /// The notes of all members.
    @Entry var notes: NoteStore = NoteStore()
}

/// Removes notes older than a year, once an hour while the server runs.
struct Housekeeping: Service {
    let notes: NoteStore

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            while true {
                try await Task.sleep(for: .seconds(3600))
                await notes.removeOlder(than: Date(timeIntervalSinceNow: -365 * 86_400))
            }
        }
    }
}
