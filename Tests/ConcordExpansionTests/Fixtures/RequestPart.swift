@Filter(.keys(.snakeCase))
struct PriceFilter: FilterBackend {
    var includesFree = true
    @Query(.minimum(0)) var maximumPrice: Decimal?
    @Query var currency: String = "EUR"

    func filter(_ books: QuerySet<Book>) -> QuerySet<Book> { books }
}

@Filter
public struct Near: FilterBackend {
    let radius: Double
    @Query var latitude: Double
    @Query("lon") var longitude: Double

    func filter(_ books: QuerySet<Book>) -> QuerySet<Book> { books }
}

@Permission
struct IsOwner: Permission {
    func allows(_ request: APIRequest) -> Bool { true }
}

@Group
struct Span {
    @Query var from: Int = 8
    @Query(.maximum(24)) var to: Int
}
