import Concord
import ConcordServer
import Hummingbird

/// Short texts that belong to members.
@API(title: "Notes", version: "1.0")
enum NotesAPI {
    static let authentication: [any Authentication] = [SignedIn()]
    static let views: [any View.Type] = [
        Notes.self, NoteDetail.self, Attachment.self, Import.self, Session.self, Status.self,
    ]

    /// Sets up the app before it serves its first request.
    static func configure(_ app: inout AppConfiguration) async throws {
        let store = NoteStore()
        app.environment.notes = store
        app.unknownQueryParameters = .refused
        app.middleware.add(LogRequestsMiddleware(.info))
        app.middleware.add(CORSMiddleware(allowOrigin: .originBased, allowHeaders: [.authorization, .contentType]))
        app.add(service: Housekeeping(notes: store))
    }
}
