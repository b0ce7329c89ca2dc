import ArgumentParser
import Concord
import Foundation

/// Asks the person at the terminal.
struct Terminal {
    /// Whether questions are asked.
    let isInteractive: Bool

    /// The environment variable that has the password where nobody can type it.
    private static let passwordVariable = "SUPERUSER_PASSWORD"

    /// The variables of the process; a test has others.
    @TaskLocal static var variables = ProcessInfo.processInfo.environment

    /// Returns the answer to a question.
    ///
    /// - Throws: `ValidationError` if no question can be asked; it names the option to use.
    func ask(_ question: String, option: String) throws -> String {
        guard isInteractive else { throw ValidationError("Missing value for '\(option)'.") }
        print(question, terminator: "")
        fflush(nil)
        guard let answer = readLine() else { throw ValidationError("Missing value for '\(option)'.") }
        return answer
    }

    /// Returns a password that the rules accept: that of the environment, or one that is typed twice.
    ///
    /// - Throws: `ValidationError` if it breaks a rule, or the two are not the same.
    func newPassword(for user: User) throws -> String {
        let password = try givenPassword() ?? typedPassword()
        let problems = AppEnvironment.current.users.passwords.problems(with: password, of: user)
        guard problems.isEmpty else {
            throw ValidationError("The password \(problems.joined(separator: ", and ")).")
        }
        return password
    }

    private func givenPassword() throws -> String? {
        if let password = Self.variables[Self.passwordVariable] { return password }
        guard isInteractive else {
            throw ValidationError("Set the environment variable \(Self.passwordVariable) to the password.")
        }
        return nil
    }

    private func typedPassword() throws -> String {
        guard let first = getpass("Password: ").map({ String(cString: $0) }),
            let second = getpass("Password (again): ").map({ String(cString: $0) })
        else { throw ValidationError("There is no terminal to enter the password.") }
        guard first == second else { throw ValidationError("The passwords do not match.") }
        return first
    }
}
