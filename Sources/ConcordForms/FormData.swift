public import ConcordCore

/// The submitted fields of a form, as `application/x-www-form-urlencoded` or `multipart/form-data`.
public struct FormData: Sendable {
    private var texts: [String: [String]] = [:]
    private var files: [String: File] = [:]

    /// Creates data with these fields.
    public init(_ fields: KeyValuePairs<String, String> = [:]) {
        for (name, value) in fields { texts[name, default: []].append(value) }
    }

    /// Reads the body of a request.
    ///
    /// - Throws: A `Problem` with status 413 if the body is too large, 415 if it has another media type, or 400 if it
    ///   can't be read.
    public init(_ request: APIRequest) async throws {
        let mediaType = MediaType(request.headers[.contentType] ?? MediaType.form.name)
        switch mediaType.essence {
        case MediaType.form.essence:
            let bytes = try await request.body.bytes()
            guard !URLEncodedForm.exceeds(request.limits.fields, bytes),
                case .object(let object)? = URLEncodedForm.read(bytes, limit: request.limits.fields)
            else { throw Problem(400, "The form can't be read.") }
            add(object, [])
        case MediaType.multipart.essence:
            do {
                let form = try await MultipartForm.read(
                    request.body, boundary: mediaType.parameter("boundary") ?? "", limits: request.limits,
                    folder: request.temporaryFolder)
                if let form { add(form.object, form.files) }
            } catch is MultipartForm.Malformed {
                throw Problem(400, "The form can't be read.")
            }
        default: throw Problem(415, "A form of type '\(mediaType.essence)' is not accepted.")
        }
    }

    private mutating func add(_ object: FormObject, _ sent: [File]) {
        for entry in object.entries { add(entry.key, entry.value, sent) }
    }

    private mutating func add(_ name: String, _ value: FormValue, _ sent: [File]) {
        switch value {
        case .text(let text), .json(let text): texts[name, default: []].append(text)
        case .file(let index): if sent.indices.contains(index) { files[name] = sent[index] }
        case .list(let values): for value in values { add(name, value, sent) }
        case .object: break
        }
    }

    /// The first value of a field, or `nil` if the form doesn't have it.
    public subscript(name: String) -> String? { texts[name]?.first }

    /// Returns the values of a field.
    public func values(_ name: String) -> [String] { texts[name] ?? [] }

    /// Returns the file of a field, or `nil` if none was chosen.
    public func file(_ name: String) -> File? {
        guard let file = files[name], file.size > 0 else { return nil }
        return file
    }
}
