import Concord
import ConcordForms

/// The templates of the pages: the built-in ones, and those with which the app replaces them.
struct AdminTemplates: Sendable {
    private let templates: Result<Templates, any Error>

    /// The folder of the app's templates that replace the built-in ones.
    private static let folder = "admin"
    /// The names of the built-in templates that are replaced everywhere. A page is replaced where it is rendered, so
    /// that the app's template can inherit from the built-in one.
    private static let replaceable: Set<String> = ["layout", "inline-row", "forms/form", "forms/field"]

    /// The built-in templates.
    static let builtIn = AdminTemplates(nil)

    /// Creates the templates with those of an app.
    init(_ own: Templates?) {
        templates = Result {
            try (own ?? .builtIn).adding(Self.texts, replacedBy: Self.folder, Self.replaceable)
        }
    }

    private static var texts: [String: String] {
        [
            "base": text(PackageResources.base_mustache),
            "layout": text(PackageResources.layout_mustache),
            "login": text(PackageResources.login_mustache),
            "index": text(PackageResources.index_mustache),
            "list": text(PackageResources.list_mustache),
            "change": text(PackageResources.change_mustache),
            "inline-row": text(PackageResources.inline_row_mustache),
            "delete": text(PackageResources.delete_mustache),
            "history": text(PackageResources.history_mustache),
            "password": text(PackageResources.password_mustache),
            "error": text(PackageResources.error_mustache),
        ]
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    /// Returns a page. A template for the model precedes one for all models, and both precede the built-in one.
    func response(
        _ name: String, model: String?, _ values: [String: Any], status: HTTPResponse.Status
    ) throws -> APIResponse {
        let templates = try templates.get()
        let names = (model.map { ["\(Self.folder)/\($0)/\(name)"] } ?? []) + ["\(Self.folder)/\(name)"]
        return try templates.response(names.first(where: templates.contains) ?? name, values, status: status)
    }

    /// Returns the fields of a form.
    func html<M: Model>(_ form: Form<M>) throws -> String { form.html(try templates.get()) }
}
