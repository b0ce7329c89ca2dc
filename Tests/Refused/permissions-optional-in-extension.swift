import Concord

@View("/x") struct Thing {
    @GET func get() async throws -> String { "" }
}
extension Thing {
    static var permissions: [any Permission]? { [IsAuthenticated()] }
    // refused: value of optional type '[any Permission]?' must be unwrapped
}
