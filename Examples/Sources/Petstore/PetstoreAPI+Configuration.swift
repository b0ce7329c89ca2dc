import ConcordCore

extension PetstoreAPI {
    /// Gives all errors the form that the document declares for them.
    func configure(_ app: inout AppConfiguration) async throws {
        app.convertProblems { problem in
            ErrorSchema(code: Int32(problem.status.code), message: problem.detail ?? problem.title)
        }
    }
}
