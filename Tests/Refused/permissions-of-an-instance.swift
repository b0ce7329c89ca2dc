import Concord

@View("/x") struct Thing {
    let permissions: [any Permission] = [IsAuthenticated()]
    // refused: 'permissions' is a setting and must be static
    @GET func get() async throws -> String { "" }
}
