import ConcordCore

/// Implements the operations of the OpenAPI Initiative's Petstore. The pets are in memory.
struct PetOperations: PetsOperations {
    let store: PetStore

    func listPets(limit: Int32?) async throws -> PetsView.ListPetsResponse {
        let pets = await store.pets.prefix(max(Int(limit ?? 100), 0))
        guard let body = Pets(rawValue: Array(pets)) else { throw ErrorSchema(code: 500, message: "Too many pets.") }
        return PetsView.ListPetsResponse(body: body)
    }

    func createPets(pet: Pet) async throws {
        await store.add(pet)
    }

    func showPetByID(petID: String) async throws -> Pet {
        guard let pet = await store.pets.first(where: { String($0.id) == petID }) else {
            throw ErrorSchema(code: 404, message: "No pet \(petID).").with(status: 404)
        }
        return pet
    }
}

/// The pets, in memory.
actor PetStore {
    private(set) var pets: [Pet] = []

    /// Adds a pet, or replaces the pet with the same identifier.
    func add(_ pet: Pet) {
        pets.removeAll { $0.id == pet.id }
        pets.append(pet)
    }
}
