import ConcordServer

await BookshelfAPI(books: Books(shelf: Shelf())).main()
