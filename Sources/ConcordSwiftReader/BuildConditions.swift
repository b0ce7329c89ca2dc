import SwiftSyntax

/// Decides which blocks of `#if` are read, as the compiler would for one platform and one set of flags.
///
/// The default is a release build for the machine that reads: no `-D` flag, so `DEBUG` is off.
public struct BuildConditions: Sendable {
    /// What `-D` defines.
    public var flags: Set<String> = []
    /// What `os(…)` is true of: `Linux`, `macOS`, …
    public var operatingSystem: String
    /// What `arch(…)` is true of: `x86_64`, `arm64`, …
    public var architecture: String
    /// What `canImport(…)` is true of.
    public var modules: Set<String>
    /// What `swift(…)` compares with.
    public var languageVersion = [6, 0]
    /// What `compiler(…)` compares with.
    public var compilerVersion = [6, 3]

    /// Makes the conditions of a release build for the machine that reads.
    public init() {
        #if os(macOS)
            operatingSystem = "macOS"
            modules = Self.commonModules.union(["Darwin", "os", "CryptoKit"])
        #else
            operatingSystem = "Linux"
            modules = Self.commonModules.union(["Glibc", "FoundationNetworking"])
        #endif
        #if arch(arm64)
            architecture = "arm64"
        #else
            architecture = "x86_64"
        #endif
    }

    private static let commonModules: Set<String> = [
        "Swift", "Foundation", "FoundationEssentials", "Dispatch", "Synchronization", "Testing", "Concord",
        "ConcordCore",
    ]

    /// The elements of the first block whose condition holds.
    func activeElements(of block: IfConfigDeclSyntax) -> IfConfigClauseSyntax.Elements? {
        block.clauses.first { $0.condition.map { holds($0) } ?? ($0.poundKeyword.tokenKind == .poundElse) }?.elements
    }

    /// Conditions nested deeper than this don't hold, nor do unknown ones.
    private static let deepest = 50

    private func holds(_ condition: ExprSyntax, depth: Int = 0) -> Bool {
        guard depth < Self.deepest else { return false }
        switch condition.as(ExprSyntaxEnum.self) {
        case .booleanLiteralExpr(let literal): return literal.literal.tokenKind == .keyword(.true)
        case .declReferenceExpr(let name): return flags.contains(name.baseName.text)
        case .prefixOperatorExpr(let negation):
            return negation.operator.text == "!" && !holds(negation.expression, depth: depth + 1)
        case .tupleExpr(let tuple):
            guard let element = tuple.elements.first, tuple.elements.count == 1 else { return false }
            return holds(element.expression, depth: depth + 1)
        case .sequenceExpr(let sequence): return holds(Array(sequence.elements), depth: depth + 1)
        case .infixOperatorExpr(let infix):
            return holds([infix.leftOperand, infix.operator, infix.rightOperand], depth: depth + 1)
        case .functionCallExpr(let call): return holds(call)
        default: return false
        }
    }

    /// `a && b || c && d`: any of the groups of which all hold.
    private func holds(_ operands: [ExprSyntax], depth: Int) -> Bool {
        let groups = operands.split { $0.as(BinaryOperatorExprSyntax.self)?.operator.text == "||" }
        return groups.contains { group in
            group.enumerated().allSatisfy { index, operand in
                if index % 2 == 0 { return holds(operand, depth: depth + 1) }
                return operand.as(BinaryOperatorExprSyntax.self)?.operator.text == "&&"
            }
        }
    }

    private func holds(_ call: FunctionCallExprSyntax) -> Bool {
        guard let argument = call.arguments.first?.expression else { return false }
        let value = argument.trimmedDescription
        switch call.calledExpression.trimmedDescription {
        case "os": return value == operatingSystem || (value == "OSX" && operatingSystem == "macOS")
        case "arch": return value == architecture
        case "canImport": return modules.contains(value)
        case "swift": return compares(value, with: languageVersion)
        case "compiler": return compares(value, with: compilerVersion)
        case "_endian": return value == "little"
        case "_pointerBitWidth": return value == "_64"
        default: return false
        }
    }

    /// Whether a version stands to `>=5.9` or `<6` as it says.
    private func compares(_ condition: String, with version: [Int]) -> Bool {
        let isLess = condition.hasPrefix("<")
        guard isLess || condition.hasPrefix(">=") else { return false }
        let other = condition.drop { "<>= ".contains($0) }.split(separator: ".").map { Int($0) ?? 0 }
        let length = max(version.count, other.count)
        let padded = { (parts: [Int]) in parts + [Int](repeating: 0, count: length - parts.count) }
        return padded(version).lexicographicallyPrecedes(padded(other)) == isLess
    }
}
