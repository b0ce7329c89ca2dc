import ConcordOutline

/// Determines where a declaration can name a constant instead of stating its value.
///
/// The generator sees the constant, while a macro sees only its name. A name is allowed where the macro can pass it to
/// the compiler, or doesn't need the value because it is only in the document. Values that determine the code that a
/// macro generates must be literals.
enum NamedValues {
    /// The traits and argument labels that determine the generated code.
    private static let shaping: Set<String> = [
        "of", "fields", "exclude", "readOnly", "writeOnly", "optional", "required", "source", "keys", "union",
        "properties", "discriminator", "mapping", "items", "additionalProperties", "propertyNames", "uniqueItems",
        "enum",
        "primaryKey", "unique", "index", "column", "setOn", "maxDigits", "decimalPlaces", "onDelete", "through",
        "related", "detail", "path", "status", "content", "style", "explode", "allowReserved", "allowEmptyValue",
        "undeclared", "schema", "operationIDBase",
    ]

    /// Returns whether a name is allowed as the value of a trait or label.
    static func mayStand(under label: String) -> Bool { !shaping.contains(label) }

    /// Returns whether a name is allowed as an argument of an attribute. `index` is the argument's index.
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
    /// Returns whether an expression is the name of a constant whose value isn't available, which is always the case in
    /// a macro.
    func isUnseen(_ expression: Expression) -> Bool {
        !seesWholeProgram && expression.typePath != nil
    }
}

extension Arguments {
    /// Takes the wire name: the first unlabeled argument, which is a string or the name of a constant.
    mutating func takeWireName(into head: inout DeclarationHead, _ reading: Reading) {
        if let text = takeWireName() {
            head.wireName = text
        } else if let argument = takePositional(where: reading.isUnseen) {
            head.wireNameConstant = argument.value
        }
    }
}
