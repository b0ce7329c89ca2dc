import ConcordCore

/// Operations at two paths, those that the protocols beside it name: `struct StationViewSet: GenericViewSet, ListModel`.
public protocol GenericViewSet: GenericAPIView {}

/// Lists and gives objects, at two paths: `@View("/stations") struct StationViewSet: ReadOnlyModelViewSet` answers at
/// `/stations` and at `/stations/{id}`.
public protocol ReadOnlyModelViewSet: GenericViewSet, ListModel, RetrieveModel {}

/// Lists, makes, gives, changes and deletes objects, at two paths: `@View("/stations") struct StationViewSet: ModelViewSet`
/// answers at `/stations` and at `/stations/{id}`.
///
/// A function with `@Action` is one more operation: `@Action(.post, detail: true) func archive(…)` answers `POST` at
/// `/stations/{id}/archive`.
public protocol ModelViewSet: GenericViewSet, ListModel, CreateModel, RetrieveModel, UpdateModel, DestroyModel {}
