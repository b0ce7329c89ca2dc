import ConcordDeclarations
import ConcordOutline
import ConcordSwiftPrinter

/// The Swift code that implements a declaration: reading, writing, validating, and routing.
///
/// Type names are used only inside the declared type, where Swift looks them up as in the declaration itself. An
/// extension doesn't see the types around a nested type.
public struct Expansion: Sendable {
    /// The members of the type: the codecs of its values, and the initializers that Swift doesn't synthesize.
    public let members: [String]
    /// The extensions that declare conformances, beginning with the name of the type.
    public let extensions: [String]

    /// Expands a declaration.
    ///
    /// - Parameters:
    ///   - declaration: The declaration. A declaration without run-time behavior expands to nothing.
    ///   - name: The type's name in an extension at file level: `Pets.Filter`.
    ///   - access: `public` if the type is public, because members that satisfy a protocol must be public too.
    ///   - isGeneric: Whether the type is generic, or nested in a generic type, so that it can't have static stored
    ///     properties.
    ///   - wireParameters: The generic parameters of the type and the types around it whose values are encoded.
    ///   - implementation: The type of the value that implements a view's operations, for a view whose routes are
    ///     created for such a value.
    ///   - qualified: Returns a type as an extension of the declared type names it. With it, the codecs of properties and
    ///     branches are expressions instead of static members, which take several times as long to compile.
    public init(
        _ declaration: TypeDeclaration, named name: String, access: String = "", isGeneric: Bool = false,
        wireParameters: [String] = [], implementation: String? = nil,
        qualified: ((TypeExpression) -> TypeExpression)? = nil
    ) {
        let expander = TypeExpander(
            name: name, access: access.isEmpty ? "" : access + " ", isGeneric: isGeneric,
            wireParameters: wireParameters, implementation: implementation, qualified: qualified)
        switch declaration {
        case .serializer(let serializer): self = expander.expand(serializer)
        case .union(let union): self = expander.expand(union)
        case .wrapper(let wrapper): self = expander.expand(wrapper)
        case .response(let response): self = expander.expand(response)
        case .responses(let responses): self = expander.expand(responses)
        case .requestBody(let body): self = expander.expand(body)
        case .parameter(let parameter): self = expander.expand(parameter)
        case .responseHeader(let header): self = expander.expand(header)
        case .securityScheme(let scheme): self = expander.expand(scheme)
        case .view(let view): self = expander.expand(view)
        case .api(let api): self = expander.expand(api)
        case .enumeration: self = expander.expandEnumeration()
        case .model(let model): self = expander.expand(model)
        case .participant(let participant): self = expander.expand(participant)
        case .group(let group): self = expander.expand(group)
        case .include(let include): self = expander.expand(include)
        case .alias, .constant: self.init(members: [], extensions: [])
        }
    }

    init(members: [String], extensions: [String]) {
        self.members = members
        self.extensions = extensions
    }
}

/// The context of an expansion: the type's name, and the access level of its members.
struct TypeExpander {
    let name: String
    let access: String
    let isGeneric: Bool
    let wireParameters: [String]
    let implementation: String?
    let qualified: ((TypeExpression) -> TypeExpression)?

    /// Returns an extension that conforms to protocols, constrained to generic arguments whose values can be encoded.
    func conformance(_ protocols: String, _ lines: (inout SwiftWriter) -> Void) -> String {
        let requirements = wireParameters.map { "\($0): \(Core.name("WireValue"))" }.joined(separator: ", ")
        var writer = SwiftWriter()
        writer.block("extension \(name): \(protocols)\(requirements.isEmpty ? "" : " where \(requirements)")", lines)
        return writer.text
    }

    /// Returns the expansion that conforms to protocols, with the other members of the type.
    ///
    /// The implementation is in the extension. That of a type in a namespace is in the type itself, because an
    /// extension doesn't see the other types of the namespace.
    func expansion(
        _ protocols: String, isInNamespace: Bool, members: [String] = [], _ lines: (inout SwiftWriter) -> Void
    ) -> Expansion {
        guard isInNamespace else { return Expansion(members: members, extensions: [conformance(protocols, lines)]) }
        return Expansion(members: members + [member(lines)], extensions: [conformance(protocols) { _ in }])
    }

    /// Returns the tables as members, which can use the names around the type.
    ///
    /// A generic type has them in its extension instead, where its parameters are constrained.
    func members(
        _ codecs: CodecTable = CodecTable(), _ rules: RuleTable = RuleTable(), _ names: NameTable = NameTable()
    ) -> [String] {
        isGeneric ? [] : [codecs.member, rules.member, names.member].compactMap { $0 }
    }

    func write(
        _ codecs: CodecTable = CodecTable(), _ rules: RuleTable = RuleTable(), _ names: NameTable = NameTable(),
        to writer: inout SwiftWriter
    ) {
        guard isGeneric else { return }
        codecs.write(to: &writer)
        rules.write(to: &writer)
        names.write(to: &writer)
    }

    /// Writes the name of the type's component, if it is specified. The default is the name of the type.
    func writeComponentName(_ head: DeclarationHead, to writer: inout SwiftWriter) {
        guard let name = head.constantText ?? head.wireName.map(SwiftWriter.literal) else { return }
        writer.line("\(access)static var componentName: Swift.String { \(name) }")
        writer.line()
    }

    /// Returns one member of the type.
    func member(_ lines: (inout SwiftWriter) -> Void) -> String {
        var writer = SwiftWriter()
        lines(&writer)
        return writer.text
    }

    /// Writes the documentation comment of a member. The members of a type that isn't public need none.
    func writeDocumentation(_ text: String, to writer: inout SwiftWriter) {
        guard !access.isEmpty else { return }
        writer.line("/// " + text)
    }

    /// Writes `init?(from:)`, whose body reads from `json`.
    func readingInitializer(_ writer: inout SwiftWriter, _ lines: (inout SwiftWriter) -> Void) {
        writer.block("\(access)init?(from json: inout \(Core.machinery("JSONReader")))", lines)
    }

    /// Writes `func write(to:)`, whose body writes to `json`.
    func writingFunction(_ writer: inout SwiftWriter, _ lines: (inout SwiftWriter) -> Void) {
        writer.block("\(access)func write(to json: inout \(Core.machinery("JSONWriter")))", lines)
    }

    func writingPropertiesFunction(_ writer: inout SwiftWriter, _ lines: (inout SwiftWriter) -> Void) {
        writer.block("\(access)func writeProperties(to json: inout \(Core.machinery("JSONWriter")))", lines)
    }
}

/// Names of the run time, qualified so that no type of the app can shadow them.
enum Core {
    static func name(_ name: String) -> String { "ConcordCore.\(name)" }

    /// Returns a name in the namespace of the implementation, which isn't part of the public vocabulary.
    static func machinery(_ name: String) -> String { "ConcordCore._Core.\(name)" }
}

/// The static values that a type's expansion needs, in an enum inside the type.
private struct StaticValues {
    /// The name of the enum.
    let name: String
    /// The values, with the type that each has as a computed property.
    private var entries: [(name: String, type: String, value: String)] = []

    init(_ name: String) {
        self.name = name
    }

    mutating func add(_ name: String, _ type: String, _ value: String) {
        entries.append((name, type, value))
    }

    /// The enum with the values, as a member of the type.
    var member: String? {
        guard !entries.isEmpty else { return nil }
        var writer = SwiftWriter()
        writer.block("enum \(name)") { writer in
            for entry in entries { writer.line("static let \(entry.name) = \(entry.value)") }
        }
        return writer.text
    }

    /// Writes the enum inside an extension of a generic type. It can't have static stored properties, so the values are
    /// computed at each use.
    func write(to writer: inout SwiftWriter) {
        guard !entries.isEmpty else { return }
        writer.block("private enum \(name)") { writer in
            for entry in entries { writer.line("static var \(entry.name): \(entry.type) { \(entry.value) }") }
        }
        writer.line()
    }
}

/// The codecs of a type's values, each named after its value with an underscore as a prefix.
struct CodecTable {
    private var values = StaticValues("_Codecs")
    /// Returns the name of a type in the code around the codecs. If absent, the codecs are static members.
    private let qualified: ((TypeExpression) -> TypeExpression)?

    init(qualified: ((TypeExpression) -> TypeExpression)? = nil) {
        self.qualified = qualified
    }

    /// Adds the codec of a value. Returns the expression for it.
    @discardableResult
    mutating func add(_ name: String, _ type: TypeExpression) -> String {
        if let qualified { return qualified(type).codec }
        values.add(Self.name(name), "some " + Core.machinery("Codec<\(type.unwrapped.text)>"), type.codec)
        return Self.reference(name)
    }

    /// Returns the declaration of a variable for a value that its codec reads.
    func variable(_ name: String, _ type: TypeExpression, codec: String) -> String {
        if let qualified { return "var \(name): \(qualified(type).unwrapped.text)?" }
        return "var \(name) = \(codec).noValue"
    }

    var member: String? { values.member }

    func write(to writer: inout SwiftWriter) { values.write(to: &writer) }

    static func reference(_ name: String) -> String { "_Codecs.\(Self.name(name))" }

    /// Returns the name of a codec. Without the underscore, it could shadow a type with the same name in a script
    /// without uppercase letters.
    private static func name(_ name: String) -> String { "_" + name }
}

/// The rules of a type's values, each named after its value.
struct RuleTable {
    private var values = StaticValues("_Rules")

    /// Adds the rules that keywords state. Returns the reference to them, or `nil` if there are none.
    mutating func add(_ name: String, _ rules: String?) -> String? {
        guard let rules else { return nil }
        values.add(SwiftName.written(name), Core.machinery("Rules"), rules)
        return "_Rules.\(SwiftName.written(name, in: .member))"
    }

    var member: String? { values.member }

    func write(to writer: inout SwiftWriter) { values.write(to: &writer) }
}

/// The component names of a union's branches, which are available only at run time.
struct NameTable {
    private var values = StaticValues("_Names")

    /// Adds the name of a type's component. Returns the reference to it.
    mutating func add(_ name: String, _ type: TypeExpression) -> String {
        values.add(
            SwiftName.written(name), "Swift.String",
            Core.machinery("Wire.componentName(of: \(type.unwrapped.text).self)"))
        return "_Names.\(SwiftName.written(name, in: .member))"
    }

    var member: String? { values.member }

    func write(to writer: inout SwiftWriter) { values.write(to: &writer) }
}

extension DeclarationHead {
    /// The name of the constant that states the wire name, which a macro can't evaluate.
    var constantText: String? { wireNameConstant?.text }
}
