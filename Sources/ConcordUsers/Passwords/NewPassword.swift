import Concord

extension UserAccount {
    /// Rejects a new password that violates a rule.
    ///
    /// - Throws: A ``ConcordCore/Problem`` with status 400 with all violated rules.
    func checkNewPassword(_ password: String) throws {
        let problems = AppEnvironment.current.users.passwords.problems(with: password, of: User(self))
        if !problems.isEmpty {
            throw Problem(
                400, "The request is not valid.", errors: problems.map { .body("/newPassword", $0) })
        }
    }
}

extension Problem.Issue {
    /// Returns an issue for a property of the body.
    static func body(_ pointer: String, _ message: String) -> Problem.Issue {
        Problem.Issue(location: .body, name: nil, pointer: pointer, message: message)
    }
}
