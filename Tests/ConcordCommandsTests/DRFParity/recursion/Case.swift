import Concord

@API(title: "recursion", version: "1.0.0")
enum FoldersAPI {
    static let views: [any View.Type] = [Root.self]
}

@Serializer
struct Folder {
    var name: String
    @Field(.readOnly) var folders: [Folder]
}

@View("/root", .tags("root"))
struct Root {
    /// The folder that holds all.
    @GET("getRoot")
    func get() async throws -> Folder { throw NotImplemented() }
}
