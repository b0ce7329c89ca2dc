import Concord

@View("/x") struct Thing {
    static let permissions: [String: any Permission] = ["read": IsAuthenticated()]
    // refused: must be a list
    @GET func get() async throws -> String { "" }
}
