import Concord

/// Sends mail to users: set `app.users.mailer` to send it through a mail server or a service.
///
///     struct PostmarkMailer: Mailer {
///         func send(_ mail: Mail) async throws { … }
///     }
public protocol Mailer: Sendable {
    /// Sends a message.
    ///
    /// - Throws: Any error, which is logged.
    func send(_ mail: Mail) async throws
}

/// A message to a user.
public struct Mail: Sendable {
    /// The reason for the message.
    public enum Purpose: String, Sendable {
        /// The user has forgotten the password: ``Mail/key`` lets the user choose a new one.
        case passwordReset
        /// The user has a new address: ``Mail/key`` shows that it is the user's.
        case emailVerification
    }

    /// The reason for the message.
    public var purpose: Purpose
    /// The user.
    public var user: User
    /// The address of the recipient.
    public var address: String
    /// The subject.
    public var subject: String
    /// The text of the message. It contains ``key``.
    public var text: String
    /// The secret key that the recipient sends back. A mailer can put it into the address of a page of the app.
    public var key: String
}

/// Logs that a message would be sent, and prints it in debug builds only: the text has a secret key.
public struct LogMailer: Mailer {
    /// Creates the mailer.
    public init() {}

    /// Logs the recipient and the subject; in a debug build, prints the message.
    public func send(_ mail: Mail) async throws {
        AppEnvironment.current.request?.logger.notice(
            "Mail is not sent, because the app has no mailer",
            metadata: ["subject": "\(mail.subject)", "to": "\(mail.address)"])
        #if DEBUG
            print("To: \(mail.address)\nSubject: \(mail.subject)\n\n\(mail.text)\n")
        #endif
    }
}
