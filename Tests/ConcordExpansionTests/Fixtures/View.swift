@View("/pets/{id}/toys", .keys(.kebabCase))
struct Toys {
    @Path var id: Int64
    @Header("X-Tenant") var tenant: String?
    var pageSize: PageSize

    @GET("listToys")
    @Response(200, "The toys.", .content(.json, "application/vnd.toys+json"))
    @Response(404, Problem.self)
    @Response(.default, Problem.self)
    func list(
        @Query(.style(.pipeDelimited), .explode(false), .maxItems(3)) tagNames: [String]?,
        @Query sort: Sort = .name,
        @Query(.style(.deepObject)) filter: Filter?
    ) async throws -> [Toy] { throw NotImplemented() }

    @POST("addToy", .status(201))
    func add(@Body toy: Toy) async throws -> Toy { throw NotImplemented() }

    @DELETE("deleteToys", .status(204))
    func delete() async throws { throw NotImplemented() }
}

@Webhook("toySold")
struct ToySold {
    @POST("toySold") func post(@Body toy: Toy) async throws { throw NotImplemented() }
}

@API(title: "Toys", version: "1")
enum ToyAPI {
    static let views: [any View.Type] = [Toys.self]
    static let webhooks: [any View.Type] = [ToySold.self]
}
