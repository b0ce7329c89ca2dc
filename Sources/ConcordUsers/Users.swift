public import ArgumentParser
public import Concord
public import ConcordServer

/// User accounts with sessions, tokens, groups, and permissions. Install the app in the API:
///
///     @API(title: "Shop", version: "1.0")
///     enum ShopAPI {
///         static let installedApps: [any InstalledApp.Type] = [Users.self]
///         static let authentication: [any Authentication] = [SessionAuthentication(), BearerAuthentication()]
///         static let views: [any View.Type] = [UserViews.self, ProductViewSet.self]
///     }
///
/// It verifies the credentials of ``ConcordCore/SessionAuthentication``, ``ConcordCore/BearerAuthentication``,
/// ``ConcordCore/TokenAuthentication`` and ``ConcordCore/BasicAuthentication``, and adds the commands
/// `createsuperuser`, `changepassword`, `createtoken` and `clearsessions`.
public enum Users: InstalledApp {
    /// The models of users, groups, passwords, sessions, tokens, and the audit log.
    public static let models: [any Model.Type] = [
        User.self, Group.self, UserPermissions.self, Password.self, Session.self, Token.self, SignInAttempt.self,
        OneTimeToken.self, SessionEpoch.self,
    ]

    /// Verifies the credentials of the built-in security schemes.
    public static func configure(_ app: inout AppConfiguration) throws {
        app.users.model = try userModel(in: app.environment.models)
        app.authenticate(SessionAuthentication.self) { credential -> SignedInUser? in
            guard let user = try await SignedInUser(sessionKey: credential.key) else { return nil }
            try user.checkCrossSiteRequest(credential.request)
            return user
        }
        app.authenticate(BearerAuthentication.self) { try await SignedInUser(tokenKey: $0.token) }
        app.authenticate(TokenAuthentication.self) { try await SignedInUser(tokenKey: $0.token) }
        app.authenticate(BasicAuthentication.self) { credential -> SignedInUser? in
            switch try await User.authenticate(credential.username, credential.password, for: credential.request) {
            case .signedIn(let user): return try await user.account().map { SignedInUser($0, .password) }
            case .refused: return nil
            case .throttled:
                throw Problem(
                    429, "Too many attempts to sign in. Try again later.", headers: SignInLimits.retryHeaders)
            }
        }
    }
}

extension Users: ManagementCommands {
    /// `createsuperuser`, `changepassword`, `createtoken` and `clearsessions`.
    public static let commands: [any ParsableCommand.Type] = [
        CreateSuperuser.self, ChangePassword.self, CreateToken.self, ClearSessions.self,
    ]
}
