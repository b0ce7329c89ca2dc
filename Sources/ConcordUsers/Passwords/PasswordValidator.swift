import Concord
import Foundation

/// A rule for new passwords, as an element of `app.users.passwords.validators`.
public protocol PasswordValidator: Sendable {
    /// Returns the violation of the rule, as the end of a sentence about the password: `must have at least 8
    /// characters`. Returns `nil` if the password satisfies the rule.
    ///
    /// - Parameters:
    ///   - password: The password.
    ///   - user: The user who will have the password.
    func problem(with password: String, of user: User) -> String?
}

/// Requires a minimum number of characters.
public struct MinimumLengthValidator: PasswordValidator {
    private let length: Int

    /// Creates a rule that requires at least this many characters.
    public init(_ length: Int) { self.length = length }

    /// Returns the violation if the password is shorter.
    public func problem(with password: String, of user: User) -> String? {
        password.count < length ? "must have at least \(length) characters" : nil
    }
}

/// Rejects passwords that consist only of digits.
public struct NumericPasswordValidator: PasswordValidator {
    /// Creates the rule.
    public init() {}

    /// Returns the violation if the password consists only of digits.
    public func problem(with password: String, of user: User) -> String? {
        password.allSatisfy(\.isNumber) ? "must not consist only of digits" : nil
    }
}

/// Rejects the 2,000 most common passwords that the other rules accept, ignoring case.
public struct CommonPasswordValidator: PasswordValidator {
    private static let common = Set(commonPasswords.split(separator: "\n").map(String.init))

    /// Creates the rule.
    public init() {}

    /// Returns the violation if the password is common.
    public func problem(with password: String, of user: User) -> String? {
        Self.common.contains(password.lowercased()) ? "must not be a common password" : nil
    }
}

/// Rejects passwords that are similar to the name or address of the user.
public struct UserAttributeSimilarityValidator: PasswordValidator {
    /// The share of equal characters at which two strings are similar, from 0 to 1.
    private let maximum: Double

    /// Creates the rule.
    ///
    /// - Parameter maximum: The share of equal characters at which two strings are similar, from 0 to 1.
    public init(maximum: Double = 0.7) { self.maximum = maximum }

    /// Returns the violation if the password is similar to the username, the address, or a name of the user.
    public func problem(with password: String, of user: User) -> String? {
        let password = Array(password.lowercased().prefix(256))
        let attributes = [
            ("username", user.username), ("email address", user.email), ("first name", user.firstName),
            ("last name", user.lastName),
        ]
        for (name, value) in attributes {
            let parts = value.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
            if (parts + [value.lowercased()]).contains(where: { resembles(password, Array($0)) }) {
                return "must not be similar to the \(name)"
            }
        }
        return nil
    }

    private func resembles(_ password: [Character], _ value: [Character]) -> Bool {
        // A short part occurs in passwords that have nothing to do with it.
        guard value.count >= 3, Double(value.count) * 2 >= maximum * Double(password.count) else { return false }
        return Self.ratio(password, value) >= maximum
    }

    /// Returns twice the number of common characters, divided by the total number of characters. This is Python's
    /// `quick_ratio`.
    private static func ratio(_ left: [Character], _ right: [Character]) -> Double {
        var counts: [Character: Int] = [:]
        for character in right { counts[character, default: 0] += 1 }
        var matches = 0
        for character in left where counts[character, default: 0] > 0 {
            counts[character, default: 0] -= 1
            matches += 1
        }
        return Double(2 * matches) / Double(left.count + right.count)
    }
}

extension PasswordSettings {
    /// Returns the violations of a new password, one for each rule.
    public func problems(with password: String, of user: User) -> [String] {
        validators.compactMap { $0.problem(with: password, of: user) }
    }
}
