@Serializer
struct Note {
    var hidden: any Sendable // error: an opaque or existential type ('some', 'any') has no schema; use a concrete type: a scalar, an array, a dictionary or a type with @Serializer
    var pair: (Int, Int)? // error: a value of this type can't be written as JSON; use a scalar, an array, a dictionary or a type with @Serializer
    var byNumber: [Int: String] // error: the keys of a JSON object must be strings; write '[String: …]'
    var gaps: [Int?] // error: an element of an array or a dictionary can't be absent; write 'Nullable<…>' for a value that can be null
}

@View("/notes")
struct Notes {
    @GET("listNotes")
    func list(
        @Query word: any StringProtocol // error: an opaque or existential type ('some', 'any') has no schema; use a concrete type: a scalar, an array, a dictionary or a type with @Serializer
    ) async throws -> some Sendable { // error: an opaque or existential type ('some', 'any') has no schema; use a concrete type: a scalar, an array, a dictionary or a type with @Serializer
        [1]
    }
    @POST("addNote")
    func add(@Body note: Note) async throws
        -> [() -> Void] // error: a value of this type can't be written as JSON; use a scalar, an array, a dictionary or a type with @Serializer
    { [] }
}
