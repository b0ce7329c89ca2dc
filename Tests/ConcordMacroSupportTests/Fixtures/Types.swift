@Serializer
struct Note {
    var hidden: any Sendable // error: 'some' and 'any' hide the type, so nothing tells how its values are written; name the type: a scalar, a list, a map or a type with @Serializer
    var pair: (Int, Int)? // error: a value of this type can't be written as JSON; use a scalar, a list, a map or a type with @Serializer
    var byNumber: [Int: String] // error: the keys of a JSON object are texts; write '[String: …]'
    var gaps: [Int?] // error: an element of a list or a map can't be absent; write 'Nullable<…>' for what may be null
}

@View("/notes")
struct Notes {
    @GET("listNotes")
    func list(
        @Query word: any StringProtocol // error: 'some' and 'any' hide the type, so nothing tells how its values are written; name the type: a scalar, a list, a map or a type with @Serializer
    ) async throws -> some Sendable { // error: 'some' and 'any' hide the type, so nothing tells how its values are written; name the type: a scalar, a list, a map or a type with @Serializer
        [1]
    }
    @POST("addNote")
    func add(@Body note: Note) async throws
        -> [() -> Void] // error: a value of this type can't be written as JSON; use a scalar, a list, a map or a type with @Serializer
    { [] }
}
