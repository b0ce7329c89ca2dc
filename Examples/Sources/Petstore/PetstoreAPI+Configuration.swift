import ConcordCore

extension PetstoreAPI {
    /// Sends all errors in the format that the document declares.
    func configure(_ app: inout AppConfiguration) async throws {
        app.convertProblems { problem in
            ErrorSchema(code: Int32(problem.status.code), message: problem.detail ?? problem.title)
        }
    }
}
