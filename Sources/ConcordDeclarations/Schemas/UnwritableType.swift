import ConcordOutline

/// Why no value of a type can be written as JSON, as far as the type's own text tells.
public enum UnwritableType: Sendable {
    /// `some P` and `any P`.
    case hidden
    /// A function, a tuple, a metatype.
    case noData
    /// `[Int: String]`.
    case mapKey
    /// `[Int?]`.
    case optionalElement

    /// The code of the diagnostic.
    public var code: String {
        switch self {
        case .hidden, .noData: "unknown-type"
        case .mapKey: "map-key"
        case .optionalElement: "optional-element"
        }
    }

    /// What is wrong.
    public var message: String {
        switch self {
        case .hidden: "'some' and 'any' hide the type, so nothing tells how its values are written"
        case .noData: "a value of this type can't be written as JSON"
        case .mapKey: "the keys of a JSON object are texts"
        case .optionalElement: "an element of a list or a map can't be absent"
        }
    }

    /// What to write instead.
    public var help: String {
        switch self {
        case .hidden: "name the type: a scalar, a list, a map or a type with @Serializer"
        case .noData: "use a scalar, a list, a map or a type with @Serializer"
        case .mapKey: "write '[String: …]'"
        case .optionalElement: "write 'Nullable<…>' for what may be null"
        }
    }

    /// What is wrong with a type that is neither optional, nor a list, nor a map, nor a name.
    public init(_ type: TypeExpression) {
        switch type {
        case .existential, .opaque: self = .hidden
        default: self = .noData
        }
    }

    /// What is wrong with a type or with a part of it; nothing where a name must be resolved to know.
    fileprivate static func found(in type: TypeExpression) -> UnwritableType? {
        switch type {
        case .named("Nullable", let arguments), .named("Set", let arguments), .named("Streaming", let arguments):
            return arguments.lazy.compactMap(found).first
        case .named, .member: return nil
        case .optional: return .optionalElement
        case .array(let element): return found(in: element)
        case .dictionary(let key, let value): return key == .named("String") ? found(in: value) : .mapKey
        case .existential, .opaque, .metatype, .tuple, .other: return UnwritableType(type)
        }
    }
}

extension Reading {
    /// Tells a macro's user what the generator finds when it writes the schema; whether anything was found.
    @discardableResult
    mutating func reportsUnwritable(_ type: TypeExpression, at mark: SourceMark) -> Bool {
        let present = if case .optional(let wrapped) = type { wrapped } else { type }
        guard !seesWholeProgram, let problem = UnwritableType.found(in: present) else { return false }
        error(problem.code, problem.message, at: mark, help: problem.help)
        return true
    }
}
