import ConcordCore

/// The shelf itself: what the protocol of the document's operations asks for, and nothing else.
struct Books: BooksOperations {
    func listBooks(limit: Int) async throws -> [Book] {
        Array(await Shelf.shared.books.prefix(limit))
    }

    func addBook(book: Book) async throws -> Book {
        await Shelf.shared.add(book)
        return book
    }

    func getBook(isbn: ISBN) async throws -> Book {
        guard let book = await Shelf.shared.books.first(where: { $0.isbn.rawValue == isbn.rawValue }) else {
            throw Missing(message: "There is no book \(isbn.rawValue).")
        }
        return book
    }
}

/// What is thrown where the document says what the client gets.
extension Missing: Error {}

/// The books, in memory.
actor Shelf {
    static let shared = Shelf()

    private(set) var books: [Book] = []

    func add(_ book: Book) {
        books.append(book)
    }
}
