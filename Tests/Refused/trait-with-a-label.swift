import Concord

@View("/x") struct Thing {
    @GET("get") func get(@Query(minimum: 1) limit: Int?) async throws -> String { "" }
    // refused: @Query takes 'minimum' as a trait
}
