import Concord

@View("/x") struct Thing {
    @GET("get") func get(@Query(minimum: 1) limit: Int?) async throws -> String { "" }
    // refused: 'minimum' is a trait of @Query, not an argument
}
