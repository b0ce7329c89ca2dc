import Concord

extension UserAccount {
    /// Refuses a new password that breaks a rule.
    ///
    /// - Throws: A ``Problem`` of status 400 that names each rule.
    func checkNewPassword(_ password: String) throws {
        let problems = AppEnvironment.current.users.passwords.problems(with: password, of: User(self))
        if !problems.isEmpty {
            throw Problem(
                400, "The request is not valid.", errors: problems.map { .body("/newPassword", $0) })
        }
    }
}

extension Problem.Issue {
    /// An entry for a property of the body.
    static func body(_ pointer: String, _ message: String) -> Problem.Issue {
        Problem.Issue(location: .body, name: nil, pointer: pointer, message: message)
    }
}
