import Concord
import Foundation

@View("/notes", .tags("notes"))
struct Notes {
    @CurrentUser var member: Member
    @Environment(\.notes) var notes

    /// List your notes.
    @GET("listNotes")
    func list(
        /// Text that the title contains.
        @Query(.minLength(1)) search: String?
    ) async throws -> [Note] {
        let own = await notes.all(of: member.name)
        guard let search else { return own }
        return own.filter { $0.title.localizedCaseInsensitiveContains(search) }
    }

    /// Write a note.
    @POST("createNote", .status(201))
    @Response(409, Conflict.self, "You already have a note with this title.")
    func create(@Body note: Note, _ request: APIRequest) async throws -> Note {
        if let existing = await notes.note(titled: note.title, of: member.name) {
            throw Conflict(existing: existing.id)
        }
        let new = Note(id: UUID(), title: note.title, text: note.text, owner: member.name, created: Date())
        await notes.save(new)
        request.logger.info("Note created", metadata: ["note": "\(new.id)"])
        return new
    }
}

@View("/notes/{id}", .tags("notes"))
struct NoteDetail {
    @Path var id: UUID
    @CurrentUser var member: Member
    @Environment(\.notes) var notes

    /// Read a note.
    @GET("getNote")
    @Response(403, Problem.self, "The note belongs to someone else.")
    @Response(404, Problem.self, "No such note.")
    func get() async throws -> Note { try await own() }

    /// Change a note.
    @PATCH("changeNote")
    @Response(403, Problem.self, "The note belongs to someone else.")
    @Response(404, Problem.self, "No such note.")
    func change(@Body change: NoteChange) async throws -> Note {
        var note = try await own()
        note.title = change.title ?? note.title
        note.text = change.text ?? note.text
        await notes.save(note)
        return note
    }

    /// Delete a note.
    @DELETE("deleteNote", .status(204), .authentication(SignedIn("notes:delete")))
    @Response(403, Problem.self, "The note belongs to someone else, or the token does not allow it.")
    @Response(404, Problem.self, "No such note.")
    func delete() async throws {
        await notes.remove(try await own().id)
    }

    private func own() async throws -> Note {
        guard let note = await notes.note(id) else { throw Problem(404, "No such note.") }
        guard note.owner == member.name else { throw Problem(403, "The note belongs to someone else.") }
        return note
    }
}

@View("/notes/{id}/attachment", .tags("notes"))
struct Attachment {
    static let permissions: [any Permission] = [OwnsNote()]

    @Path var id: UUID
    @Environment(\.notes) var notes

    /// Attach a picture.
    @PUT("putAttachment", .status(204))
    func put(@Body("image/png") picture: Bytes) async throws {
        guard await notes.note(id) != nil else { throw Problem(404, "No such note.") }
        await notes.attach(picture, to: id)
    }

    /// Read the attached picture.
    @GET("getAttachment")
    func get() async throws -> Picture {
        guard await notes.note(id) != nil else { throw Problem(404, "No such note.") }
        guard let picture = await notes.attachment(of: id) else { return .missing }
        return .picture(picture)
    }

    @Responses
    enum Picture {
        /// The picture.
        @Status(200, "image/png") case picture(Bytes)
        /// The note has no picture.
        @Status(204) case missing
    }
}

@View("/session", .tags("service"))
struct Session {
    @CurrentUser var member: Member?

    /// Get the owner of your token.
    @GET("getSession")
    func get() async throws -> String {
        guard let member else { return "You are not signed in." }
        return "You are signed in as \(member.name)."
    }
}

@View("/status", .tags("service"))
struct Status {
    static let authentication: [any Authentication] = []

    /// Check that the service is running.
    @GET("getStatus")
    func get() async throws -> String { "running" }
}
