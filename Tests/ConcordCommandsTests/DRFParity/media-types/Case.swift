import Concord

@API(title: "media-types", version: "1.0.0")
enum NotesAPI {
    static let views: [any View.Type] = [Notes.self]
}

@Model
struct Note {
    var id: Int
    var text: String
}

@Serializer(of: Note.self, fields: \.text)
struct NoteSerializer {}

@View("/notes", .tags("notes"))
struct Notes: ListCreateAPIView {
    static let serializer = NoteSerializer.self
    static let queryset = Note.objects.all()
    static let parsers: [MediaType] = [.json, .form, .multipart]
    static let renderers: [MediaType] = [.json, .xml]
}
