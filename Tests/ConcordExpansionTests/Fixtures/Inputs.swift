@Parameter
struct PageSize { @Query("page_size", .minimum(1), .maximum(100)) var value: Int = 50 }

@RequestBody
struct PetBody { @Body(.json, .form) var pet: Pet }

@RequestBody
enum Change {
    @Content(.json, "application/vnd.pets+json") case pet(Pet)
    @Content(.text, .maxLength(9)) case name(String)
}
