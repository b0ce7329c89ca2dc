/// Divides the objects of a list operation into pages: `static let pagination` of a generic view.
///
///     @Pagination
///     struct Batches: Pagination {
///         @Query(.minimum(1)) var batch: Int = 1
///
///         func paginate<M: Model>(_ objects: QuerySet<M>) -> QuerySet<M> { objects.offset((batch - 1) * 20).limit(20) }
///
///         func page(_ content: PageContent) async throws -> StationBatch {
///             StationBatch(stations: try content.objects(), total: try await content.count())
///         }
///     }
public protocol Pagination: RequestPart {
    /// The schema of a page, which contains the objects.
    associatedtype Page: Sendable = _Core.PaginatedList

    /// Returns the objects of the requested page.
    func paginate<M: Model>(_ objects: QuerySet<M>) -> QuerySet<M>

    /// Returns the page with its objects, which is the response body.
    ///
    /// The built-in paginations don't need this method. Your own pagination returns a value of its type `Page`.
    func page(_ content: PageContent) async throws -> Page
}

extension Pagination {
    /// Throws an error. Your own pagination implements this method.
    public func page(_ content: PageContent) async throws -> Page { throw NotImplemented() }
}

/// The objects of a page, and the total number of objects.
public struct PageContent: Sendable {
    private let representations: [any ModelSerializer]
    private let counting: @Sendable () async throws -> Int

    package init(_ representations: [any ModelSerializer], counting: @escaping @Sendable () async throws -> Int) {
        self.representations = representations
        self.counting = counting
    }

    /// Returns the objects of the page, represented by the view's response serializer.
    ///
    /// - Throws: An error if the view has another serializer than the page.
    public func objects<S: ModelSerializer>(as serializer: S.Type = S.self) throws -> [S] {
        guard let objects = representations as? [S] else { throw UnexpectedSerializer(expected: S.self) }
        return objects
    }

    /// Returns the total number of objects.
    public func count() async throws -> Int { try await counting() }

    private struct UnexpectedSerializer: Error, CustomStringConvertible {
        let expected: any ModelSerializer.Type
        var description: String {
            "the page contains objects of '\(expected)', but the view has a different serializer"
        }
    }
}

extension _Core {
    /// The schema of a page in the built-in paginations: `Paginated…List` with `count`, `next`, `previous`, and
    /// `results`.
    public enum PaginatedList: Sendable {}
}

/// The pagination of a view without a declared pagination. Its response is an array of all objects.
public struct NoPagination: Pagination {
    /// The type of the page, which doesn't exist.
    public typealias Page = Never

    /// Creates the pagination.
    public init() {}

    /// Returns all objects.
    public func paginate<M: Model>(_ objects: QuerySet<M>) -> QuerySet<M> { objects }
}
