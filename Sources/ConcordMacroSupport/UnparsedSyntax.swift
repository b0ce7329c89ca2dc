import SwiftSyntax

// The compiler parses the text of an expansion itself. Parsing it here as well, only to print it again, took two fifths
// of a macro's time.

extension DeclSyntax {
    /// Creates a declaration that prints as the text, which isn't parsed.
    init(unparsed text: String) {
        self.init(
            MissingDeclSyntax(
                attributes: [], modifiers: [], placeholder: .identifier("", presence: .missing),
                UnexpectedNodesSyntax([.unparsed(text)])))
    }
}

extension ExtensionDeclSyntax {
    /// Creates an extension that prints as the text, which isn't parsed.
    init(unparsed text: String) {
        self.init(
            extensionKeyword: .keyword(.extension, presence: .missing),
            extendedType: MissingTypeSyntax(placeholder: .identifier("", presence: .missing)),
            memberBlock: MemberBlockSyntax(
                leftBrace: .leftBraceToken(presence: .missing), members: [],
                rightBrace: .rightBraceToken(presence: .missing)),
            UnexpectedNodesSyntax([.unparsed(text)]))
    }
}

extension Syntax {
    fileprivate static func unparsed(_ text: String) -> Syntax { Syntax(TokenSyntax.unknown(text)) }
}
