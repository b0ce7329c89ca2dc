import ConcordDeclarations
import ConcordOutline
import ConcordSwiftPrinter

/// The Swift that makes a declaration run: how it is read, written, checked and routed, as text.
///
/// Names of types are written inside of the declared type only, where Swift looks them up as it does for the
/// declaration itself; an extension would not see the types around a nested one.
public struct Expansion: Sendable {
    /// What stands inside of the type: the codecs of its values, and the initialisers that Swift would not make itself.
    public let members: [String]
    /// The conformance to write, as the extension's text; the name of the type stands in front.
    public let extensions: [String]

    /// Expands a declaration.
    ///
    /// - Parameters:
    ///   - declaration: what was declared; what has nothing to run expands to nothing.
    ///   - name: the type's name as an extension at file level spells it: `Pets.Filter`.
    ///   - access: `public` where the type is public, since what satisfies a protocol must be too.
    ///   - isGeneric: whether the type is generic, or in one that is, so that it can't hold static values.
    ///   - wireParameters: the generic parameters, its own and those around it, whose values go over the wire.
    ///   - implementation: the type of the value that a view's operations are implemented by, for one whose routes are
    ///     made for such a value.
    public init(
        _ declaration: TypeDeclaration, named name: String, access: String = "", isGeneric: Bool = false,
        wireParameters: [String] = [], implementation: String? = nil
    ) {
        let expander = TypeExpander(
            name: name, access: access.isEmpty ? "" : access + " ", isGeneric: isGeneric,
            wireParameters: wireParameters, implementation: implementation)
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

/// Where an expansion stands: the type's name, and the access that its members need.
struct TypeExpander {
    let name: String
    let access: String
    let isGeneric: Bool
    let wireParameters: [String]
    let implementation: String?

    /// An extension that conforms to protocols, where what fills in the generic parameters goes over the wire.
    func conformance(_ protocols: String, _ lines: (inout SwiftWriter) -> Void) -> String {
        let requirements = wireParameters.map { "\($0): \(Core.name("WireValue"))" }.joined(separator: ", ")
        var writer = SwiftWriter()
        writer.block("extension \(name): \(protocols)\(requirements.isEmpty ? "" : " where \(requirements)")", lines)
        return writer.text
    }

    /// The tables as members, from which Swift sees the names around the type.
    ///
    /// A generic type has them in its extension instead, where its parameters are known to go over the wire.
    func members(_ codecs: CodecTable = CodecTable(), _ rules: RuleTable = RuleTable()) -> [String] {
        isGeneric ? [] : [codecs.member, rules.member].compactMap { $0 }
    }

    func write(_ codecs: CodecTable = CodecTable(), _ rules: RuleTable = RuleTable(), to writer: inout SwiftWriter) {
        guard isGeneric else { return }
        codecs.write(to: &writer)
        rules.write(to: &writer)
    }

    /// One member of the type.
    func member(_ lines: (inout SwiftWriter) -> Void) -> String {
        var writer = SwiftWriter()
        lines(&writer)
        return writer.text
    }

    /// `init?(from:)`, whose body reads `json`.
    func readingInitializer(_ writer: inout SwiftWriter, _ lines: (inout SwiftWriter) -> Void) {
        writer.block("\(access)init?(from json: inout \(Core.machinery("JSONReader")))", lines)
    }

    /// `func write(to:)`, whose body writes to `json`.
    func writingFunction(_ writer: inout SwiftWriter, _ lines: (inout SwiftWriter) -> Void) {
        writer.block("\(access)func write(to json: inout \(Core.machinery("JSONWriter")))", lines)
    }

    func writingPropertiesFunction(_ writer: inout SwiftWriter, _ lines: (inout SwiftWriter) -> Void) {
        writer.block("\(access)func writeProperties(to json: inout \(Core.machinery("JSONWriter")))", lines)
    }
}

/// Names of the run time, which no type of the app can hide.
enum Core {
    static func name(_ name: String) -> String { "ConcordCore.\(name)" }

    /// A name of the machinery, which an app's own words don't reach.
    static func machinery(_ name: String) -> String { "ConcordCore._Core.\(name)" }
}

/// Values that a type's expansion needs, in an enum inside of the type.
private struct StaticValues {
    /// The name of the enum.
    let name: String
    /// Each value, and its type for where it can't be a stored one.
    private var entries: [(name: String, type: String, value: String)] = []

    init(_ name: String) {
        self.name = name
    }

    mutating func add(_ name: String, _ type: String, _ value: String) {
        entries.append((name, type, value))
    }

    /// The enum that holds them, inside of the type.
    var member: String? {
        guard !entries.isEmpty else { return nil }
        var writer = SwiftWriter()
        writer.block("enum \(name)") { writer in
            for entry in entries { writer.line("static let \(entry.name) = \(entry.value)") }
        }
        return writer.text
    }

    /// Writes the enum inside of an extension of a generic type, which can't hold static values and makes them at each use.
    func write(to writer: inout SwiftWriter) {
        guard !entries.isEmpty else { return }
        writer.block("private enum \(name)") { writer in
            for entry in entries { writer.line("static var \(entry.name): \(entry.type) { \(entry.value) }") }
        }
        writer.line()
    }
}

/// The codecs of a type's values, each under the name of the value with an underscore before it.
struct CodecTable {
    private var values = StaticValues("_Codecs")

    mutating func add(_ name: String, _ type: TypeExpression) {
        values.add(Self.name(name), "some " + Core.machinery("Codec<\(type.unwrapped.text)>"), type.codec)
    }

    var member: String? { values.member }

    func write(to writer: inout SwiftWriter) { values.write(to: &writer) }

    static func reference(_ name: String) -> String { "_Codecs.\(Self.name(name))" }

    /// In a script without capitals a value may have the name of a type, which its codec must not hide.
    private static func name(_ name: String) -> String { "_" + name }
}

/// The rules of a type's values, each under the name of the value.
struct RuleTable {
    private var values = StaticValues("_Rules")

    /// Adds what keywords restrict; gives the reference to it, or nothing where they restrict nothing.
    mutating func add(_ name: String, _ rules: String?) -> String? {
        guard let rules else { return nil }
        values.add(SwiftName.written(name), Core.machinery("Rules"), rules)
        return "_Rules.\(SwiftName.written(name, in: .member))"
    }

    var member: String? { values.member }

    func write(to writer: inout SwiftWriter) { values.write(to: &writer) }
}

extension DeclarationHead {
    /// The constant that states the wire name, where a macro sees no more of it.
    var constantText: String? { wireNameConstant?.text }
}
