import Concord
import ConcordForms

extension ModelAdmin {
    /// Sends the objects that match the search and the filters of the list, as CSV or JSON, in constant memory.
    func export(_ context: AdminContext, format: String) async throws -> APIResponse {
        try context.require(.view, self)
        guard let format = ExportFormat(rawValue: format) else { throw Problem(404, "No such format.") }
        let query = ordered(try await narrowed(context), context)
        let fields = M.fields.filter { !$0.options.isWriteOnly }
        let (allows, user) = (allows, context.user)
        return APIResponse(
            200, format.mediaType,
            .stream { send in
                try await send(Array(format.beginning(fields.map(\.column)).utf8))
                var isFirst = true
                for try await object in query.stream() where try await allows(.view, object, user) {
                    let entry = format.entry(fields.map { ($0.column, $0.storedJSON(of: object)) })
                    try await send(Array(((isFirst ? "" : format.separator) + entry).utf8))
                    isFirst = false
                }
                try await send(Array(format.end.utf8))
            },
            headers: HTTPFields([
                "Content-Disposition": "attachment; filename=\"\(M.table).\(format.rawValue)\"",
                "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
            ]))
    }
}

/// A format for exported objects.
enum ExportFormat: String {
    case csv, json

    var mediaType: MediaType {
        switch self {
        case .csv: "text/csv; charset=utf-8"
        case .json: .json
        }
    }

    func beginning(_ names: [String]) -> String {
        switch self {
        case .csv: names.map { Self.quoted($0) }.joined(separator: ",") + "\r\n"
        case .json: "["
        }
    }

    var separator: String { self == .json ? "," : "" }
    var end: String { self == .json ? "]\n" : "" }

    func entry(_ values: [(name: String, value: JSON)]) -> String {
        switch self {
        case .csv: values.map { Self.cell($0.value) }.joined(separator: ",") + "\r\n"
        case .json: "\n" + JSON.object(JSONObject(values.map { ($0.name, $0.value) })).description
        }
    }

    private static func cell(_ value: JSON) -> String {
        switch value {
        case .null: ""
        case .string(let text): quoted(harmless(text))
        default: quoted(value.description)
        }
    }

    /// Returns text that a spreadsheet doesn't execute. An apostrophe before text that begins like a formula makes it
    /// text.
    private static func harmless(_ text: String) -> String {
        guard let first = text.first, "=+-@\t\r".contains(first) else { return text }
        return "'" + text
    }

    private static func quoted(_ text: String) -> String {
        guard text.contains(where: { ",\"\n\r\r\n".contains($0) }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
