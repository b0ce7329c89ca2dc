import ConcordOutline

/// Where a declaration may name a constant in place of its value.
///
/// The generator sees the constant; a macro sees its name alone. So a name may stand where the macro can hand it on to the
/// compiler, or has no use for the value since it is in the document only, and the two agree. What shapes the code that a
/// macro writes is stated in place.
enum NamedValues {
    /// The traits, and the labels of arguments, that shape the code.
    private static let shaping: Set<String> = [
        "of", "fields", "exclude", "readOnly", "writeOnly", "optional", "required", "source", "keys", "union",
        "properties", "discriminator", "mapping", "items", "additionalProperties", "propertyNames", "uniqueItems",
        "enum",
        "primaryKey", "unique", "index", "column", "setOn", "maxDigits", "decimalPlaces", "onDelete", "through",
        "related", "detail", "path", "status", "content", "style", "explode", "allowReserved", "allowEmptyValue",
        "undeclared", "schema", "operationIDBase",
    ]

    /// Whether the macro of an attribute gets by with the name of what a trait or a label states.
    static func mayStand(under label: String) -> Bool { !shaping.contains(label) }

    /// Whether the macro of an attribute gets by with the name of an argument; `index` is the argument's place among all.
    static func mayStand(under label: String?, at index: Int, of attribute: String) -> Bool {
        if let label { return mayStand(under: label) }
        return switch attribute {
        case "Model", "View", "Include", "OpenAPI": index == 0
        case "Response": index > 0
        default: false
        }
    }
}

extension Reading {
    /// Whether an expression is the name of a constant whose value is not at hand, as it never is for a macro.
    func isUnseen(_ expression: Expression) -> Bool {
        !seesWholeProgram && expression.typePath != nil
    }
}

extension Arguments {
    /// Takes the wire name: the first unlabelled argument, be it a text or the name of a constant that states one.
    mutating func takeWireName(into head: inout DeclarationHead, _ reading: Reading) {
        if let text = takeWireName() {
            head.wireName = text
        } else if let argument = takePositional(where: reading.isUnseen) {
            head.wireNameConstant = argument.value
        }
    }
}
