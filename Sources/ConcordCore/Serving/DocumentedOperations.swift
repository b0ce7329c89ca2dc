import Synchronization

/// The properties of the operations in the embedded document that the run time needs.
///
/// The document is parsed on first use, which never happens in most apps.
final class DocumentedOperations: Sendable {
    private struct Operation: Sendable {
        /// The keys of `responses`.
        var statuses: Set<String>
        /// The names of the query parameters, or `nil` if the operation accepts any name.
        var queryNames: Set<String>?
        /// The names of parameters with properties in brackets, such as `filter` in `filter[age]`.
        var queryObjects: Set<String> = []
    }

    private typealias Operations = [String: [String: Operation]]

    private let document: _Core.EmbeddedDocument?
    /// The operations by path and method, or `nil` before first use.
    private let found = Mutex<Operations?>(nil)

    /// Creates a value for the embedded document of an API. Without a document, all operations are unknown.
    init(_ api: ServedAPI) { document = api.document }

    private var operations: Operations {
        found.withLock { found in
            let operations = found ?? Self.operations(of: document)
            found = operations
            return operations
        }
    }

    private static func operations(of document: _Core.EmbeddedDocument?) -> Operations {
        guard let document = document?.parsed, case .object(let paths)? = document["paths"] else { return [:] }
        var found: Operations = [:]
        for (path, item) in paths {
            guard case .object(let fields) = item else { continue }
            for (method, operation) in fields {
                guard case .object(let responses)? = operation["responses"] else { continue }
                let parameters = elements(item["parameters"]) + elements(operation["parameters"])
                found[path, default: [:]][method.uppercased()] = self.operation(
                    Set(responses.keys), parameters.map { resolved($0, in: document) })
            }
        }
        return found
    }

    private static func operation(_ statuses: Set<String>, _ parameters: [JSON]) -> Operation {
        var operation = Operation(statuses: statuses, queryNames: [])
        for parameter in parameters {
            guard case .string(let name)? = parameter["name"] else { continue }
            switch parameter["in"] {
            case "query" where parameter["style"] == "deepObject": operation.queryObjects.insert(name)
            case "query" where isExplodedObject(parameter): operation.queryNames = nil
            case "query": operation.queryNames?.insert(name)
            case "querystring": operation.queryNames = nil
            default: continue
            }
        }
        return operation
    }

    /// Returns whether the properties of an object are separate query parameters: the style `form`, exploded.
    private static func isExplodedObject(_ parameter: JSON) -> Bool {
        guard parameter["explode"] != false, let schema = parameter["schema"] else { return false }
        return schema["type"] == "object" || schema["properties"] != nil || schema["$ref"] != nil
            || schema["allOf"] != nil || schema["anyOf"] != nil || schema["oneOf"] != nil
    }

    private static func elements(_ value: JSON?) -> [JSON] {
        if case .array(let elements)? = value { elements } else { [] }
    }

    /// Returns the parameter itself, or the target if it is a reference.
    private static func resolved(_ parameter: JSON, in document: JSON) -> JSON {
        let prefix = "#/components/parameters/"
        guard case .string(let pointer)? = parameter["$ref"], pointer.hasPrefix(prefix) else { return parameter }
        return document["components"]?["parameters"]?[String(pointer.dropFirst(prefix.count))] ?? parameter
    }

    /// Returns whether an operation declares a status, either directly, as part of a range, or with the default
    /// response.
    ///
    /// Statuses of 500 and above need no declaration. An operation that is not in the document can have any status.
    func declares(_ status: HTTPResponse.Status, of method: String, at path: String) -> Bool {
        guard status.code < 500, let operation = operations[path]?[method] else { return true }
        let keys = operation.statuses
        let code = String(status.code)
        return keys.contains(code) || keys.contains("default") || keys.contains("\(code.prefix(1))XX")
    }

    /// Returns the names in a query that are not parameters of an operation, without duplicates.
    func unknownNames(in query: String?, of method: String, at path: String) -> [String] {
        guard let query, let operation = operations[path]?[method], let known = operation.queryNames else { return [] }
        var unknown: [String] = []
        for (name, _) in URLEncodedForm.pairs(query) where !known.contains(name) && !unknown.contains(name) {
            let object = FormObject.path(of: name)
            if object.count > 1, operation.queryObjects.contains(object[0]) { continue }
            unknown.append(name)
        }
        return unknown
    }
}

extension _Core.EmbeddedDocument {
    /// The document as JSON, parsed on each access.
    fileprivate var parsed: JSON? {
        var issues = _Core.Issues()
        return _Core.JSONReader.read(Array(json.utf8), _Core.Wire.value(JSON.self), issues: &issues)
    }
}

extension ServedAPI {
    /// The URLs of the servers in the document.
    package var documentedServerURLs: [String] {
        guard case .array(let servers)? = document?.parsed?["servers"] else { return [] }
        return servers.compactMap { if case .string(let url)? = $0["url"] { url } else { nil } }
    }

    /// The path of the first server in the document without a trailing slash, or `nil` for the root or without a
    /// document.
    package var documentedServerPath: String? {
        guard var url = documentedServerURLs.first, !url.contains("{") else { return nil }
        if let scheme = url.firstRange(of: "://") { url = String(url[scheme.upperBound...].drop { $0 != "/" }) }
        while url.last == "/" { url.removeLast() }
        return url.hasPrefix("/") ? url : nil
    }
}
