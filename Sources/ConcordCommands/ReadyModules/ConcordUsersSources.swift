// Written by ReadyModuleGoldenTests from Sources/ConcordUsers, if CONCORD_BLESS is set.

extension ReadyModule {
    /// The declarations of `ConcordUsers`.
    static let users = ReadyModule(
        "ConcordUsers",
        [
            "Models/Group.swift": #"""
            public import Concord

            /// A group of users with common permissions.
            @Model("auth_group")
            public struct Group {
                /// The primary key.
                public var id: Int
                /// The name of the group.
                @Field(.unique, .minLength(1), .maxLength(150)) public var name: String
                /// The permissions of the users in the group: `add_station`, `change_station`.
                public var permissions: [String] = []

                /// Sorts groups by name.
                public static let ordering: [Ordering<Group>] = [.ascending(\.name)]
            }
            """#,
            "Models/Session.swift": #"""
            public import Concord
            public import Foundation

            /// A session of a user who is signed in with a browser.
            ///
            /// The browser stores a random key in the cookie `sessionid`. The database stores the SHA-256 hash of the key, so a
            /// copy of the table doesn't give access to a session.
            @Model("auth_session")
            public struct Session {
                /// The hash of the key.
                @Field(.primaryKey, .writeOnly) public var id: String
                /// The user who is signed in.
                @ForeignKey(onDelete: .cascade) public var user: User.ID
                /// The time of the sign-in.
                public var created: Date
                /// The time of the last request, at most a minute old.
                public var lastUsed: Date
                /// The time at which the session ends, regardless of its use.
                @Field(.index) public var expires: Date
                /// The address from which the user signed in.
                public var address: String?
                /// The `User-Agent` of the browser in which the user signed in.
                public var userAgent: String?

                /// Sorts sessions by creation time, most recent first.
                public static let ordering: [Ordering<Session>] = [.descending(\.created)]
            }
            """#,
            "Models/SignInAttempt.swift": #"""
            public import Concord
            public import Foundation

            /// An entry of the audit log: an attempt to sign in with a username and password.
            @Model("auth_sign_in_attempt")
            public struct SignInAttempt {
                /// The primary key.
                public var id: Int
                /// The username in the attempt, even if no such user exists.
                @Field(.maxLength(150)) public var username: String
                /// The user who signed in, or `nil` if the attempt failed.
                @ForeignKey(onDelete: .setNull) public var user: User.ID?
                /// The address of the client.
                public var address: String?
                /// The `User-Agent` of the client.
                public var userAgent: String?
                /// The result.
                public var outcome: Outcome
                /// Whether the attempt counts towards the limit of failures. A successful sign-in clears the earlier failures of
                /// the account.
                public var isCounted: Bool = true
                /// The time of the attempt.
                public var created: Date

                /// Sorts attempts by time, most recent first.
                public static let ordering: [Ordering<SignInAttempt>] = [.descending(\.created)]
                /// The indexes for counting the failures of an account and of an address.
                public static let indexes: [Index<SignInAttempt>] = [Index(\.username, \.created), Index(\.address, \.created)]

                /// The result of an attempt to sign in.
                public enum Outcome: String, Sendable {
                    /// The user signed in.
                    case succeeded
                    /// No user has this username and password, or the user is not active.
                    case failed
                    /// The attempt was rejected, because too many attempts had failed.
                    case throttled
                }
            }
            """#,
            "Models/Token.swift": #"""
            public import Concord
            public import Foundation

            /// A key with which a program makes requests on behalf of a user.
            ///
            /// The key is shown only once, when the token is created. The database stores its SHA-256 hash.
            @Model("auth_token")
            public struct Token {
                /// The primary key.
                public var id: Int
                /// The hash of the key.
                @Field(.unique, .writeOnly) public var keyHash: String
                /// The purpose of the token.
                @Field(.maxLength(150)) public var name: String = ""
                /// The user on whose behalf requests are made.
                @ForeignKey(onDelete: .cascade) public var user: User.ID
                /// The scopes that the token grants, separated by spaces as in OAuth 2.0.
                public var scope: String = ""
                /// The time when the token was created.
                public var created: Date
                /// The time at which the token expires, or `nil` if it doesn't expire.
                @Field(.index) public var expires: Date?
                /// The time of the last request, at most a minute old, or `nil` if there was none.
                public var lastUsed: Date?

                /// Sorts tokens by creation time, most recent first.
                public static let ordering: [Ordering<Token>] = [.descending(\.created)]
            }

            extension Token {
                /// The scopes that the token grants.
                public var scopes: Set<String> { Set(scope.split(separator: " ").map(String.init)) }
            }
            """#,
            "Models/User.swift": #"""
            public import Concord
            public import Foundation

            // The comment is a description in the documents of apps, so it doesn't refer to Swift.

            /// A person or a program that can sign in.
            ///
            /// The password is not part of the user, so a user in a response or a request never contains a hash.
            @Model("auth_user")
            public struct User {
                /// The primary key.
                public var id: Int
                /// The username: letters, digits, and the characters `@`, `.`, `+`, `-` and `_`.
                @Field(.unique, .minLength(1), .maxLength(150), .pattern("^[\\w.@+-]+$")) public var username: String
                /// The email address, or an empty string.
                @Field(.index, .maxLength(254)) public var email: String = ""
                /// Whether the user has verified the email address.
                @Field(.readOnly) public var isEmailVerified: Bool = false
                /// The given name.
                @Field(.maxLength(150)) public var firstName: String = ""
                /// The family name.
                @Field(.maxLength(150)) public var lastName: String = ""
                /// Whether the user can sign in. To keep objects that refer to a user, deactivate it instead of deleting it.
                @Field(.readOnly) public var isActive: Bool = true
                /// Whether the user can use the admin.
                @Field(.readOnly) public var isStaff: Bool = false
                /// Whether the user has all permissions.
                @Field(.readOnly) public var isSuperuser: Bool = false
                /// The time of the last sign-in with a password.
                @Field(.readOnly) public var lastLogin: Date?
                /// The time when the user was created.
                @Field(.setOn(.create)) public var dateJoined: Date

                /// Sorts users by username.
                public static let ordering: [Ordering<User>] = [.ascending(\.username)]
            }

            extension User: UserAccount {}
            """#,
            "Models/UserAccount.swift": #"""
            public import Concord
            public import Foundation

            /// The fields and functions of users. ``User`` conforms to this protocol, and so does an app's own model with
            /// ``UserModel()``.
            ///
            /// Both models represent the same table: ``User`` has the fields that every user has, and the app's model has all
            /// fields.
            public protocol UserAccount: Model, AuthenticatedUser where ID == Int {
                /// The primary key.
                var id: Int { get set }
                /// The username: letters, digits, and the characters `@`, `.`, `+`, `-` and `_`.
                var username: String { get set }
                /// The email address, or an empty string.
                var email: String { get set }
                /// Whether the user has verified the email address.
                var isEmailVerified: Bool { get set }
                /// The given name.
                var firstName: String { get set }
                /// The family name.
                var lastName: String { get set }
                /// Whether the user can sign in. To keep objects that refer to a user, deactivate it instead of deleting it.
                var isActive: Bool { get set }
                /// Whether the user can use the admin.
                var isStaff: Bool { get set }
                /// Whether the user has all permissions.
                var isSuperuser: Bool { get set }
                /// The time of the last sign-in with a password.
                var lastLogin: Date? { get set }
                /// The time when the user was created.
                var dateJoined: Date { get set }
            }

            extension UserAccount {
                /// The primary key as a string.
                public var identifier: String { String(id) }

                /// Whether the user can use the admin. ``IsAdminUser`` allows such users.
                public var isAdministrator: Bool { isActive && isStaff }

                /// The given name and the family name, or the username if both are empty.
                public var fullName: String {
                    let names = [firstName, lastName].filter { !$0.isEmpty }
                    return names.isEmpty ? username : names.joined(separator: " ")
                }

                /// Returns a username without surrounding spaces, in Unicode's normal form NFKC. Names that look the same are then
                /// equal.
                public static func normalizedUsername(_ name: String) -> String {
                    name.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCompatibilityMapping
                }
            }

            extension User {
                /// Returns the user as a value of the app's model, or `nil` if the user was deleted.
                func account() async throws -> (any UserAccount)? { try await account(as: AppEnvironment.current.users.model) }

                private func account<Account: UserAccount>(as model: Account.Type) async throws -> (any UserAccount)? {
                    if let account = self as? Account { return account }
                    guard let key = Account.primaryKey else { return nil }
                    return try await Account.objects.filter(key.isEqual(to: .integer(Int64(id)))).first()
                }

                /// Creates a user with the fields that every user has.
                public init(_ account: some UserAccount) {
                    self.init(
                        id: account.id, username: account.username, email: account.email,
                        isEmailVerified: account.isEmailVerified, firstName: account.firstName, lastName: account.lastName,
                        isActive: account.isActive, isStaff: account.isStaff, isSuperuser: account.isSuperuser,
                        lastLogin: account.lastLogin, dateJoined: account.dateJoined)
                }
            }
            """#,
            "Models/UserModel.swift": #"""
            public import Concord

            /// Makes a struct the app's user model. It has the fields of ``User`` and those that the struct declares.
            ///
            ///     @UserModel
            ///     struct Member {
            ///         var nickname: String = ""
            ///         @ForeignKey(onDelete: .setNull) var home: Station.ID?
            ///     }
            ///
            /// Both models use the table `auth_user`. Everything that uses ``User`` works with the app's users: sessions, tokens,
            /// permissions, commands, and the admin. `@CurrentUser` supports both.
            ///
            /// An app can have at most one user model. ``Users`` finds it among the app's models.
            @attached(
                extension, conformances: Model, UserAccount,
                names: named(table), named(fields), named(definition), named(init), named(write), named(_Rules))
            @attached(
                member,
                names: named(ID), named(Columns), named(table), named(fields), named(definition), named(init), named(write),
                named(_Codecs), named(_Rules), named(id), named(username), named(email), named(isEmailVerified), named(firstName),
                named(lastName), named(isActive), named(isStaff), named(isSuperuser), named(lastLogin), named(dateJoined))
            public macro UserModel() = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

            extension Users {
                /// Returns the app's user model: the one with ``UserModel()``, or else ``User``.
                ///
                /// - Throws: ``SeveralUserModels``.
                package static func userModel(in models: [any Model.Type]) throws -> any UserAccount.Type {
                    var found: [any UserAccount.Type] = []
                    for case let model as any UserAccount.Type in models
                    where model != User.self && !found.contains(where: { $0 == model }) {
                        found.append(model)
                    }
                    guard found.count < 2 else { throw SeveralUserModels(models: found) }
                    return found.first ?? User.self
                }

                /// The app declares more than one user model.
                struct SeveralUserModels: Error, CustomStringConvertible {
                    let models: [any UserAccount.Type]

                    var description: String {
                        let names = models.map { "'\(String(describing: $0))'" }.joined(separator: ", ")
                        return "An API has one @UserModel, but this one has several: \(names)."
                    }
                }
            }
            """#,
            "Models/UserPermissions.swift": #"""
            public import Concord

            /// The groups of a user, and the permissions that the user has in addition to those of the groups.
            ///
            /// They have their own table, so that the check of each request reads only the user, and no serializer of users allows
            /// a client to change them.
            @Model("auth_user_permissions")
            public struct UserPermissions {
                /// The primary key.
                public var id: Int
                /// The user.
                @OneToOne(onDelete: .cascade) public var user: User.ID
                /// The groups of the user.
                @ManyToMany public var groups: [Group.ID] = []
                /// The permissions of the user, in addition to those of the groups: `add_station`, `change_station`.
                public var permissions: [String] = []
            }

            extension UserAccount {
                /// Returns the groups of the user, and the user's own permissions.
                ///
                /// - Throws: `DatabaseError`.
                public func ownPermissions() async throws -> UserPermissions {
                    try await UserPermissions.objects.filter { $0.user == id }.first() ?? UserPermissions(id: 0, user: id)
                }

                /// Adds a permission, such as `add_station`.
                ///
                /// - Throws: `DatabaseError`.
                public func grant(_ permissions: String...) async throws {
                    let new = UserPermissions(id: 0, user: id, permissions: permissions)
                    _ = try await UserPermissions.objects.filter { $0.user == id }.updateOrCreate(new) { own in
                        own.permissions += permissions.filter { !own.permissions.contains($0) }
                    }
                }

                /// Adds the user to a group.
                ///
                /// - Throws: `DatabaseError`.
                public func join(_ group: Group) async throws {
                    let new = UserPermissions(id: 0, user: id, groups: [group.id])
                    _ = try await UserPermissions.objects.filter { $0.user == id }.updateOrCreate(new) { own in
                        if !own.groups.contains(group.id) { own.groups.append(group.id) }
                    }
                }

                /// Returns all permissions of the user, including those of the groups. Permissions that a superuser has implicitly
                /// are not included.
                ///
                /// - Throws: `DatabaseError`.
                public func allPermissions() async throws -> Set<String> {
                    let own = try await ownPermissions()
                    if own.groups.isEmpty { return Set(own.permissions) }
                    let groups = try await Group.objects.filter { $0.id.isIn(own.groups) }.fetch()
                    return Set(own.permissions + groups.flatMap(\.permissions))
                }

                /// Returns whether the user has a permission, such as `add_station`. A superuser has all permissions, and an
                /// inactive user has none.
                ///
                /// - Throws: `DatabaseError`.
                public func hasPermission(_ permission: String) async throws -> Bool {
                    guard isActive else { return false }
                    return try await isSuperuser ? true : allPermissions().contains(permission)
                }
            }
            """#,
            "Permissions/ModelPermissions.swift": #"""
            public import Concord

            /// Admits users who have the permission of the model that the method requires: to view, add, change, or delete objects.
            public struct ModelPermissions: ReadyPermission {
                private let table: String

                /// Creates a permission that requires `view_station`, `add_station`, `change_station` or `delete_station` for the
                /// table of a model.
                public init(_ model: any Model.Type) { table = model.table }

                /// Returns whether the user has the permission that the method requires.
                public func allows(_ request: APIRequest) async throws -> Bool {
                    guard let user = request.user(as: User.self) else { return false }
                    return try await user.hasPermission("\(Self.action(request.method))_\(table)")
                }

                private static func action(_ method: HTTPRequest.Method) -> String {
                    switch method {
                    case .post: "add"
                    case .put, .patch: "change"
                    case .delete: "delete"
                    default: "view"
                    }
                }
            }

            /// Allows all users to read, and requires the permission of the model to add, change, or delete objects.
            public struct ModelPermissionsOrReadOnly: ReadyPermission {
                private let permissions: ModelPermissions

                /// Creates a permission for a model.
                public init(_ model: any Model.Type) { permissions = ModelPermissions(model) }

                /// Returns whether the method is safe, or the user has the permission that the method requires.
                public func allows(_ request: APIRequest) async throws -> Bool {
                    if request.isSafe { return true }
                    return try await permissions.allows(request)
                }
            }

            /// Admits users who have a permission of the app.
            public struct HasPermission: ReadyPermission {
                private let permission: String

                /// Creates a permission that requires a permission of the app.
                public init(_ permission: String) { self.permission = permission }

                /// Returns whether the user has the permission.
                public func allows(_ request: APIRequest) async throws -> Bool {
                    try await request.user(as: User.self)?.hasPermission(permission) ?? false
                }
            }

            extension Users {
                /// Returns the permissions of a model: `add_station`, `change_station`, `delete_station` and `view_station`.
                public static func permissions(of model: any Model.Type) -> [String] {
                    ["add", "change", "delete", "view"].map { "\($0)_\(model.table)" }
                }
            }
            """#,
            "Views/Account.swift": #"""
            public import Concord

            /// The account of the authenticated user.
            @Serializer
            public struct Account {
                /// The identifier of the user.
                public var id: Int
                /// The username.
                public var username: String
                /// The email address, or an empty string.
                public var email: String
                /// Whether the user has verified the email address.
                public var isEmailVerified: Bool
                /// The given name.
                public var firstName: String
                /// The family name.
                public var lastName: String
                /// Whether the user can use the admin.
                public var isStaff: Bool
                /// The value of the `X-CSRFToken` header in requests that change data. Only sessions need it.
                public var csrfToken: String?
            }

            extension Account {
                /// Creates the account of a user.
                init(_ user: User, csrfToken: String? = nil) {
                    self.init(
                        id: user.id, username: user.username, email: user.email, isEmailVerified: user.isEmailVerified,
                        firstName: user.firstName, lastName: user.lastName, isStaff: user.isStaff, csrfToken: csrfToken)
                }
            }

            /// A change of the user's account. Absent properties keep their values.
            @Serializer
            public struct AccountChange {
                /// The email address. A new address is not verified.
                @Field(.maxLength(254), .pattern("^([^@\\s]+@[^@\\s]+)?$")) public var email: String?
                /// The given name.
                @Field(.maxLength(150)) public var firstName: String?
                /// The family name.
                @Field(.maxLength(150)) public var lastName: String?
            }
            """#,
            "Views/Credentials.swift": #"""
            public import Concord

            /// The username and password of a user.
            @Serializer
            public struct Credentials {
                /// The username.
                @Field(.minLength(1), .maxLength(150)) public var username: String
                /// The password.
                @Field(.minLength(1), .maxLength(1024), .writeOnly, .format(.password)) public var password: String
            }
            """#,
            "Views/CurrentUserView.swift": #"""
            public import Concord

            /// The account of the authenticated user.
            @View("/user")
            public struct CurrentUserView {
                /// Requires a session or a token.
                public static let authentication: [any Authentication] = [SessionAuthentication(), BearerAuthentication()]

                @CurrentUser var signedIn: SignedInUser

                /// Retrieve the account of the user.
                @GET("getCurrentUser")
                public func get() async throws -> Account { Account(signedIn.user, csrfToken: signedIn.csrfToken) }

                /// Change the account of the user.
                @PATCH("updateCurrentUser")
                public func patch(@Body change: AccountChange) async throws -> Account {
                    var user = signedIn.user
                    if let email = change.email, email != user.email {
                        user.email = email
                        user.isEmailVerified = false
                    }
                    user.firstName = change.firstName ?? user.firstName
                    user.lastName = change.lastName ?? user.lastName
                    try await user.save()
                    return Account(user, csrfToken: signedIn.csrfToken)
                }
            }
            """#,
            "Views/EmailVerificationView.swift": #"""
            public import Concord

            /// Sends an email to verify the user's address.
            @View("/email-verification")
            public struct EmailVerificationView {
                /// Requires a session or a token.
                public static let authentication: [any Authentication] = [SessionAuthentication(), BearerAuthentication()]
                /// Limits the number of emails that a client can send.
                public static let throttles: [any Throttle] = [RateThrottle("60/hour")]

                @CurrentUser var user: User

                /// Request an email to verify the user's address.
                @POST("requestEmailVerification", .status(202))
                public func post(_ request: APIRequest) async throws {
                    if user.email.isEmpty { throw Concord.Problem(400, "The account has no email address.") }
                    try await OneTimeToken.mailEmailVerification(to: user)
                }
            }

            /// Verifies an address with the key from an email.
            @View("/email-verification/confirm")
            public struct EmailVerificationConfirmView {
                /// Requires only the key.
                public static let authentication: [any Authentication] = []

                /// Verify an address with the key from an email.
                ///
                /// The key can be used once.
                @POST("confirmEmailVerification", .status(204))
                public func post(@Body confirmation: EmailVerification) async throws {
                    guard let user = try await OneTimeToken.user(ofKey: confirmation.key, for: .emailVerification),
                        try await OneTimeToken.use(confirmation.key, for: .emailVerification)
                    else {
                        throw Concord.Problem(
                            400, "The request is not valid.", errors: [.body("/key", "is not valid or has expired")])
                    }
                    try await user.noteVerifiedEmail()
                }
            }

            /// The key from an email.
            @Serializer
            public struct EmailVerification {
                /// The key.
                @Field(.maxLength(200), .writeOnly) public var key: String
            }
            """#,
            "Views/LoginView.swift": #"""
            public import Concord

            /// Signs in a user with a browser.
            @View("/login")
            public struct LoginView {
                /// Requires no authentication.
                public static let authentication: [any Authentication] = []

                /// Sign in.
                ///
                /// The response sets the cookie of a new session. The current session of the request, if any, ends.
                @POST("login")
                public func post(@Body credentials: Credentials, _ request: APIRequest) async throws -> SessionStart {
                    guard request.isFromOwnOrigin else {
                        throw Concord.Problem(403, "Pages of other origins can't send this request.")
                    }
                    switch try await User.authenticate(credentials.username, credentials.password, for: request) {
                    case .signedIn(let user):
                        let started = try await Session.start(for: user, request)
                        return SessionStart(cookie: started.cookie, account: Account(user, csrfToken: started.csrfToken))
                    case .refused:
                        throw Concord.Problem(401, "The username or password is incorrect.", headers: SessionCookie.challenge)
                    case .throttled:
                        throw Concord.Problem(
                            429, "Too many attempts to sign in. Try again later.", headers: SignInLimits.retryHeaders)
                    }
                }

                /// The user is signed in.
                @Response
                public struct SessionStart {
                    /// The cookie with the key of the session.
                    @Header("Set-Cookie") public var cookie: String
                    /// The user.
                    @Body public var account: Account
                }
            }
            """#,
            "Views/LogoutView.swift": #"""
            public import Concord

            /// Signs out the user.
            @View("/logout")
            public struct LogoutView {
                /// Requires a session, which ends.
                public static let authentication: [any Authentication] = [SessionAuthentication()]

                @CurrentUser var user: User
                @CurrentUser var session: Session

                /// Sign out.
                @POST("logout", .status(204))
                public func post(
                    /// Whether to end all sessions of the user.
                    @Query everywhere: Bool = false
                ) async throws -> SessionEnd {
                    if everywhere { try await user.endSessions() } else { try await session.delete() }
                    return SessionEnd(cookie: SessionCookie.removal)
                }

                /// The session has ended.
                @Response
                public struct SessionEnd {
                    /// Removes the cookie with the key of the session.
                    @Header("Set-Cookie") public var cookie: String
                }
            }
            """#,
            "Views/PasswordChangeView.swift": #"""
            public import Concord

            /// Changes the password of the user.
            @View("/password")
            public struct PasswordChangeView {
                /// Requires a session or a token.
                public static let authentication: [any Authentication] = [SessionAuthentication(), BearerAuthentication()]

                @CurrentUser var signedIn: SignedInUser

                /// Change the password of the user.
                ///
                /// All other sessions of the user end.
                @POST("changePassword", .status(204))
                public func post(@Body change: PasswordChange, _ request: APIRequest) async throws -> PasswordChanged {
                    switch try await User.authenticate(signedIn.user.username, change.currentPassword, for: request) {
                    case .signedIn(let user):
                        try user.checkNewPassword(change.newPassword)
                        try await user.setPassword(change.newPassword, keeping: signedIn.session)
                        return PasswordChanged(cookie: try await signedIn.continuingCookie())
                    case .refused:
                        throw Concord.Problem(400, "The request is not valid.", errors: [.body("/currentPassword", "is wrong")])
                    case .throttled:
                        throw Concord.Problem(
                            429, "Too many attempts to sign in. Try again later.", headers: SignInLimits.retryHeaders)
                    }
                }

                /// The password was changed.
                @Response
                public struct PasswordChanged {
                    /// The new key of the session, if it has changed.
                    @Header("Set-Cookie") public var cookie: String?
                }
            }

            /// A change of the user's password.
            @Serializer
            public struct PasswordChange {
                /// The current password.
                @Field(.minLength(1), .maxLength(1024), .writeOnly, .format(.password)) public var currentPassword: String
                /// The new password.
                @Field(.minLength(1), .maxLength(1024), .writeOnly, .format(.password)) public var newPassword: String
            }
            """#,
            "Views/PasswordResetView.swift": #"""
            public import Concord

            /// Sends an email to a user who has forgotten the password.
            @View("/password-reset")
            public struct PasswordResetView {
                /// Requires no authentication.
                public static let authentication: [any Authentication] = []
                /// Limits the number of emails that a client can send to other people.
                public static let throttles: [any Throttle] = [RateThrottle("60/hour")]

                /// Request an email to reset a password.
                ///
                /// The response is the same whether or not a user has the address.
                @POST("requestPasswordReset", .status(202))
                public func post(@Body reset: PasswordReset, _ request: APIRequest) async throws {
                    // The response doesn't wait for the email, so its timing doesn't reveal whether a user has the address.
                    Task { await OneTimeToken.mailPasswordReset(to: reset.email, request.logger) }
                }
            }

            /// Sets a new password with the key from an email.
            @View("/password-reset/confirm")
            public struct PasswordResetConfirmView {
                /// Requires only the key.
                public static let authentication: [any Authentication] = []

                /// Set a new password with the key from an email.
                ///
                /// The key can be used once. All sessions of the user end.
                @POST("confirmPasswordReset", .status(204))
                public func post(@Body confirmation: PasswordResetConfirmation) async throws {
                    guard let user = try await OneTimeToken.user(ofKey: confirmation.key, for: .passwordReset) else {
                        throw Concord.Problem(
                            400, "The request is not valid.", errors: [.body("/key", "is not valid or has expired")])
                    }
                    try user.checkNewPassword(confirmation.newPassword)
                    guard try await OneTimeToken.use(confirmation.key, for: .passwordReset) else {
                        throw Concord.Problem(
                            400, "The request is not valid.", errors: [.body("/key", "is not valid or has expired")])
                    }
                    try await user.setPassword(confirmation.newPassword)
                    try await user.noteVerifiedEmail()
                }
            }

            /// The email address of a user who has forgotten the password.
            @Serializer
            public struct PasswordReset {
                /// The email address.
                @Field(.minLength(3), .maxLength(254)) public var email: String
            }

            /// The key from an email, and a new password.
            @Serializer
            public struct PasswordResetConfirmation {
                /// The key.
                @Field(.maxLength(200), .writeOnly) public var key: String
                /// The new password.
                @Field(.minLength(1), .maxLength(1024), .writeOnly, .format(.password)) public var newPassword: String
            }
            """#,
            "Views/TokenView.swift": #"""
            public import Concord
            public import Foundation

            /// Issues tokens for programs.
            @View("/token")
            public struct TokenView {
                /// Issue a token.
                ///
                /// The token authenticates requests of the user: `Authorization: Bearer TOKEN`.
                @POST("createToken", .status(201), .authentication())
                public func post(@Body credentials: Credentials, _ request: APIRequest) async throws -> IssuedToken {
                    switch try await User.authenticate(credentials.username, credentials.password, for: request) {
                    case .signedIn(let user):
                        let lifetime = AppEnvironment.current.users.tokens.lifetime
                        let (token, key) = try await Token.create(for: user, lifetime: lifetime)
                        return IssuedToken(token: key, expires: token.expires)
                    case .refused:
                        throw Concord.Problem(401, "The username or password is incorrect.", headers: [.wwwAuthenticate: "Bearer"])
                    case .throttled:
                        throw Concord.Problem(
                            429, "Too many attempts to sign in. Try again later.", headers: SignInLimits.retryHeaders)
                    }
                }

                /// Revoke the token of the request.
                @DELETE("revokeToken", .status(204), .authentication(BearerAuthentication()))
                public func delete(@CurrentUser token: Token) async throws { try await token.revoke() }
            }

            /// A new token.
            @Serializer
            public struct IssuedToken {
                /// The token, which can't be retrieved again.
                public var token: String
                /// The time at which the token expires. Without this property, it doesn't expire.
                public var expires: Date?
            }
            """#,
            "Views/UserViews.swift": #"""
            public import Concord

            /// The views for signing in and out, and for managing the user's account. Add `UserViews.self` to the `views` of an
            /// API.
            ///
            /// An app that needs only some of them, or other paths, lists them in its own group:
            ///
            ///     @Include("/session")
            ///     enum SessionViews {
            ///         static let views: [any View.Type] = [LoginView.self, LogoutView.self]
            ///     }
            @Include("/auth", .tags("auth"))
            public enum UserViews {
                /// All views of users.
                public static let views: [any View.Type] = [
                    LoginView.self, LogoutView.self, TokenView.self, CurrentUserView.self, PasswordChangeView.self,
                    PasswordResetView.self, PasswordResetConfirmView.self, EmailVerificationView.self,
                    EmailVerificationConfirmView.self,
                ]
            }
            """#,
        ])
}
