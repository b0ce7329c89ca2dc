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
