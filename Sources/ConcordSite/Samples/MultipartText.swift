/// A multipart form as the body of a message, with a line for the bytes of each file.
struct MultipartText {
    /// What stands between the parts. Real clients choose a text that is in no part.
    static let boundary = "boundary"
    static let contentType = "multipart/form-data; boundary=\(boundary)"

    let text: String

    /// - Parameters:
    ///   - fields: The fields of the form.
    ///   - file: What stands for the bytes of a file.
    ///   - lineEnd: What ends each line: HTTP's in code, and a line feed in a message that a person reads.
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
