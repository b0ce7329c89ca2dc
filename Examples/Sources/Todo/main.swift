import Concord
import ConcordServer
import Foundation

/// Something to do.
@Serializer
struct Todo {
    @Field(.readOnly) var id: UUID
    @Field(.minLength(1), .maxLength(80)) var title: String
    var isDone: Bool = false
}

/// The todos, in memory.
actor TodoStore {
    private(set) var todos: [Todo] = []

    func add(_ todo: Todo) { todos.append(todo) }
}

extension AppEnvironment {
    @Entry var store = TodoStore()
}

@View("/todos")
struct Todos {
    @Environment(\.store) var store

    /// List the todos.
    @GET("listTodos")
    func list(@Query(.minimum(1), .maximum(100)) limit: Int = 20) async throws -> [Todo] {
        Array(await store.todos.prefix(limit))
    }

    /// Add a todo.
    @POST("addTodo", .status(201))
    func add(@Body todo: Todo) async throws -> Todo {
        let new = Todo(id: UUID(), title: todo.title, isDone: todo.isDone)
        await store.add(new)
        return new
    }
}

@View("/todos/{id}")
struct TodoDetail {
    @Path var id: UUID
    @Environment(\.store) var store

    /// Read a todo.
    @GET("getTodo")
    func get() async throws -> Todo {
        guard let todo = await store.todos.first(where: { $0.id == id }) else {
            throw Problem(404, "No todo with this identifier.")
        }
        return todo
    }
}

@API(title: "Todos", version: "1.0")
enum TodoAPI {
    static let views: [any View.Type] = [Todos.self, TodoDetail.self]
}

await TodoAPI.main()
