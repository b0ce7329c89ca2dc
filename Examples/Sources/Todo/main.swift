import Concord
import ConcordServer
import Foundation

/// A task.
@Model
struct Todo {
    var id: UUID
    @Field(.minLength(1), .maxLength(80)) var title: String
    var isDone: Bool = false
    @Field(.setOn(.create)) var created: Date
}

@Serializer(of: Todo.self)
struct TodoSerializer {}

@View("/todos")
struct TodoViewSet: ModelViewSet {
    static let serializer = TodoSerializer.self
    static let queryset = Todo.objects.order(by: .ascending(\.created))
    static let filters: [any FilterBackend<Todo>] = [FieldFilter(\.isDone), SearchFilter(\.title)]
    static let pagination = PageNumberPagination(pageSize: 20, maximum: 100)
}

@API(title: "Todos", version: "1.0")
enum TodoAPI {
    static let views: [any View.Type] = [TodoViewSet.self]
}

await TodoAPI.main()
