public import ConcordCore
import Mustache

/// Templates for HTML pages, in the Mustache language.
///
///     static func configure(_ app: inout AppConfiguration) async throws {
///         let templates = try await Templates(folder: "Templates")
///         app.pages.get("/hello") { request in try templates.response("hello", ["name": "Ada"]) }
///     }
///
/// `{{name}}` is escaped, so a value can't become part of the markup. `{{{form}}}` is not escaped. Use it for the
/// result of ``Form/html()``.
public struct Templates: Sendable {
    private var library = MustacheLibrary()

    /// Reads the files with the extension `.mustache` in a folder and its subfolders. The template in
    /// `pages/hello.mustache` has the name `pages/hello`. The built-in templates of forms, such as `forms/field`, are
    /// included, unless the folder contains its own.
    ///
    /// - Throws: An error of Mustache if a file is not a valid template.
    public init(folder: String) async throws {
        let own = try await MustacheLibrary(directory: folder)
        library = own
        for (name, text) in Self.ready where own.getTemplate(named: name) == nil {
            try library.register(text, named: name)
        }
    }

    /// Creates templates from strings, by name.
    ///
    /// - Throws: An error of Mustache if a string is not a valid template.
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

    /// Returns these templates with further ones, which replace those with the same names.
    ///
    /// - Parameters:
    ///   - templates: The texts of the further templates, by name.
    ///   - folder: A folder of these templates. A template in it replaces the further template with the same name, if the
    ///     name is among `replaceable`.
    ///   - replaceable: The names of the templates that can be replaced.
    package func adding(
        _ templates: [String: String], replacedBy folder: String, _ replaceable: Set<String>
    ) throws -> Templates {
        var result = self
        for (name, text) in Self.ready + templates.map({ ($0.key, $0.value) }) {
            if replaceable.contains(name), let own = library.getTemplate(named: "\(folder)/\(name)") {
                result.library.register(own, named: name)
            } else {
                try result.library.register(text, named: name)
            }
        }
        return result
    }

    /// Returns whether a template has a name.
    package func contains(_ name: String) -> Bool { library.getTemplate(named: name) != nil }

    /// The built-in templates of forms.
    package static let builtIn: Templates = (try? Templates([:])) ?? Templates(empty: ())

    private init(empty: ()) {}

    /// Returns the text of a page, or an empty string if the template doesn't exist.
    func text(_ name: String, _ values: [String: Any]) -> String {
        library.render(values, withTemplate: name) ?? ""
    }

    /// Returns the text of a page.
    ///
    /// - Throws: ``TemplateNotFound`` if the template doesn't exist.
    public func render(_ name: String, _ values: [String: Any] = [:]) throws -> String {
        guard let text = library.render(values, withTemplate: name) else { throw TemplateNotFound(name: name) }
        return text
    }

    /// Returns a page as a response with the media type `text/html`.
    ///
    /// - Parameters:
    ///   - name: The name of the template.
    ///   - values: The values of the template: strings, numbers, Booleans, arrays and dictionaries.
    ///   - status: The status of the response.
    /// - Throws: ``TemplateNotFound`` if the template doesn't exist.
    public func response(
        _ name: String, _ values: [String: Any] = [:], status: HTTPResponse.Status = .ok
    ) throws -> APIResponse {
        APIResponse(
            status, "text/html; charset=utf-8", .bytes(Array(try render(name, values).utf8)),
            headers: HTTPFields(["X-Content-Type-Options": "nosniff"]))
    }
}

/// The error for a template that doesn't exist.
public struct TemplateNotFound: Error, CustomStringConvertible {
    let name: String

    /// A description with the name of the template.
    public var description: String { "no template has the name '\(name)'" }
}
