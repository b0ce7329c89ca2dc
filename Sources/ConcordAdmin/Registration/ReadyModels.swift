import Concord
import ConcordForms
import ConcordUsers

extension AdminSite {
    /// The settings of the built-in user models.
    static func readyModels(users model: any UserAccount.Type) -> [any RegisteredModel] {
        [users(model), groups, userPermissions, tokens, signInAttempts, logEntries]
    }

    /// Returns the settings of a user model, or `nil` for any other model.
    static func readyUsers<M: Model>(_ model: M.Type) -> ModelAdmin<M>? {
        (model as? any UserAccount.Type).flatMap { users($0) as? ModelAdmin<M> }
    }

    private static func users(_ model: any UserAccount.Type) -> any RegisteredModel { usersAdmin(model) }

    private static func usersAdmin<Account: UserAccount>(_ model: Account.Type) -> any RegisteredModel {
        var admin = ModelAdmin<Account>()
        admin.verboseName = DisplayName.model(User.self)
        admin.verboseNamePlural = DisplayName.models(User.self)
        admin.section = "Users"
        // A key path to a protocol requirement differs from that of the field, so fields are looked up by name.
        func fields(_ names: String...) -> [ModelAdmin<Account>.Field] {
            names.compactMap { Account.field(named: $0)?.keyPath }
        }
        admin.listDisplay =
            fields("username", "email", "firstName", "lastName").map { .field($0) }
            + fields("isStaff").map { .field($0, "Staff") } + fields("isActive").map { .field($0, "Active") }
        admin.searchFields = fields("username", "email", "firstName", "lastName")
        admin.listFilter = fields("isStaff", "isSuperuser", "isActive")
        admin.fields = Account.fields.filter { !$0.options.isWriteOnly && !$0.options.isPrimaryKey }.map(\.keyPath)
        admin.editableFields = fields("isEmailVerified", "isActive", "isStaff", "isSuperuser")
        admin.superuserFields = fields("isStaff", "isSuperuser")
        // Otherwise, anyone who may change users could take over a superuser's account.
        admin.allows = { operation, user, current in
            operation == .view || current.isSuperuser || !user.isSuperuser
        }
        admin.prepare = { user, _ in user.username = Account.normalizedUsername(user.username) }
        admin.objectPages = [("Password", "password")]
        admin.inlines = [.related(\UserPermissions.user)]
        return admin
    }

    private static var groups: ModelAdmin<Group> {
        var admin = ModelAdmin<Group>()
        admin.section = "Users"
        admin.listDisplay = [.field(\.name), .field(\.permissions)]
        admin.superuserFields = [\.permissions]
        admin.choices = permissionChoices
        return admin
    }

    private static var userPermissions: ModelAdmin<UserPermissions> {
        var admin = ModelAdmin<UserPermissions>()
        admin.section = "Users"
        admin.listDisplay = [.field(\.user), .field(\.groups), .field(\.permissions)]
        admin.superuserFields = [\.user, \.groups, \.permissions]
        admin.allows = { operation, _, current in operation == .view || current.isSuperuser }
        admin.choices = permissionChoices
        return admin
    }

    private static var tokens: ModelAdmin<Token> {
        var admin = ModelAdmin<Token>()
        admin.section = "Users"
        admin.listDisplay = [
            .field(\.name), .field(\.user), .field(\.scope), .field(\.created), .field(\.expires), .field(\.lastUsed),
        ]
        admin.canAdd = false
        admin.canChange = false
        return admin
    }

    private static var signInAttempts: ModelAdmin<SignInAttempt> {
        var admin = ModelAdmin<SignInAttempt>()
        admin.verboseName = "sign-in attempt"
        admin.verboseNamePlural = "sign-in attempts"
        admin.section = "Users"
        admin.listDisplay = [.field(\.username), .field(\.outcome), .field(\.address), .field(\.created)]
        admin.listFilter = [\.outcome, \.created]
        admin.canAdd = false
        admin.canChange = false
        admin.canDelete = false
        return admin
    }

    private static var logEntries: ModelAdmin<AdminLogEntry> {
        var admin = ModelAdmin<AdminLogEntry>()
        admin.verboseName = "history entry"
        admin.verboseNamePlural = "history entries"
        admin.section = "Users"
        admin.listDisplay = [
            .field(\.created), .field(\.username), .field(\.action), .field(\.model), .field(\.objectLabel, "Object"),
        ]
        admin.searchFields = [\.username, \.objectLabel]
        admin.listFilter = [\.action, \.created]
        admin.canAdd = false
        admin.canChange = false
        admin.canDelete = false
        return admin
    }

    /// Returns the permissions of all registered models.
    @Sendable private static func permissionChoices(_ field: String) -> [FormOption] {
        guard field == "permissions" else { return [] }
        return AppEnvironment.current.admin.models.flatMap { registered in
            Users.permissions(of: registered.model).map { permission in
                let action = permission.prefix { $0 != "_" }
                return FormOption(permission, "\(action) \(registered.plural)".capitalizedFirst)
            }
        }
    }
}
