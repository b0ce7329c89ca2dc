import SwiftSyntax

/// Determines which blocks of `#if` are read, as the compiler does for one platform and one set of flags.
///
/// The default is a release build for the current machine. It has no `-D` flags, so `DEBUG` is off.
public struct BuildConditions: Sendable {
    /// The flags that `-D` defines.
    public var flags: Set<String> = []
    /// The system for which `os(…)` is true: `Linux`, `macOS`, and so on.
    public var operatingSystem: String
    /// The architecture for which `arch(…)` is true: `x86_64`, `arm64`, and so on.
    public var architecture: String
    /// The modules for which `canImport(…)` is true.
    public var modules: Set<String>
    /// The version that `swift(…)` is compared with.
    public var languageVersion = [6, 0]
    /// The version that `compiler(…)` is compared with.
    public var compilerVersion = [6, 3]

    /// Creates the conditions of a release build for the current machine.
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

    /// Returns the elements of the first block whose condition is true.
    func activeElements(of block: IfConfigDeclSyntax) -> IfConfigClauseSyntax.Elements? {
        block.clauses.first { $0.condition.map { holds($0) } ?? ($0.poundKeyword.tokenKind == .poundElse) }?.elements
    }

    /// The maximum nesting of conditions. Deeper and unknown conditions are false.
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

    /// Returns whether `a && b || c && d` is true: all operands of one of the groups are.
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

    /// Returns whether a version satisfies a condition such as `>=5.9` or `<6`.
    private func compares(_ condition: String, with version: [Int]) -> Bool {
        let isLess = condition.hasPrefix("<")
        guard isLess || condition.hasPrefix(">=") else { return false }
        let other = condition.drop { "<>= ".contains($0) }.split(separator: ".").map { Int($0) ?? 0 }
        let length = max(version.count, other.count)
        let padded = { (parts: [Int]) in parts + [Int](repeating: 0, count: length - parts.count) }
        return padded(version).lexicographicallyPrecedes(padded(other)) == isLess
    }
}
