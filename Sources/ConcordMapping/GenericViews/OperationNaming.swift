import ConcordDeclarations
import ConcordNames

/// The names of a generic view's operations: `listStations`, 'List stations'.
struct OperationNaming {
    /// The base of every ID: `Station`.
    let base: String
    /// The subject of the operations in words: `weather station`.
    let subject: String
    /// The subject with an indefinite article.
    private let one: String

    init(base: String) {
        self.base = base
        subject = Self.words(base)
        let opensWithVowel = subject.first.map { "aeiou".contains($0) } ?? false
        one = (opensWithVowel ? "an " : "a ") + subject
    }

    /// Returns the ID of an operation: the verb and the base, in the plural for a list.
    func id(of action: GenericAction) -> String {
        action == .list
            ? DerivedName.operationOnSeveral(action.rawValue, base) : DerivedName.operation(action.rawValue, base)
    }

    /// Returns the ID of an extra operation: the function's name and the base.
    func id(ofFunction name: String) -> String { DerivedName.operation(name, base) }

    /// Returns a one-line summary of an operation.
    func summary(of action: GenericAction) -> String {
        switch action {
        case .list: "List " + Self.words(EnglishPlural.of(base))
        case .create: "Create " + one
        case .retrieve: "Retrieve " + one
        case .update: "Update " + one
        case .partialUpdate: "Partially update " + one
        case .destroy: "Delete " + one
        }
    }

    private static func words(_ name: String) -> String {
        KeyStyle.kebabCase.wireName(of: name).split { $0 == "-" || $0 == "_" || $0 == " " }.joined(separator: " ")
    }
}
