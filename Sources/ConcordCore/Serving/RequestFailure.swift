/// A request that can't be served, told to the client as `application/problem+json` (RFC 9457).
public struct RequestFailure: Error, Sendable {
    /// `400`.
    public var status: Int
    /// A sentence for whoever sent the request.
    public var detail: String?
    /// What is wrong with the request, piece by piece.
    public var issues: [Issue]
    /// Headers beside the problem's own.
    public var headers: HTTPHeaders

    /// States the status and what went wrong.
    public init(_ status: Int, _ detail: String? = nil, issues: [Issue] = [], headers: HTTPHeaders = HTTPHeaders()) {
        self.status = status
        self.detail = detail
        self.issues = issues
        self.headers = headers
    }

    /// The response that tells of the failure.
    public var response: HTTPResponse {
        var json = JSONWriter()
        json.beginObject()
        json.property("title", ReasonPhrase.of(status), Wire.value(String.self))
        json.property("status", status, Wire.value(Int.self))
        json.property("detail", detail, Wire.value(String.self))
        if !issues.isEmpty { json.property("errors", issues, Wire.value([Issue].self)) }
        json.endObject()
        return HTTPResponse(status, .problem, .bytes(json.bytes), headers: headers)
    }
}

/// What an operation throws that has no code yet: the client gets status 501.
public struct NotImplemented: Error, Sendable {
    /// States that there is no code yet.
    public init() {}
}

extension Issue: WireObject {
    /// Reads an entry of a problem's `errors`.
    public init?(from json: inout JSONReader) {
        var location = Property("in", Wire.value(Location.self))
        var name = Property("name", Wire.value(String.self))
        var pointer = Property("pointer", Wire.value(String.self))
        var message = Property("message", Wire.value(String.self))
        guard var object = json.beginObject() else { return nil }
        while let key = json.nextKey(&object) {
            switch key {
            case "in": location.read(&json)
            case "name": name.read(&json)
            case "pointer": pointer.read(&json)
            case "message": message.read(&json)
            default: json.ignore(key)
            }
        }
        guard let location = location.value, let message = message.value else { return nil }
        self.init(location: location, name: name.value, pointer: pointer.value ?? "", message: message)
    }

    /// Writes where it is and what is wrong; a parameter has a name, a body a pointer, which is empty for the whole.
    public func writeProperties(to json: inout JSONWriter) {
        json.property("in", location, Wire.value(Location.self))
        json.property("name", name, Wire.value(String.self))
        if location == .body || !pointer.isEmpty { json.property("pointer", pointer, Wire.value(String.self)) }
        json.property("message", message, Wire.value(String.self))
    }
}
