import ConcordNames

/// An error that the client receives as `application/problem+json` (RFC 9457).
///
/// Throw it at any point while a request is handled:
///
///     guard let note = await notes.note(id) else { throw Problem(404, "No such note.") }
///
/// An operation that declares `@Response(404, Problem.self)` describes the response itself. If the body of an operation
/// throws a problem, the document contains the response even without a declaration.
public struct Problem: Error, Sendable {
    /// A URI that identifies the kind of problem, or `nil` if the status is sufficient.
    public var type: String?
    /// A summary of the kind of problem. The default is the reason phrase of the status.
    public var title: String
    /// The status of the response.
    public var status: HTTPResponse.Status
    /// A sentence about this occurrence, for the developer of the client.
    public var detail: String?
    /// A URI that identifies this occurrence of the problem.
    public var instance: String?
    /// The errors in the request, one for each invalid value.
    public var errors: [Problem.Issue]
    /// Members in addition to those of RFC 9457.
    public var members: JSONObject
    /// Header fields of the response in addition to `Content-Type`.
    public var headers: HTTPFields

    /// Creates a problem.
    ///
    /// - Parameters:
    ///   - status: The status of the response.
    ///   - detail: An explanation of this occurrence of the problem.
    ///   - type: A URI that identifies the kind of problem.
    ///   - title: A summary of the kind of problem. The default is the reason phrase of the status.
    ///   - instance: A URI that identifies this occurrence of the problem.
    ///   - errors: The errors in the request, one for each invalid value.
    ///   - members: Members in addition to those of RFC 9457.
    ///   - headers: Header fields of the response in addition to `Content-Type`.
    public init(
        _ status: HTTPResponse.Status,
        _ detail: String? = nil,
        type: String? = nil,
        title: String? = nil,
        instance: String? = nil,
        errors: [Problem.Issue] = [],
        members: JSONObject = JSONObject(),
        headers: HTTPFields = HTTPFields()
    ) {
        self.type = type
        self.title = title ?? ReasonPhrase.of(status.code)
        self.status = status
        self.detail = detail
        self.instance = instance
        self.errors = errors
        self.members = members
        self.headers = headers
    }

    /// The response with the problem.
    ///
    /// The media type of an error is not negotiated: it does not depend on the `Accept` field of the request.
    public var response: APIResponse { response(status) }

    /// The same problem with another status.
    func with(_ status: HTTPResponse.Status) -> Problem {
        var problem = self
        problem.status = status
        return problem
    }

    func response(_ status: HTTPResponse.Status) -> APIResponse {
        let problem = with(status)
        var json = _Core.JSONWriter()
        problem.write(to: &json)
        return APIResponse(status, .problem, .bytes(json.bytes), headers: headers)
    }
}

extension Problem: StatusError {}

extension Problem: _Core.WireObject {
    /// Reads a problem that a client has received.
    public init?(from json: inout _Core.JSONReader) {
        var type = _Core.Wire.value(String.self).noValue
        var title = _Core.Wire.value(String.self).noValue
        var status = _Core.Wire.value(Int.self).noValue
        var detail = _Core.Wire.value(String.self).noValue
        var instance = _Core.Wire.value(String.self).noValue
        var errors = _Core.Wire.list(_Core.Wire.value(Problem.Issue.self)).noValue
        var members = _Core.OtherProperties(_Core.Wire.value(JSON.self))
        guard var object = json.beginObject() else { return nil }
        while let key = json.nextKey(&object) {
            switch key {
            case "type": json.property("type", &type, _Core.Wire.value(String.self))
            case "title": json.property("title", &title, _Core.Wire.value(String.self))
            case "status": json.property("status", &status, _Core.Wire.value(Int.self), Self.statuses)
            case "detail": json.property("detail", &detail, _Core.Wire.value(String.self))
            case "instance": json.property("instance", &instance, _Core.Wire.value(String.self))
            case "errors": json.property("errors", &errors, _Core.Wire.list(_Core.Wire.value(Problem.Issue.self)))
            default: members.read(key, &json)
            }
        }
        json.require("title", title)
        json.require("status", status)
        guard let title, let status = status?.httpStatus else { return nil }
        self.init(
            status, detail, type: type, title: title, instance: instance,
            errors: errors ?? [],
            members: JSONObject((members.values ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
    }

    private static let statuses = _Core.Rules(minimum: 100, maximum: 999)

    /// Writes the members that have a value.
    public func writeProperties(to json: inout _Core.JSONWriter) {
        json.property("type", type, _Core.Wire.value(String.self))
        json.property("title", title, _Core.Wire.value(String.self))
        json.property("status", status.code, _Core.Wire.value(Int.self))
        json.property("detail", detail, _Core.Wire.value(String.self))
        json.property("instance", instance, _Core.Wire.value(String.self))
        if !errors.isEmpty { json.property("errors", errors, _Core.Wire.list(_Core.Wire.value(Problem.Issue.self))) }
        for key in members.keys where !Self.ownMembers.contains(key) {
            json.property(key, members[key], _Core.Wire.value(JSON.self))
        }
    }

    private static let ownMembers: Set<String> = ["type", "title", "status", "detail", "instance", "errors"]
}
