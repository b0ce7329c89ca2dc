import ConcordOutline

/// The reason why a type's values can't be encoded as JSON, as far as the type expression shows.
public enum UnwritableType: Sendable {
    /// An opaque or existential type: `some P` or `any P`.
    case hidden
    /// A function, tuple, or metatype.
    case noData
    /// A dictionary whose keys aren't strings: `[Int: String]`.
    case mapKey
    /// An array of optionals: `[Int?]`.
    case optionalElement

    /// The code of the diagnostic.
    public var code: String {
        switch self {
        case .hidden, .noData: "unknown-type"
        case .mapKey: "map-key"
        case .optionalElement: "optional-element"
        }
    }

    /// The message of the diagnostic.
    public var message: String {
        switch self {
        case .hidden: "an opaque or existential type ('some', 'any') has no schema"
        case .noData: "a value of this type can't be written as JSON"
        case .mapKey: "the keys of a JSON object must be strings"
        case .optionalElement: "an element of an array or a dictionary can't be absent"
        }
    }

    /// The help of the diagnostic.
    public var help: String {
        switch self {
        case .hidden: "use a concrete type: a scalar, an array, a dictionary or a type with @Serializer"
        case .noData: "use a scalar, an array, a dictionary or a type with @Serializer"
        case .mapKey: "write '[String: …]'"
        case .optionalElement: "write 'Nullable<…>' for a value that can be null"
        }
    }

    /// Creates the reason for a type that is neither optional, nor an array, nor a dictionary, nor a name.
    public init(_ type: TypeExpression) {
        switch type {
        case .existential, .opaque: self = .hidden
        default: self = .noData
        }
    }

    /// Returns the reason for a type or a part of it, or `nil` if it is a name, which must be resolved first.
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
    /// Reports to a macro's user the error that the generator finds when it writes the schema. Returns whether it
    /// reported one.
    @discardableResult
    mutating func reportsUnwritable(_ type: TypeExpression, at mark: SourceMark) -> Bool {
        let present = if case .optional(let wrapped) = type { wrapped } else { type }
        guard !seesWholeProgram, let problem = UnwritableType.found(in: present) else { return false }
        error(problem.code, problem.message, at: mark, help: problem.help)
        return true
    }
}
