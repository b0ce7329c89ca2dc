import Foundation
import Testing

@testable import ConcordUsers

/// The rules for new passwords.
@Suite struct PasswordValidatorTests {
    private let user = User(
        id: 1, username: "ada.lovelace", email: "countess@example.org", firstName: "Augusta", dateJoined: .now)

    @Test(arguments: [
        ("sh0rt!", ["must have at least 8 characters"]),
        ("password1", ["must not be a common password"]),
        ("PASSWORD1", ["must not be a common password"]),
        ("918273645546", ["must not consist only of digits"]),
        ("12345", ["must have at least 8 characters", "must not consist only of digits"]),
        ("ada.lovelace1", ["must not be similar to the username"]),
        ("lovelace99", ["must not be similar to the username"]),
        ("countess", ["must not be similar to the email address"]),
        ("augusta7", ["must not be similar to the first name"]),
        ("correct horse battery", []),
        ("ドキュメント検索語", []),
    ])
    func namesEachBrokenRule(_ password: String, _ problems: [String]) {
        #expect(PasswordSettings().problems(with: password, of: user) == problems)
    }

    @Test func theCommonPasswordsAreThoseThatOtherRulesAccept() {
        let words = commonPasswords.split(separator: "\n")
        #expect(words.count == 2000)
        #expect(words.allSatisfy { $0.count >= 8 && $0 == $0.lowercased() && !$0.allSatisfy(\.isNumber) })
    }
}
