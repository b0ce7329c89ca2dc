import Concord

@API(title: "undescribed-view", version: "1.0.0")
enum StatusAPI {
    static let views: [any View.Type] = [Status.self]
}

@View("/status", .tags("status"))
struct Status {
    @GET("getStatus")
    func get() async throws -> some Sendable { ["fine": true] }
}
