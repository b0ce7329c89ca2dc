import Concord

@View("/x") struct Thing {
    @GET("get", .minLength(1)) func get() async throws -> String { "" }
    // refused: type 'OperationTrait' has no member 'minLength'
}
