/// A multipart form as the body of a message, with a line for the bytes of each file.
struct MultipartText {
    /// The boundary between the parts. Real clients choose a string that is in no part.
    static let boundary = "boundary"
    static let contentType = "multipart/form-data; boundary=\(boundary)"

    let text: String

    /// - Parameters:
    ///   - fields: The fields of the form.
    ///   - file: The placeholder for the bytes of a file.
    ///   - lineEnd: The line ending: that of HTTP in code, and a line feed in a message for display.
    init(_ fields: [(name: String, value: String, isFile: Bool)], file: String, lineEnd: String) {
        let parts = fields.flatMap { field in
            let name = field.isFile ? "; filename=\"\(field.value)\"" : ""
            return [
                "--\(Self.boundary)", "Content-Disposition: form-data; name=\"\(field.name)\"\(name)", "",
                field.isFile ? file : field.value,
            ]
        }
        text = (parts + ["--\(Self.boundary)--"]).joined(separator: lineEnd)
    }
}
