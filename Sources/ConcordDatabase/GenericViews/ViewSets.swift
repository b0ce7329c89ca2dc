import ConcordCore

/// A view with operations at two paths. Other protocols select the operations: `struct StationViewSet: GenericViewSet,
/// ListModel`.
public protocol GenericViewSet: GenericAPIView {}

/// A view set that lists and retrieves objects. `@View("/stations") struct StationViewSet: ReadOnlyModelViewSet` serves
/// `/stations` and `/stations/{id}`.
public protocol ReadOnlyModelViewSet: GenericViewSet, ListModel, RetrieveModel {}

/// A view set that lists, creates, retrieves, updates and deletes objects. `@View("/stations") struct StationViewSet:
/// ModelViewSet` serves `/stations` and `/stations/{id}`.
///
/// A function with `@Action` is an additional operation: `@Action(.post, detail: true) func archive(…)` handles `POST`
/// at `/stations/{id}/archive`.
public protocol ModelViewSet: GenericViewSet, ListModel, CreateModel, RetrieveModel, UpdateModel, DestroyModel {}
