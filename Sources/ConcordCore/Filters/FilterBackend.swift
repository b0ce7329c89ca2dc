/// Filters or sorts the objects of a list operation according to the request.
///
///     @Filter
///     struct MinimumElevation: FilterBackend {
///         /// Lowest elevation to include, in metres.
///         @Query(.minimum(-430)) var above: Double?
///
///         func filter(_ stations: QuerySet<Station>) -> QuerySet<Station> {
///             guard let above else { return stations }
///             return stations.filter { $0.elevation >= above }
///         }
///     }
public protocol FilterBackend<M>: RequestPart {
    /// The model whose objects are filtered.
    associatedtype M: Model

    /// Returns the filtered objects.
    func filter(_ objects: QuerySet<M>) -> QuerySet<M>
}
