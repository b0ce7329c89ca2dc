import ConcordOutline

extension ModelFieldDeclaration {
    /// The fields that `@UserModel` adds to a struct: the fields of `User` in `ConcordUsers`.
    static let userFields = [
        field("id", "The primary key.", "Int"),
        field(
            "username", "The username: letters, digits, and the characters `@`, `.`, `+`, `-` and `_`.", "String",
            isUnique: true,
            [(.minLength, .number("1")), (.maxLength, .number("150")), (.pattern, .string(#"^[\w.@+-]+$"#))]),
        field(
            "email", "The email address, or an empty string.", "String", .string(""), isIndexed: true,
            [(.maxLength, .number("254"))]),
        flag("isEmailVerified", "Whether the user has verified the email address.", false),
        field("firstName", "The given name.", "String", .string(""), [(.maxLength, .number("150"))]),
        field("lastName", "The family name.", "String", .string(""), [(.maxLength, .number("150"))]),
        flag(
            "isActive",
            "Whether the user can sign in. To keep objects that refer to a user, deactivate it instead of deleting it.",
            true),
        flag("isStaff", "Whether the user can use the admin.", false),
        flag("isSuperuser", "Whether the user has all permissions.", false),
        ModelFieldDeclaration(
            DeclarationHead("lastLogin", documentation: "The time of the last sign-in with a password."),
            type: .optional(.named("Date")), keywords: keywords([(.readOnly, .boolean(true))])),
        field("dateJoined", "The time when the user was created.", "Date", setOn: .create),
    ]

    private static func flag(_ name: String, _ documentation: String, _ value: Bool) -> ModelFieldDeclaration {
        field(name, documentation, "Bool", .boolean(value), [(.readOnly, .boolean(true))])
    }

    private static func field(
        _ name: String, _ documentation: String, _ type: String, _ initialValue: Expression? = nil,
        isUnique: Bool? = nil, isIndexed: Bool? = nil, setOn moment: FieldStorage.Moment? = nil,
        _ stated: [(Keyword, Literal)] = []
    ) -> ModelFieldDeclaration {
        var storage = FieldStorage()
        storage.isUnique = isUnique
        storage.isIndexed = isIndexed
        storage.setOn = moment
        return ModelFieldDeclaration(
            DeclarationHead(name, documentation: documentation), type: .named(type), initialValue: initialValue,
            storage: storage, keywords: keywords(stated))
    }

    private static func keywords(_ stated: [(Keyword, Literal)]) -> SchemaKeywords {
        var keywords = SchemaKeywords()
        for (keyword, value) in stated { keywords[keyword] = .literal(value) }
        return keywords
    }
}
