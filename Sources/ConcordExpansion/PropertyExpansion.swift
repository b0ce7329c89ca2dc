import ConcordDeclarations
import ConcordOutline
import ConcordSwiftPrinter

/// The code that reads and writes a stored property of a serializer.
struct PropertyExpansion {
    let wireName: String
    let codec: String
    /// The name of the variable with the value that was read.
    let local: String
    private let property: PropertyDeclaration
    private let member: String
    /// The declaration of the variable.
    private let variable: String
    private let rules: String?
    /// The rules for the names of pattern properties.
    let nameRules: String?

    init(
        _ property: PropertyDeclaration, of serializer: SerializerDeclaration, _ codecs: inout CodecTable,
        _ rules: inout RuleTable
    ) {
        self.property = property
        wireName = serializer.wireName(of: property)
        // The property may have the same name as a parameter or local variable.
        member = "self." + SwiftName.written(property.head.name, in: .member)
        local = "_" + property.head.name
        let type = property.constant?.swiftType ?? property.type ?? .named("JSON")
        let valueType = Self.valueType(type, property.role)
        codec = codecs.add(property.head.name, valueType)
        variable = codecs.variable(local, valueType, codec: codec)
        var keywords = property.keywords.restricted(to: property.digits)
        if let constant = property.constant { keywords[.enum] = .literals([constant]) }
        let stated =
            Self.isOpen(property.role)
            ? property.keywords.schema(.additionalProperties)?.keywords.rules : keywords.rules
        self.rules = rules.add(property.head.name, stated)
        nameRules = Self.pattern(property.role).flatMap { pattern in
            rules.add("\(property.head.name)Names", Core.machinery("Rules(pattern: \(SwiftWriter.literal(pattern)))"))
        }
    }

    /// Returns the type of a value. An open property is a dictionary with such values.
    private static func valueType(_ type: TypeExpression, _ role: PropertyDeclaration.Role) -> TypeExpression {
        if isOpen(role), case .dictionary(_, let value) = type.unwrapped { return value }
        return type
    }

    private static func isOpen(_ role: PropertyDeclaration.Role) -> Bool {
        switch role {
        case .additionalProperties, .patternProperties: true
        default: false
        }
    }

    var isOwn: Bool { property.role == .own }
    var isRest: Bool { property.role == .additionalProperties }

    var isBranch: Bool {
        switch property.role {
        case .allOf, .oneOf, .anyOf: true
        default: false
        }
    }

    private static func pattern(_ role: PropertyDeclaration.Role) -> String? {
        if case .patternProperties(let pattern) = role { pattern } else { nil }
    }

    /// The rules of the form part for the property.
    var part: PartRulesExpansion? { PartRulesExpansion(property.encoding, of: wireName, codec: codec) }

    var rulesArgument: String { rules.map { ", \($0)" } ?? "" }

    private var isConstant: Bool { property.constant != nil }
    private var isOptional: Bool { property.type?.isOptional ?? false }
    private var hasDefault: Bool { property.initialValue != nil }

    private var isRequired: Bool {
        property.keywords.flag(.required) ?? (isConstant || (!isOptional && !hasDefault))
    }

    private var isReadOnly: Bool { property.keywords.flag(.readOnly) == true }

    func declare(to writer: inout SwiftWriter) {
        writer.line(isOwn ? variable : "var \(local) = \(Core.machinery("OtherProperties"))(\(codec))")
    }

    /// The statement that reads the value of the property with its name.
    var reading: String {
        let readOnly = isReadOnly ? ", readOnly: true" : ""
        return "json.property(\(SwiftWriter.literal(wireName)), &\(local), \(codec)\(rulesArgument)\(readOnly))"
    }

    func require(to writer: inout SwiftWriter) {
        guard isOwn, isRequired else { return }
        let name = SwiftWriter.literal(wireName)
        writer.line(
            isReadOnly ? "json.require(\(name), &\(local), \(codec))" : "json.require(\(name), \(local))")
    }

    /// The condition that a required value is present.
    var binding: String? {
        if isConstant || hasDefault || isOptional { return nil }
        return isBranch || isOwn ? "let \(local)" : "let \(local) = \(local).values"
    }

    func assign(to writer: inout SwiftWriter) {
        if isConstant { return }
        let value = isBranch || isOwn ? local : "\(local).values"
        if hasDefault {
            writer.line("if let \(local)\(value == local ? "" : " = \(value)") { \(member) = \(local) }")
        } else if isOptional {
            writer.line("\(member) = \(value)")
        } else {
            writer.line("\(member) = \(local)")
        }
    }

    /// Returns whether the property is read-only or write-only. A computed property is read-only.
    private func isStated(_ side: Keyword) -> Bool {
        property.keywords.flag(side) == true || side == .readOnly && property.accessors != nil
    }

    func write(to writer: inout SwiftWriter) {
        if isBranch {
            writer.line("json.properties(of: \(member))")
        } else if isOwn {
            let value = isConstant ? "\(member).value" : member
            let sides = [Keyword.readOnly, .writeOnly].filter { isStated($0) }
            let arguments = sides.map { ", \($0.rawValue): true" }.joined()
            writer.line("json.property(\(SwiftWriter.literal(wireName)), \(value), \(codec)\(arguments))")
        } else {
            writer.line("json.properties(\(member)\(isOptional ? " ?? [:]" : ""), \(codec))")
        }
    }
}
