@View("/pets/{id}/toys/{toy}")
struct Toys {
    @Path var id: Int
    @Path var toyy: String // error: @Path 'toyy' is not in the path "/pets/{id}/toys/{toy}"; did you mean 'toy'?

    @GET func list() async throws -> [String] { [] } // error: path "/pets/{id}/toys/{toy}" has '{toy}', but 'list' has no @Path for it; declare '@Path var toy: String' in 'Toys'
}

@View("/pets/{id}")
struct Pet {
    @GET func get(@Path id: Int) async throws -> Int { id }
    @PUT
    func put( // error: path "/pets/{id}" has '{id}', but 'put' has no @Path for it; declare '@Path var id: String' in 'Pet'
        @Path("number") id: Int // error: @Path 'number' is not in the path "/pets/{id}"; add '{number}' to the path
    ) async throws -> Int { id }
}
