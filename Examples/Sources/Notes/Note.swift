import Concord
import Foundation

/// A short text.
@Serializer
struct Note {
    @Field(.readOnly) var id: UUID
    @Field(.minLength(1), .maxLength(80)) var title: String
    @Field(.maxLength(10_000)) var text: String = ""
    /// The name of the member who wrote the note.
    @Field(.readOnly) var owner: String
    @Field(.readOnly) var created: Date
}

/// A change to a note. A property that is absent keeps its value.
@Serializer
struct NoteChange {
    @Field(.minLength(1), .maxLength(80)) var title: String?
    @Field(.maxLength(10_000)) var text: String?
}

/// You already have a note with this title.
@Serializer
struct Conflict {
    var status: Int = 409
    /// The note that has the title.
    var existing: UUID
}

/// A line that isn't a valid title.
@Serializer
struct RefusedLine {
    /// The number of the line. The first line has number 1.
    var line: Int
}
