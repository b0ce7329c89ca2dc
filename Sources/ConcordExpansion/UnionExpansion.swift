import ConcordDeclarations
import ConcordNames
import ConcordOutline
import ConcordSwiftPrinter

extension TypeExpander {
    func expand(_ union: UnionDeclaration) -> Expansion {
        var codecs = CodecTable(qualified: qualified)
        var rules = RuleTable()
        var names = NameTable()
        let branches = union.cases.map { BranchExpansion($0, of: union, &codecs, &rules, &names) }
        let text = conformance("\(Core.machinery("WireObject")), \(Core.name("WireValue"))") { writer in
            write(codecs, rules, names, to: &writer)
            writeComponentName(union.head, to: &writer)
            readingInitializer(&writer) { writer in
                if let discriminator = union.discriminator {
                    readByName(branches, discriminator.propertyName, to: &writer)
                } else {
                    readByTrial(branches, exactlyOne: union.form == .oneOf, to: &writer)
                }
            }
            writer.line()
            writingFunction(&writer) { writer in
                writeSwitch(branches, to: &writer) { $0.write(to: &$1) }
            }
            writer.line()
            writingPropertiesFunction(&writer) { writer in
                writeSwitch(branches, to: &writer) { $0.writeProperties(to: &$1) }
            }
            writer.line()
            writer.line("\(access)static var shape: \(Core.machinery("WireShape")) { .any }")
        }
        return Expansion(members: members(codecs, rules, names), extensions: [text])
    }

    /// Writes a switch over the branches. A union without values needs none, and Swift accepts none.
    private func writeSwitch(
        _ branches: [BranchExpansion], to writer: inout SwiftWriter,
        _ line: (BranchExpansion, inout SwiftWriter) -> Void
    ) {
        guard branches.contains(where: \.hasValues) else { return }
        writer.line("switch self {")
        for branch in branches { line(branch, &writer) }
        writer.line("}")
    }

    /// Writes the code that selects the branch by the value of the discriminator.
    private func readByName(
        _ branches: [BranchExpansion], _ property: String, to writer: inout SwiftWriter
    ) {
        let named = branches.filter { $0.payload != nil }
        let list = named.flatMap(\.names).joined(separator: ", ")
        writer.line("switch json.discriminator(\(SwiftWriter.literal(property)), [\(list)]) {")
        for branch in named {
            writer.line("case \(branch.names.joined(separator: ", ")):")
            writer.indented { writer in
                guard branch.hasValues else {
                    writer.line("let _: Swift.Never? = json.read(\(branch.readArguments))")
                    return writer.line("return nil")
                }
                writer.line("guard let value = json.read(\(branch.readArguments)) else { return nil }")
                writer.line("self = .\(branch.member)(value)")
            }
        }
        writer.line("default: return nil")
        writer.line("}")
    }

    private func readByTrial(_ branches: [BranchExpansion], exactlyOne: Bool, to writer: inout SwiftWriter) {
        writer.line("var union = json.beginUnion()")
        for branch in branches { branch.attempt(to: &writer) }
        writer.line("json.endUnion(union, exactlyOne: \(exactlyOne))")
        let chosen = branches.filter(\.hasValues)
        for (index, branch) in chosen.enumerated() {
            writer.line("\(index == 0 ? "if" : "} else if") \(branch.condition) {")
            writer.indented { $0.line(branch.assignment) }
        }
        if chosen.isEmpty {
            writer.line("return nil")
        } else {
            writer.line("} else {")
            writer.indented { $0.line("return nil") }
            writer.line("}")
        }
    }
}

/// The code that reads and writes a case of a union.
private struct BranchExpansion {
    let payload: TypeExpression?
    let member: String
    /// The expressions for the values of the discriminator.
    let names: [String]
    private let branch: UnionDeclaration.Case
    private let codec: String
    private let rules: String?
    private let local: String

    init(
        _ branch: UnionDeclaration.Case, of union: UnionDeclaration, _ codecs: inout CodecTable,
        _ rules: inout RuleTable, _ names: inout NameTable
    ) {
        self.branch = branch
        payload = branch.payload
        member = SwiftName.written(branch.head.name, in: .member)
        local = "_" + branch.head.name
        codec = branch.payload.map { codecs.add(branch.head.name, $0) } ?? ""
        self.rules = rules.add(branch.head.name, branch.keywords.rules)
        self.names = union.discriminator.map { Self.names(of: branch, $0, &names) } ?? []
    }

    /// Whether the branch has values. `Never` has none: its schema is `false`.
    var hasValues: Bool { payload?.path?.last != "Never" }

    /// Returns the expressions for the values of the discriminator that select a branch.
    private static func names(
        of branch: UnionDeclaration.Case, _ discriminator: DiscriminatorDeclaration, _ names: inout NameTable
    ) -> [String] {
        switch discriminator.mapping {
        case .stated(let types):
            let stated = types.filter { announces($0.target, branch) }.map(\.name)
            return (stated.isEmpty ? [branch.head.effectiveWireName] : stated).map(SwiftWriter.literal)
        case .silent where branch.head.wireName == nil:
            return branch.payload.map { [names.add(branch.head.name, $0)] } ?? []
        case .silent, .unstated: return [SwiftWriter.literal(branch.head.effectiveWireName)]
        }
    }

    /// Returns whether a mapping refers to the branch's type. A string does if it is the type's name, or a reference
    /// that ends with it.
    private static func announces(
        _ target: DiscriminatorDeclaration.MappedType.Target, _ branch: UnionDeclaration.Case
    ) -> Bool {
        switch target {
        case .type(let type): type == branch.payload
        case .text(let text): text.split(separator: "/").last.map(String.init) == branch.payload?.path?.last
        }
    }

    var readArguments: String { codec + (rules.map { ", \($0)" } ?? "") }

    func attempt(to writer: inout SwiftWriter) {
        if payload == nil {
            writer.line("let \(local) = json.attemptNull(&union)")
        } else if !hasValues {
            writer.line(
                "let _: Swift.Never? = json.attempt(\(SwiftWriter.literal(branch.head.name)), \(codec), \(rules ?? "nil"), &union)"
            )
        } else {
            writer.line(
                "let \(local) = json.attempt(\(SwiftWriter.literal(branch.head.name)), \(codec), \(rules ?? "nil"), &union)"
            )
        }
    }

    var condition: String { payload == nil ? local : "let \(local)" }
    var assignment: String { payload == nil ? "self = .\(member)" : "self = .\(member)(\(local))" }

    func write(to writer: inout SwiftWriter) {
        if !hasValues {
            writer.line("case .\(member): break")
        } else if payload == nil {
            writer.line("case .\(member): json.writeNull()")
        } else {
            writer.line("case .\(member)(let value): \(codec).write(value, to: &json)")
        }
    }

    func writeProperties(to writer: inout SwiftWriter) {
        if hasValues, payload?.isPlainName == true {
            writer.line("case .\(member)(let value): json.properties(of: value)")
        } else {
            writer.line("case .\(member): break")
        }
    }
}
