import Concord
public import ConcordServer

extension Users: DeploymentChecks {
    /// Returns the settings of `Users` that are not safe in production: cookies without HTTPS, sessions signed with a
    /// weak key, emails that are only logged, and passwords without rules, without a limit on attempts, or with fast
    /// hashes.
    public static func deploymentFindings(_ app: AppConfiguration) -> [DeploymentFinding] {
        cookieFindings(app.users.sessions) + signingFindings(app) + passwordFindings(app.users)
            + mailFindings(app.users.mailer)
    }

    private static func cookieFindings(_ sessions: SessionSettings) -> [DeploymentFinding] {
        var findings: [DeploymentFinding] = []
        if !sessions.isCookieSecure {
            findings.append(
                DeploymentFinding(
                    "Browsers send the cookie of a session over HTTP without TLS.",
                    help: "keep 'users.sessions.isCookieSecure' set to true"))
        }
        let insecure = sessions.trustedOrigins.filter { !$0.hasPrefix("https://") }.sorted()
        if !insecure.isEmpty {
            findings.append(
                DeploymentFinding(
                    "Pages of \(insecure.joined(separator: ", ")) can use the sessions of users, and anyone on the network can change them.",
                    help: "use only https origins in 'users.sessions.trustedOrigins'"))
        }
        return findings
    }

    private static func signingFindings(_ app: AppConfiguration) -> [DeploymentFinding] {
        guard app.users.sessions.store == .signedCookie else { return [] }
        if app.environment.hasRandomSecretKey {
            return [
                DeploymentFinding(
                    "Sessions are signed with a key that the next start, or another instance, doesn't have.",
                    help: "set SECRET_KEY to a long random string")
            ]
        }
        guard app.environment.secretKey.utf8.count < 32 else { return [] }
        return [
            DeploymentFinding(
                "Sessions are signed with a key of fewer than 32 characters, which can be guessed.",
                help: "set SECRET_KEY to a long random string")
        ]
    }

    private static func passwordFindings(_ settings: UserSettings) -> [DeploymentFinding] {
        var findings: [DeploymentFinding] = []
        if settings.passwords.validators.isEmpty {
            findings.append(
                DeploymentFinding(
                    "Every password is accepted.", help: "keep the defaults of 'users.passwords.validators'"))
        }
        if !settings.passwords.hashing.isStrong {
            findings.append(
                DeploymentFinding(
                    "Passwords are hashed at a lower cost than OWASP recommends.",
                    help: "use '.scrypt()' for 'users.passwords.hashing'"))
        }
        if settings.signIn.failuresPerAccount > 100 || settings.signIn.period < .seconds(60) {
            findings.append(
                DeploymentFinding(
                    "A password can be guessed more than 100 times within minutes.",
                    help: "lower 'users.signIn.failuresPerAccount', or raise 'users.signIn.period'"))
        }
        return findings
    }

    private static func mailFindings(_ mailer: any Mailer) -> [DeploymentFinding] {
        guard mailer is LogMailer else { return [] }
        return [
            DeploymentFinding(
                "Emails to users, including the keys that reset passwords, are written to the log.",
                help: "set 'users.mailer' to a mailer that sends email")
        ]
    }
}
