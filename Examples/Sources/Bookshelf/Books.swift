import ConcordCore

/// Implements the operations of the document with a shelf of books.
struct Books: BooksOperations {
    let shelf: Shelf

    func listBooks(limit: Int) async throws -> [Book] {
        Array(await shelf.books.prefix(limit))
    }

    func addBook(book: Book) async throws -> Book {
        await shelf.add(book)
        return book
    }

    func getBook(isbn: ISBN) async throws -> Book {
        guard let book = await shelf.books.first(where: { $0.isbn.rawValue == isbn.rawValue }) else {
            throw Missing(message: "No book \(isbn.rawValue).")
        }
        return book
    }
}

/// The books, in memory.
actor Shelf {
    private(set) var books: [Book] = []

    func add(_ book: Book) {
        books.append(book)
    }
}
