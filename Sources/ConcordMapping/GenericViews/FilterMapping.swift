import ConcordDeclarations
import ConcordDiagnostics
import ConcordOutline

extension Generator {
    /// Returns the inputs that filters add to a list operation, in order.
    mutating func inputs(ofFilters uses: [ParticipantUse], _ subject: GenericSubject) -> [InputDeclaration] {
        uses.flatMap { use -> [InputDeclaration] in
            switch use.name {
            case "SearchFilter": return searchInput(use, subject)
            case "OrderingFilter": return orderingInput(use, subject)
            case "FieldFilter": return fieldInputs(use, subject)
            default: return inputs(of: use, .filter)
            }
        }
    }

    private mutating func searchInput(_ use: ParticipantUse, _ subject: GenericSubject) -> [InputDeclaration] {
        let names = fields(of: use, subject).map { $0.lookup.wireName }
        guard !names.isEmpty else { return [] }
        return [.query("search", .optional(.named("String")), SearchedFields(names).description, use.mark)]
    }

    private mutating func orderingInput(_ use: ParticipantUse, _ subject: GenericSubject) -> [InputDeclaration] {
        let names = fields(of: use, subject).map { $0.lookup.wireName }
        guard !names.isEmpty else { return [] }
        var items = SchemaKeywords()
        items[.enum] = .literals(names.flatMap { [.string($0), .string("-" + $0)] })
        var input = InputDeclaration.query(
            "ordering", .optional(.array(.named("String"))),
            "Fields to sort by, in order. Prefix a field with '-' for descending order.",
            use.mark)
        input.explode = false
        input.content.keywords[.items] = .schema(InnerSchema(items))
        return [input]
    }

    private mutating func fieldInputs(_ use: ParticipantUse, _ subject: GenericSubject) -> [InputDeclaration] {
        fields(of: use, subject).flatMap { field -> [InputDeclaration] in
            guard field.lookup.type.isComparable else {
                error(
                    "not-comparable", "FieldFilter can't compare '\(field.lookup.wireName)', which is a dictionary",
                    at: use.mark,
                    help: "remove it, or write your own filter")
                return []
            }
            return field.comparisons.map { comparison in
                let type = comparison.type(of: field.lookup.type)
                var input = InputDeclaration.query(
                    field.lookup.wireName + comparison.suffix, .optional(type),
                    "Only results whose \(field.lookup.wireName) \(comparison.words).", use.mark)
                if comparison == .isIn { input.explode = false }
                if let format = field.lookup.property.keywords[.format], comparison.keepsFormat {
                    input.content.keywords[.format] = format
                }
                return input
            }
        }
    }

    /// Returns the fields that a built-in filter takes as arguments, with the comparisons that each allows.
    private mutating func fields(
        of use: ParticipantUse, _ subject: GenericSubject
    ) -> [(lookup: FieldLookup, comparisons: [Comparison])] {
        guard let model = subject.model else { return [] }
        if use.arguments.isEmpty {
            error(
                "missing-argument", "\(use.name) names no fields", at: use.mark,
                help: "write '\(use.name)(\\.\(model.model.fields.first?.head.name ?? "name"))'")
        }
        guard areTakenTogether(use) else { return [] }
        return use.arguments.compactMap { argument in
            let parts = argument.fieldAndComparisons
            guard let first = parts.first, case .keyPath(let root, let names) = first.value, !names.isEmpty else {
                error(
                    "not-static",
                    "\(use.name) requires key paths such as \\.name, which Concord reads without running the program",
                    at: argument.mark, help: "write the key paths as literals here")
                return nil
            }
            let comparisons = parts.count == 1 ? [.exact] : parts.dropFirst().compactMap { comparison($0) }
            let path = FieldPath(names, root: root, mark: first.mark)
            return lookUp(path, in: model, keys: subject.keys).map { ($0, comparisons) }
        }
    }

    /// Reports arguments that no initializer of the filter accepts together: key paths combined with fields that have
    /// comparisons, and key paths through relations that name the model or are combined with one that does.
    private mutating func areTakenTogether(_ use: ParticipantUse) -> Bool {
        let paths = use.arguments.compactMap(FilterPath.init)
        let bare = paths.first { !$0.hasComparisons }
        if let bare, paths.contains(where: \.hasComparisons) {
            error(
                "mixed-arguments", "\(use.name) takes either key paths or fields with comparisons, not both",
                at: bare.mark, help: "write '.init(\(bare.text))'")
            return false
        }
        let crossesRelation = bare != nil && paths.contains(where: \.crossesRelation)
        guard let rooted = paths.first(where: { $0.namesModel && ($0.crossesRelation || crossesRelation) }) else {
            return true
        }
        error(
            "rooted-path", "a key path through a relation can't name the model", at: rooted.mark,
            help: "write '\(rooted.text)'")
        return false
    }

    private mutating func comparison(_ argument: Argument) -> Comparison? {
        if case .member(nil, let name) = argument.value, let comparison = Comparison(rawValue: name) {
            return comparison
        }
        let names = Comparison.allCases.map(\.rawValue)
        var help = "write one of " + names.map { "." + $0 }.joined(separator: ", ")
        if case .member(nil, let name) = argument.value, let nearest = names.nearest(to: name) {
            help = "did you mean '.\(nearest)'?"
        }
        error("unknown-comparison", "FieldFilter has no such comparison", at: argument.mark, help: help)
        return nil
    }
}

extension Argument {
    /// The arguments of `.init(\.elevation, .lessThan)`, or the argument itself if it is only a key path.
    fileprivate var fieldAndComparisons: [Argument] {
        if case .call(_, let parts) = value, !parts.isEmpty { parts } else { [self] }
    }
}

/// The key path in an argument of a filter: `\.name`, or that of `.init(\.elevation, .lessThan)`.
private struct FilterPath {
    let text: String
    let mark: SourceMark
    let hasComparisons: Bool
    let namesModel: Bool
    let crossesRelation: Bool

    init?(_ argument: Argument) {
        guard let path = argument.fieldAndComparisons.first, case .keyPath(let root, let names) = path.value else {
            return nil
        }
        text = "\\." + names.joined(separator: ".")
        mark = path.mark
        if case .call = argument.value { hasComparisons = true } else { hasComparisons = false }
        namesModel = root != nil
        crossesRelation = names.count > 1
    }
}

/// A comparison of a field with the value that a client sends, for `FieldFilter`.
enum Comparison: String, CaseIterable {
    case exact, lessThan, lessThanOrEqual, greaterThan, greaterThanOrEqual, contains, containsIgnoringCase, startsWith,
        isIn, isNull

    /// The suffix after the field's name.
    var suffix: String {
        switch self {
        case .exact: ""
        case .lessThan: "__lt"
        case .lessThanOrEqual: "__lte"
        case .greaterThan: "__gt"
        case .greaterThanOrEqual: "__gte"
        case .contains: "__contains"
        case .containsIgnoringCase: "__icontains"
        case .startsWith: "__startswith"
        case .isIn: "__in"
        case .isNull: "__isnull"
        }
    }

    /// Creates the comparison from the suffix of a parameter's name.
    init(ofParameter name: String) {
        let fitting = Self.allCases.filter { name.hasSuffix($0.suffix) }
        self = fitting.max { $0.suffix.count < $1.suffix.count } ?? .exact
    }

    var words: String {
        switch self {
        case .exact: "equals this value"
        case .lessThan: "is less than this value"
        case .lessThanOrEqual: "is at most this value"
        case .greaterThan: "is greater than this value"
        case .greaterThanOrEqual: "is at least this value"
        case .contains: "contains this string"
        case .containsIgnoringCase: "contains this string, ignoring case"
        case .startsWith: "starts with this string"
        case .isIn: "is one of these values"
        case .isNull: "has no value (true) or has a value (false)"
        }
    }

    var keepsFormat: Bool {
        switch self {
        case .exact, .lessThan, .lessThanOrEqual, .greaterThan, .greaterThanOrEqual: true
        default: false
        }
    }

    /// Returns the type of the value that the client sends.
    func type(of field: TypeExpression) -> TypeExpression {
        let value = (field.element ?? field).nullableWrapped
        switch self {
        case .contains, .containsIgnoringCase, .startsWith: return .named("String")
        case .isIn: return .array(value)
        case .isNull: return .named("Bool")
        default: return value
        }
    }
}

extension TypeExpression {
    /// Whether a string in a query can represent a value of the type.
    fileprivate var isComparable: Bool {
        switch (element ?? self).nullableWrapped {
        case .dictionary, .named("JSONObject", _), .named("JSON", _): false
        default: true
        }
    }
}

/// The fields that `SearchFilter` searches, as they appear in the description of its parameter.
struct SearchedFields {
    let wireNames: [String]
    private static let opening = "Text to search for in "

    init(_ wireNames: [String]) {
        self.wireNames = wireNames
    }

    /// Extracts the fields from a description. There are none if it isn't the description of a search parameter.
    init(description: String) {
        let names = description.hasPrefix(Self.opening) ? description.dropFirst(Self.opening.count).dropLast() : ""
        self.init(names.replacing(" and ", with: ", ").split(separator: ", ").map(String.init))
    }

    var description: String { Self.opening + inWords + "." }

    /// `name`, `name and owner`, `name, city and owner`.
    private var inWords: String {
        let count = wireNames.count
        return count < 2
            ? wireNames.joined() : wireNames.dropLast().joined(separator: ", ") + " and " + wireNames[count - 1]
    }
}

extension InputDeclaration {
    /// Creates a derived query parameter.
    static func query(_ name: String, _ type: TypeExpression, _ comment: String, _ mark: SourceMark) -> Self {
        InputDeclaration(DeclarationHead(name, documentation: comment, mark: mark), .query, type: type)
    }
}
