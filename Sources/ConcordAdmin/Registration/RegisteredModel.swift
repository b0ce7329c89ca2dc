import Concord
import ConcordForms

/// A model of the admin, independent of the model's type.
protocol RegisteredModel: Sendable {
    var model: any Model.Type { get }
    var section: String? { get }
    var verboseName: String { get }
    var verboseNamePlural: String { get }
    var canAdd: Bool { get }
    var canChange: Bool { get }
    var canDelete: Bool { get }

    func list(_ context: AdminContext) async throws -> APIResponse
    func act(_ context: AdminContext, _ data: FormData) async throws -> APIResponse
    func addPage(_ context: AdminContext) async throws -> APIResponse
    func add(_ context: AdminContext, _ data: FormData) async throws -> APIResponse
    func changePage(_ context: AdminContext, key: String) async throws -> APIResponse
    func change(_ context: AdminContext, key: String, _ data: FormData) async throws -> APIResponse
    func deletePage(_ context: AdminContext, key: String) async throws -> APIResponse
    func delete(_ context: AdminContext, key: String) async throws -> APIResponse
    func historyPage(_ context: AdminContext, key: String) async throws -> APIResponse
    func export(_ context: AdminContext, format: String) async throws -> APIResponse
    func lookup(_ context: AdminContext) async throws -> APIResponse
    func choices(_ context: AdminContext, _ limit: Int) async throws -> [FormOption]
    func visibleCount(_ context: AdminContext, _ keys: Set<QueryValue>) async throws -> Int
}

extension RegisteredModel {
    var table: String { model.table }
    var singular: String { verboseName }
    var plural: String { verboseNamePlural }
}

extension ModelAdmin: RegisteredModel {
    var model: any Model.Type { M.self }
}
