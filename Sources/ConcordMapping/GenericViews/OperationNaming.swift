import ConcordDeclarations
import ConcordNames

/// What the operations of a generic view are called: `listStations`, 'List stations'.
struct OperationNaming {
    /// `Station`: the base of every id.
    let base: String
    /// What the operations are about, in words: `weather station`.
    let subject: String
    /// The subject with its article.
    private let one: String

    init(base: String) {
        self.base = base
        subject = Self.words(base)
        let opensWithVowel = subject.first.map { "aeiou".contains($0) } ?? false
        one = (opensWithVowel ? "an " : "a ") + subject
    }

    /// The id of an operation: the verb and the base, of which a list has several.
    func id(of action: GenericAction) -> String {
        action == .list
            ? DerivedName.operationOnSeveral(action.rawValue, base) : DerivedName.operation(action.rawValue, base)
    }

    /// The id of an extra operation: the function's name and the base.
    func id(ofFunction name: String) -> String { DerivedName.operation(name, base) }

    /// One line that says what an operation does, and to what.
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
