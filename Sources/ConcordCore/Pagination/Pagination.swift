/// Cuts the objects of a list operation into pages: `static let pagination` of a generic view.
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
    /// The schema of a page: what stands around the objects.
    associatedtype Page: Sendable = _Core.PaginatedList

    /// The objects of the page that a request asks for.
    func paginate<M: Model>(_ objects: QuerySet<M>) -> QuerySet<M>

    /// What is sent of a page: its objects, and what stands around them.
    ///
    /// The ready paginations need none; of your own, it makes a value of the type `Page`.
    func page(_ content: PageContent) async throws -> Page
}

extension Pagination {
    /// Throws: a pagination of your own says what a page is.
    public func page(_ content: PageContent) async throws -> Page { throw NotImplemented() }
}

/// The objects of a page, and how many there are on all pages.
public struct PageContent: Sendable {
    private let representations: [any ModelSerializer]
    private let counting: @Sendable () async throws -> Int

    package init(_ representations: [any ModelSerializer], counting: @escaping @Sendable () async throws -> Int) {
        self.representations = representations
        self.counting = counting
    }

    /// The objects of the page, as the view's response serializer represents them.
    ///
    /// - Throws: An error if the view's serializer is another one than the page's.
    public func objects<S: ModelSerializer>(as serializer: S.Type = S.self) throws -> [S] {
        guard let objects = representations as? [S] else { throw UnexpectedSerializer(expected: S.self) }
        return objects
    }

    /// How many objects there are on all pages.
    public func count() async throws -> Int { try await counting() }

    private struct UnexpectedSerializer: Error, CustomStringConvertible {
        let expected: any ModelSerializer.Type
        var description: String { "the page holds objects of '\(expected)', and the view's serializer is another one" }
    }
}

extension _Core {
    /// The schema of the pages of the ready paginations, `Paginated…List`: `count`, `next`, `previous` and `results`.
    public enum PaginatedList: Sendable {}
}

/// All objects at once, without an envelope: the pagination of a view that states none.
public struct NoPagination: Pagination {
    /// There is no envelope.
    public typealias Page = Never

    /// Leaves the objects together.
    public init() {}

    /// All objects.
    public func paginate<M: Model>(_ objects: QuerySet<M>) -> QuerySet<M> { objects }
}
