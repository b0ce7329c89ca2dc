import Concord

/// Sends email to users. Set `app.users.mailer` to send it through a mail server or a service:
///
///     struct PostmarkMailer: Mailer {
///         func send(_ mail: Mail) async throws { … }
///     }
public protocol Mailer: Sendable {
    /// Sends an email.
    ///
    /// - Throws: Any error, which is logged.
    func send(_ mail: Mail) async throws
}

/// An email to a user.
public struct Mail: Sendable {
    /// The purpose of the email.
    public enum Purpose: String, Sendable {
        /// The user has forgotten the password. With ``Mail/key``, the user can set a new one.
        case passwordReset
        /// The user has a new address. ``Mail/key`` verifies it.
        case emailVerification
    }

    /// The purpose of the email.
    public var purpose: Purpose
    /// The user.
    public var user: User
    /// The address of the recipient.
    public var address: String
    /// The subject.
    public var subject: String
    /// The text of the email, which contains ``key``.
    public var text: String
    /// The secret key that the recipient sends back. A mailer can add it to the URL of a page in the app.
    public var key: String
}

/// Logs each email instead of sending it. The text is only printed in debug builds, because it contains a secret key.
public struct LogMailer: Mailer {
    /// Creates the mailer.
    public init() {}

    /// Logs the recipient and the subject. In a debug build, also prints the text.
    public func send(_ mail: Mail) async throws {
        AppEnvironment.current.request?.logger.notice(
            "Mail is not sent, because the app has no mailer",
            metadata: ["subject": "\(mail.subject)", "to": "\(mail.address)"])
        #if DEBUG
            print("To: \(mail.address)\nSubject: \(mail.subject)\n\n\(mail.text)\n")
        #endif
    }
}
