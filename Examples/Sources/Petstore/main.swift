import ConcordServer

await PetstoreAPI(pets: PetOperations(store: PetStore())).main()
