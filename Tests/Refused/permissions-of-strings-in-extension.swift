import Concord

@View("/x") struct Thing {
    @GET func get() async throws -> String { "" }
}
extension Thing {
    static var permissions: [String] { ["admin"] }
    // refused: cannot convert value of type '[String]' to expected argument type '[any Permission]'
}
