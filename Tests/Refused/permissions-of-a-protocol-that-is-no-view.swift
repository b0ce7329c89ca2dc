import Concord

protocol Guarded {}
extension Guarded {
    static func permissions() -> [any Permission] { [IsAuthenticated()] }
}
@View("/x") struct Thing: Guarded {
    // refused: ambiguous use of 'permissions()'
    @GET func get() async throws -> String { "" }
}
