import Concord
import Foundation

/// A short text.
@Serializer
struct Note {
    @Field(readOnly: true) var id: UUID
    @Field(minLength: 1, maxLength: 80) var title: String
    @Field(maxLength: 10_000) var text: String = ""
    /// Whose note it is.
    @Field(readOnly: true) var owner: String
    @Field(readOnly: true) var created: Date
}

/// What changes of a note; a property that is absent stays as it is.
@Serializer
struct NoteChange {
    @Field(minLength: 1, maxLength: 80) var title: String?
    @Field(maxLength: 10_000) var text: String?
}

/// A note with this title exists already.
@Serializer
struct Conflict {
    var status: Int = 409
    /// The note that has the title.
    var existing: UUID
}
