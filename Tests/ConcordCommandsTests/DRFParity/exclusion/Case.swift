import Concord
import Foundation

@API(title: "exclusion", version: "1.0.0")
enum VisibleAPI {
    static let views: [any View.Type] = [Notes.self, Internal.self, Status.self]
}

@Model
struct Note {
    var id: Int32
    var text: String
}

@Serializer(of: Note.self) struct NoteSerializer {}

@View("/notes", .tags("notes"))
struct Notes: ListAPIView {
    static let serializer = NoteSerializer.self
    static let queryset = Note.objects.all()
}

@View("/internal", .schema(nil))
struct Internal: ListCreateAPIView {
    static let serializer = NoteSerializer.self
    static let queryset = Note.objects.all()
}

@View("/status", .tags("status"))
struct Status {
    /// How it is.
    @GET("getStatus") func get() async throws -> NoteSerializer { throw NotImplemented() }

    @DELETE("resetStatus", .schema(nil)) func reset() async throws { throw NotImplemented() }
}
