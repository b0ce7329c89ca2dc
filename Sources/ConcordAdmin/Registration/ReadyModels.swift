import Concord
import ConcordForms
import ConcordUsers

extension AdminSite {
    /// The models of `Users` with their settings.
    static var readyModels: [any RegisteredModel] {
        [users, groups, userPermissions, tokens, signInAttempts, logEntries]
    }

    private static var users: ModelAdmin<User> {
        var admin = ModelAdmin<User>()
        admin.section = "Users"
        admin.listDisplay = [
            .field(\.username), .field(\.email), .field(\.firstName), .field(\.lastName), .field(\.isStaff, "Staff"),
            .field(\.isActive, "Active"),
        ]
        admin.searchFields = [\.username, \.email, \.firstName, \.lastName]
        admin.listFilter = [\.isStaff, \.isSuperuser, \.isActive]
        admin.fields = [
            \.username, \.email, \.isEmailVerified, \.firstName, \.lastName, \.isActive, \.isStaff, \.isSuperuser,
            \.lastLogin, \.dateJoined,
        ]
        admin.editableFields = [\.isEmailVerified, \.isActive, \.isStaff, \.isSuperuser]
        admin.superuserFields = [\.isStaff, \.isSuperuser]
        // Who may change users could take over the account of a superuser otherwise.
        admin.allows = { operation, user, current in
            operation == .view || current.isSuperuser || !user.isSuperuser
        }
        admin.prepare = { user, _ in user.username = User.normalizedUsername(user.username) }
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
        admin.verboseNamePlural = "history"
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
