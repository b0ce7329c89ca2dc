import ConcordDiagnostics
import ConcordOutline

/// The keywords that a declaration states about its schema.
public struct SchemaKeywords: Hashable, Sendable {
    /// The stated keywords, in the order of arguments.
    public private(set) var stated: [(keyword: Keyword, value: Value)] = []

    /// The value of a keyword.
    public indirect enum Value: Hashable, Sendable {
        /// `nil`, which omits the keyword from the document.
        case silent
        case literal(Literal)
        case literals([Literal])
        case schema(InnerSchema)
        case schemas([InnerSchema])
        case examples([NamedObjectUse])
        /// An object such as `ExternalDocs(…)` or `XML(…)`.
        case object(ValueObject)
        /// A symbol such as `.anyOf` or `.allOf`.
        case symbol(String)
        /// A constant such as `Limits.name`, which a macro can't evaluate and passes to the compiler.
        case constant(Expression)
    }

    /// Creates an empty set of keywords.
    public init() {}

    /// Whether no keyword is stated.
    public var isEmpty: Bool { stated.isEmpty }

    /// The value of a keyword. Assigning `nil` removes it.
    public subscript(keyword: Keyword) -> Value? {
        get {
            for index in stated.indices where stated[index].keyword == keyword { return stated[index].value }
            return nil
        }
        set {
            let index = stated.firstIndex { $0.keyword >= keyword } ?? stated.endIndex
            let exists = index < stated.endIndex && stated[index].keyword == keyword
            switch (newValue, exists) {
            case (let value?, true): stated[index].value = value
            case (let value?, false): stated.insert((keyword, value), at: index)
            case (nil, true): stated.remove(at: index)
            case (nil, false): break
            }
        }
    }

    /// Returns the keywords that satisfy a predicate.
    public func filter(_ isIncluded: (Keyword) -> Bool) -> SchemaKeywords {
        var result = self
        result.stated.removeAll { !isIncluded($0.keyword) }
        return result
    }

    /// Returns the literal stated for a keyword.
    public func literal(_ keyword: Keyword) -> Literal? {
        if case .literal(let literal) = self[keyword] { literal } else { nil }
    }

    /// Returns the string stated for a keyword.
    public func text(_ keyword: Keyword) -> String? {
        if case .string(let text) = literal(keyword) { text } else { nil }
    }

    /// Returns the number stated for a keyword, as a string.
    public func number(_ keyword: Keyword) -> String? {
        if case .number(let text) = literal(keyword) { text } else { nil }
    }

    /// Returns the Boolean value stated for a keyword.
    public func flag(_ keyword: Keyword) -> Bool? {
        if case .boolean(let flag) = literal(keyword) { flag } else { nil }
    }

    /// Returns the inner schema stated for `items`, `additionalProperties`, or `propertyNames`.
    public func schema(_ keyword: Keyword) -> InnerSchema? {
        if case .schema(let schema) = self[keyword] { schema } else { nil }
    }

    /// Returns the inner schemas stated for `prefixItems` or `allOf`.
    public func schemas(_ keyword: Keyword) -> [InnerSchema]? {
        if case .schemas(let schemas) = self[keyword] { schemas } else { nil }
    }

    /// Returns whether the keyword is stated as `nil`.
    public func isSilent(_ keyword: Keyword) -> Bool {
        self[keyword] == .silent
    }

    /// Whether any keyword restricts values, directly or in an inner schema.
    public var hasConstraints: Bool {
        stated.contains { keyword, value in
            if keyword.isConstraint { return true }
            if case .schema(let inner) = value { return inner.keywords.hasConstraints }
            if case .schemas(let inner) = value { return inner.contains(where: \.keywords.hasConstraints) }
            return keyword == .additionalProperties && value == .literal(.boolean(false))
        }
    }

    /// Returns whether two values state the same keywords.
    public static func == (left: SchemaKeywords, right: SchemaKeywords) -> Bool {
        left.stated.elementsEqual(right.stated) { $0.keyword == $1.keyword && $0.value == $1.value }
    }

    /// Hashes the stated keywords.
    public func hash(into hasher: inout Hasher) {
        for (keyword, value) in stated {
            hasher.combine(keyword)
            hasher.combine(value)
        }
    }
}

extension SchemaKeywords {
    /// Takes every argument that is a keyword, except those that the caller handles itself.
    init(_ arguments: inout Arguments, except: Set<Keyword> = [], _ reading: inout Reading) {
        for keyword in arguments.keywords where !except.contains(keyword) {
            guard let group = arguments.take(keyword.rawValue), let first = group.first else { continue }
            self[keyword] = Value(keyword, group, first, &reading)
        }
    }

    /// The arguments that state the keywords.
    var arguments: [Argument] {
        stated.flatMap { keyword, value in value.arguments(of: keyword) }
    }
}

extension SchemaKeywords.Value {
    fileprivate init?(_ keyword: Keyword, _ group: [Argument], _ first: Argument, _ reading: inout Reading) {
        // In an array of values, null is one of them.
        if first.value == .null, keyword.kind != .literals, keyword.kind != .examples {
            self = .silent
            return
        }
        if NamedValues.mayStand(under: keyword.rawValue), reading.isUnseen(first.value) {
            self = .constant(first.value)
            return
        }
        switch keyword.kind {
        case .symbolOrText:
            if case .member(nil, let symbol) = first.value {
                self = .literal(.string(WellKnownFormat.text(ofSymbol: symbol)))
                return
            }
            guard let text = reading.text(first) else { return nil }
            self = .literal(.string(text))
        case .text: self.init(reading.text(first).map(Literal.string))
        case .number, .count:
            guard let text = first.value.decimal else {
                reading.notStatic(first, expected: "a number literal")
                return nil
            }
            self = .literal(.number(text))
        case .flag: self.init(reading.flag(first).map(Literal.boolean))
        case .literal: self.init(reading.literal(first))
        case .literals: self = .literals(group.compactMap { reading.literal($0) })
        case .schema: self.init(inner: first, &reading)
        case .schemas: self = .schemas(group.compactMap { InnerSchema($0, &reading) })
        case .schemaOrFlag:
            if case .boolean(let flag) = first.value {
                self = .literal(.boolean(flag))
            } else {
                self.init(inner: first, &reading)
            }
        case .examples: self.init(examples: group, &reading)
        case .object(let shape):
            guard let object = ValueObject(shape, first.value, at: first.mark, &reading) else { return nil }
            self = .object(object)
        case .symbol:
            guard let form: SchemaSettingsDeclaration.NullForm = reading.symbol(first) else { return nil }
            self = .symbol(form.rawValue)
        case .reference:
            if case .string(let text) = first.value {
                self = .literal(.string(text))
                return
            }
            guard let form: SchemaSettingsDeclaration.ReferenceForm = reading.symbol(first) else { return nil }
            self = .symbol(form.rawValue)
        }
    }

    private init?(_ literal: Literal?) {
        guard let literal else { return nil }
        self = .literal(literal)
    }

    private init?(inner argument: Argument, _ reading: inout Reading) {
        guard let inner = InnerSchema(argument, &reading) else { return nil }
        self = .schema(inner)
    }

    private init?(examples group: [Argument], _ reading: inout Reading) {
        guard let first = group.first else { return nil }
        guard group.count == 1, case .dictionary(let elements) = first.value,
            elements.contains(where: { $0.value.isExample })
        else {
            self = .literals(group.compactMap { reading.literal($0) })
            return
        }
        self = .examples(reading.objectUses(.example, first))
    }

    fileprivate func arguments(of keyword: Keyword) -> [Argument] {
        let label = keyword.rawValue
        switch self {
        case .silent: return [Argument(label, .null)]
        case .literal(.string(let text)) where keyword == .format || keyword == .type:
            return [Argument(label, WellKnownFormat.symbol(ofText: text).map { .member(nil, $0) } ?? .string(text))]
        case .literal(let literal): return [Argument(label, literal.argumentExpression)]
        case .literals(let literals): return .list(label, literals.map(\.expression))
        case .schema(let inner): return [Argument(label, inner.expression)]
        case .schemas(let inner): return .list(label, inner.map(\.expression))
        case .examples(let entries): return .objects(label, entries)
        case .object(let object): return [Argument(label, object.expression)]
        case .symbol(let symbol): return [Argument(label, .member(nil, symbol))]
        case .constant(let name): return [Argument(label, name)]
        }
    }
}

extension Expression {
    fileprivate var isExample: Bool {
        switch self {
        case .reference: true
        case .call(let callee, _): callee.lastName == ValueShape.example.rawValue
        default: false
        }
    }
}
