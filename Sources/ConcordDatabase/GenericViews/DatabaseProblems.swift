public import ConcordCore

// The problems that clients receive for database errors.

extension ConstraintViolation: _Core.RefusingError {
    /// The problem with status 400, which contains the Swift names of the properties.
    public var refusal: Problem? { problem(at: "") { $0 } }

    /// Returns the problem with status 400 for an object in the body. It contains the wire names of the properties.
    func problem(at place: String, _ wireName: (String) -> String) -> Problem {
        let pointers = fields.isEmpty ? [place] : fields.map { "\(place)/\(wireName($0).jsonPointerToken)" }
        return Problem(
            400, "The request is not valid.",
            errors: pointers.map { Problem.Issue(location: .body, pointer: $0, message: message) })
    }

    private var message: String {
        switch kind {
        case .unique:
            fields.count == 1
                ? "must be unique; another object has this value"
                : "must be unique together with the other properties; another object has these values"
        case .missingObject: "must be the key of an existing object"
        case .missingValue: "is required"
        case .check(let name): "violates the constraint '\(name)'"
        }
    }
}

extension String {
    /// The key as a reference token of a JSON Pointer (RFC 6901, section 3).
    fileprivate var jsonPointerToken: String {
        split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
            .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
    }
}

extension ProtectedDeletion: _Core.RefusingError {
    /// The problem with status 409.
    public var refusal: Problem? { Problem(409, "The object can't be deleted because other objects refer to it.") }
}

extension DoesNotExist: _Core.RefusingError {
    /// The problem with status 404.
    public var refusal: Problem? { Problem(404, "No such object.") }
}

extension NoDatabase: _Core.RefusingError {
    /// The problem with status 501. It only occurs in tests of an app without a driver.
    public var refusal: Problem? { Problem(501, "This operation requires a database.") }
}

extension DatabaseError: _Core.RefusingError {
    /// The problem: status 400 for an invalid value, 503 if the request may succeed later, and 500 for other errors.
    public var refusal: Problem? {
        switch kind {
        case .unavailable: Self.later("The database can't be reached.", seconds: 5)
        case .conflict: Self.later("The operation conflicts with other requests.", seconds: 1)
        case .timeout: Self.later("The database did not respond in time.", seconds: 5)
        case .invalidValue: Problem(400, "The request contains a value that the database can't store.")
        case .unique, .foreignKey, .notNull, .check, .other:
            nil
        }
    }

    private static func later(_ detail: String, seconds: Int) -> Problem {
        var headers = HTTPFields()
        headers[.retryAfter] = String(seconds)
        return Problem(503, detail, headers: headers)
    }
}
