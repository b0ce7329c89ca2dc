import Concord
import Foundation

/// A rule for new passwords: an entry of `app.users.passwords.validators`.
public protocol PasswordValidator: Sendable {
    /// Returns what is wrong with a password, as the end of a sentence that starts with it: `must have at least 8
    /// characters`; `nil` if the rule accepts it.
    ///
    /// - Parameters:
    ///   - password: The password.
    ///   - user: The user whose password it will be.
    func problem(with password: String, of user: User) -> String?
}

/// Requires a number of characters.
public struct MinimumLengthValidator: PasswordValidator {
    private let length: Int

    /// Requires a number of characters.
    public init(_ length: Int) { self.length = length }

    /// Returns a problem for a shorter password.
    public func problem(with password: String, of user: User) -> String? {
        password.count < length ? "must have at least \(length) characters" : nil
    }
}

/// Refuses a password of digits alone.
public struct NumericPasswordValidator: PasswordValidator {
    /// Creates the rule.
    public init() {}

    /// Returns a problem for a password of digits alone.
    public func problem(with password: String, of user: User) -> String? {
        password.allSatisfy(\.isNumber) ? "must not consist of digits only" : nil
    }
}

/// Refuses the 2,000 most common passwords that the other rules accept, in upper or lower case.
public struct CommonPasswordValidator: PasswordValidator {
    private static let common = Set(commonPasswords.split(separator: "\n").map(String.init))

    /// Creates the rule.
    public init() {}

    /// Returns a problem for a common password.
    public func problem(with password: String, of user: User) -> String? {
        Self.common.contains(password.lowercased()) ? "must not be a common password" : nil
    }
}

/// Refuses a password that resembles the name or the address of its user.
public struct UserAttributeSimilarityValidator: PasswordValidator {
    /// The share of equal characters, from 0 to 1, from which on two texts resemble each other.
    private let maximum: Double

    /// Creates the rule.
    ///
    /// - Parameter maximum: The share of equal characters, from 0 to 1, from which on two texts resemble each other.
    public init(maximum: Double = 0.7) { self.maximum = maximum }

    /// Returns a problem for a password that resembles the user name, the address or a name of the user.
    public func problem(with password: String, of user: User) -> String? {
        let password = Array(password.lowercased().prefix(256))
        let attributes = [
            ("user name", user.username), ("email address", user.email), ("first name", user.firstName),
            ("last name", user.lastName),
        ]
        for (name, value) in attributes {
            let parts = value.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
            if (parts + [value.lowercased()]).contains(where: { resembles(password, Array($0)) }) {
                return "must not resemble the \(name)"
            }
        }
        return nil
    }

    private func resembles(_ password: [Character], _ value: [Character]) -> Bool {
        // A short part occurs in passwords that have nothing to do with it.
        guard value.count >= 3, Double(value.count) * 2 >= maximum * Double(password.count) else { return false }
        return Self.ratio(password, value) >= maximum
    }

    /// Twice the number of characters that both have, through the number of characters of both: Python's `quick_ratio`.
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
    /// Returns what is wrong with a new password, one entry for each rule that it breaks.
    public func problems(with password: String, of user: User) -> [String] {
        validators.compactMap { $0.problem(with: password, of: user) }
    }
}
