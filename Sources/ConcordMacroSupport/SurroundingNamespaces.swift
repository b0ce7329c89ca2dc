import ConcordDeclarations
import SwiftSyntax

/// The namespaces around a declaration, which are a part of the names that are derived from its name.
///
/// A macro sees what surrounds its declaration, but not what an extension extends. The generator decides with the same
/// rule, so that the document and the app agree.
struct SurroundingNamespaces {
    /// The names of the namespaces, from the outermost to the innermost. The array is empty for a declaration inside of
    /// a type that is itself part of the API.
    private(set) var names: [String] = []

    /// Finds the namespaces.
    ///
    /// - Parameter surroundings: The enclosing declarations, from the innermost to the outermost.
    init(_ surroundings: [Syntax]) {
        for declaration in surroundings.reversed() {
            if let type = declaration.as(ExtensionDeclSyntax.self)?.extendedType {
                names += type.trimmedDescription.split(separator: ".").map { String($0) }
            } else if let name = declaration.asProtocol((any NamedDeclSyntax).self)?.name, declaration.isNamespace {
                names.append(name.text)
            } else {
                names = []
                return
            }
        }
    }
}

extension Syntax {
    /// Whether the declaration is a type without an attribute that states a role other than that of the API.
    fileprivate var isNamespace: Bool {
        guard let type = asProtocol((any DeclGroupSyntax).self),
            asProtocol((any WithGenericParametersSyntax).self)?.genericParameterClause == nil
        else { return false }
        return type.attributes.allSatisfy { element in
            guard let name = element.as(AttributeSyntax.self)?.attributeName.trimmedDescription else { return true }
            let word = name.split(separator: ".").last.map { String($0) } ?? name
            return word == "API" || !TypeDeclaration.attributes.contains(word)
        }
    }
}
