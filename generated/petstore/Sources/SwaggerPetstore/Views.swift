import Concord

@View("/pets", .tags("pets"))
struct PetsView {
    /// List all pets
    @GET("listPets")
    @Response(.default, ErrorSchema.self, "unexpected error")
    func listPets(
        /// How many items to return at one time (max 100)
        @Query(.maximum(100)) limit: Int32?
    ) async throws -> ListPetsResponse {
        throw NotImplemented()
    }

    /// Create a pet
    @POST("createPets", .status(201))
    @Response(201, "Null response")
    @Response(.default, ErrorSchema.self, "unexpected error")
    func createPets(@Body pet: PetSerializer) async throws {
        throw NotImplemented()
    }

    /// A paged array of pets
    @Response
    struct ListPetsResponse {
        /// A link to the next page of responses
        @Header("x-next") var next: String?
        @Body var body: Pets
    }
}

@View("/pets/{petId}", .tags("pets"))
struct PetDetail {
    /// Info for a specific pet
    @GET("showPetById")
    @Response(200, "Expected response to a valid request")
    @Response(.default, ErrorSchema.self, "unexpected error")
    func showPetByID(
        /// The id of the pet to retrieve
        @Path("petId") petID: String
    ) async throws -> PetSerializer {
        throw NotImplemented()
    }
}
