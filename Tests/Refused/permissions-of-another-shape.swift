import Concord

@View("/x") struct Thing {
    static let permissions: [String: any Permission] = ["read": IsAuthenticated()]
    // refused: must be an array
    @GET func get() async throws -> String { "" }
}
