import Concord

func made() -> [any Permission] { [IsAuthenticated()] }

@View("/x") struct Thing {
    static let permissions = made()
    // refused: 'permissions' must be an array such as [IsAuthenticated()]
    @GET func get() async throws -> String { "" }
}
