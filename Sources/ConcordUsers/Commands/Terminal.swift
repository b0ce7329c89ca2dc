import ArgumentParser
import Concord
import Foundation

/// Asks the user at the terminal.
struct Terminal {
    /// Whether the command can ask questions.
    let isInteractive: Bool

    /// The environment variable with the password, for use without a terminal.
    private static let passwordVariable = "SUPERUSER_PASSWORD"

    /// The environment variables, which a test can replace.
    @TaskLocal static var variables = ProcessInfo.processInfo.environment

    /// Returns the answer to a question.
    ///
    /// - Throws: `ValidationError` with the option to use if the command can't ask questions.
    func ask(_ question: String, option: String) throws -> String {
        guard isInteractive else { throw ValidationError("Missing value for '\(option)'.") }
        print(question, terminator: "")
        fflush(nil)
        guard let answer = readLine() else { throw ValidationError("Missing value for '\(option)'.") }
        return answer
    }

    /// Returns a valid password: the one in the environment, or one that the user types twice.
    ///
    /// - Throws: `ValidationError` if the password violates a rule, or if the two passwords differ.
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
        else { throw ValidationError("A password can only be entered at a terminal.") }
        guard first == second else { throw ValidationError("The passwords do not match.") }
        return first
    }
}
