public import ConcordCore
import Mustache

/// Templates of HTML pages, in the language of Mustache.
///
///     static func configure(_ app: inout AppConfiguration) async throws {
///         let templates = try await Templates(folder: "Templates")
///         app.pages.get("/hello") { request in try templates.response("hello", ["name": "Ada"]) }
///     }
///
/// `{{name}}` is escaped, so a value can't become a part of the markup. `{{{form}}}` is not: use it for what
/// ``Form/html()`` returns.
public struct Templates: Sendable {
    private var library = MustacheLibrary()

    /// Reads the files of a folder and of its subfolders whose names end in `.mustache`. `pages/hello.mustache` has the
    /// name `pages/hello`. The templates of forms, such as `forms/field`, are among them, unless the folder has its
    /// own.
    ///
    /// - Throws: An error of Mustache if a file is not a template.
    public init(folder: String) async throws {
        let own = try await MustacheLibrary(directory: folder)
        library = own
        for (name, text) in Self.ready where own.getTemplate(named: name) == nil {
            try library.register(text, named: name)
        }
    }

    /// Creates templates of texts by name.
    ///
    /// - Throws: An error of Mustache if a text is not a template.
    public init(_ templates: KeyValuePairs<String, String>) throws {
        for (name, text) in Self.ready { try library.register(text, named: name) }
        for (name, text) in templates { try library.register(text, named: name) }
    }

    private static var ready: [(String, String)] {
        [
            ("forms/form", String(decoding: PackageResources.form_mustache, as: UTF8.self)),
            ("forms/field", String(decoding: PackageResources.field_mustache, as: UTF8.self)),
        ]
    }

    /// The templates of forms, without an app's own.
    static let builtIn: Templates = (try? Templates([:])) ?? Templates(empty: ())

    private init(empty: ()) {}

    /// Returns the text of a page, or an empty string if no template has the name.
    func text(_ name: String, _ values: [String: Any]) -> String {
        library.render(values, withTemplate: name) ?? ""
    }

    /// Returns the text of a page.
    ///
    /// - Throws: ``TemplateNotFound`` if no template has the name.
    public func render(_ name: String, _ values: [String: Any] = [:]) throws -> String {
        guard let text = library.render(values, withTemplate: name) else { throw TemplateNotFound(name: name) }
        return text
    }

    /// Returns a page as a response of type `text/html`.
    ///
    /// - Parameters:
    ///   - name: The name of the template.
    ///   - values: The values of the template: strings, numbers, Booleans, arrays and dictionaries.
    ///   - status: The status of the response.
    /// - Throws: ``TemplateNotFound`` if no template has the name.
    public func response(
        _ name: String, _ values: [String: Any] = [:], status: HTTPResponse.Status = .ok
    ) throws -> APIResponse {
        APIResponse(
            status, "text/html; charset=utf-8", .bytes(Array(try render(name, values).utf8)),
            headers: HTTPFields(["X-Content-Type-Options": "nosniff"]))
    }
}

/// No template has a name.
public struct TemplateNotFound: Error, CustomStringConvertible {
    let name: String

    /// The name of the template.
    public var description: String { "no template has the name '\(name)'" }
}
