import ConcordDeclarations
import ConcordOutline
import ConcordSwiftPrinter

extension TypeExpression {
    /// The expression for the codec of this type's values: `Wire.list(Wire.value(Pet.self))`.
    var codec: String {
        switch self {
        case .optional(let wrapped): wrapped.codec
        case .array(let element): Core.machinery("Wire.list(\(element.codec))")
        case .dictionary(_, let value): Core.machinery("Wire.map(\(value.codec))")
        case .named("Set", let arguments) where arguments.count == 1:
            Core.machinery("Wire.set(\(arguments[0].codec))")
        case .named("Nullable", let arguments) where arguments.count == 1:
            Core.machinery("Wire.nullable(\(arguments[0].codec))")
        default: Core.machinery("Wire.value(\(text).self)")
        }
    }

    /// The type whose codec writes a response's content: the type itself, or that of the elements of a stream.
    var written: TypeExpression {
        if case .named("Streaming", let arguments) = unwrapped, let element = arguments.first { element } else { self }
    }

    /// The type in Swift syntax.
    var text: String { SwiftPrinter().print(self) }

    /// Whether the type is a name, and not an array, a dictionary, or another composed type.
    var isPlainName: Bool { path != nil }
}

extension Literal {
    /// The Swift type of a constant.
    var swiftType: TypeExpression {
        switch self {
        case .string: .named("String")
        case .boolean: .named("Bool")
        case .number(let text): .named(text.contains { ".eE".contains($0) } ? "Double" : "Int")
        default: .named("JSON")
        }
    }
}

extension Expression {
    /// The expression in Swift syntax.
    var text: String { SwiftPrinter().print(self) }
}
