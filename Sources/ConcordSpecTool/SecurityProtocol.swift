import ConcordDeclarations
import ConcordExpansion
import ConcordOutline
import ConcordSwiftPrinter

/// A protocol with a function to verify each security scheme that a document's operations require.
///
/// The functions have no default implementation, so an app that doesn't verify a required scheme doesn't compile.
struct SecurityProtocol {
    let name: String
    private let schemes: [SecuritySchemeDeclaration]

    /// Creates the protocol, or returns `nil` if no operation requires a scheme.
    init?(_ declarations: [TypeDeclaration], requiredBy views: [ViewDeclaration], api: String) {
        let required = Set(
            views.flatMap(\.operations).flatMap { $0.authentication ?? [] }.flatMap(\.schemes).compactMap {
                $0.type.path?.last
            })
        schemes = declarations.compactMap { declaration in
            guard case .securityScheme(let scheme) = declaration, required.contains(scheme.head.name) else {
                return nil
            }
            return scheme
        }
        if schemes.isEmpty { return nil }
        name = (api.hasSuffix("API") ? String(api.dropLast(3)) : api) + "Authentication"
    }

    var text: String {
        var writer = SwiftWriter()
        writer.line("/// Verifies the credentials of the document's security schemes.")
        writer.block("protocol \(name): Sendable") { writer in
            for (index, scheme) in schemes.enumerated() {
                if index > 0 { writer.line() }
                writer.line("/// Returns the user that a credential identifies, or nil if the credential is not valid.")
                for line in (scheme.head.documentation ?? "").split(whereSeparator: \.isNewline).prefix(1) {
                    writer.line("///")
                    writer.line("/// \(scheme.head.effectiveWireName): \(line)".withoutLineEnds)
                }
                let credential = "ConcordCore.\(scheme.kind.credential)"
                writer.line(
                    "func \(Self.function(scheme))(_ credential: \(credential)) async throws -> (any ConcordCore.AuthenticatedUser)?"
                )
            }
        }
        return writer.text
    }

    /// Writes the functions of the API that create requirements of the schemes.
    func writeRequirements(to writer: inout SwiftWriter) {
        for scheme in schemes {
            writer.line()
            let requirement = Self.requirement(scheme.head.name)
            writer.block("func \(requirement)(_ scopes: String...) -> any ConcordCore.Authentication") {
                let name = SwiftWriter.literal(scheme.head.effectiveWireName)
                $0.block(
                    "ConcordCore._Core.VerifiedScheme(\(name), from: \(SwiftPrinter().print(scheme.kind.source)), scopes: scopes)"
                ) {
                    $0.line("[authentication] in try await authentication.\(Self.function(scheme, in: .member))($0)")
                }
            }
        }
    }

    private static func function(_ scheme: SecuritySchemeDeclaration, in place: SwiftName.Place = .plain) -> String {
        SwiftName.written(SwiftName.memberName(of: scheme.head.name), in: place)
    }

    private static func requirement(_ scheme: String) -> String { "_require\(scheme)" }

    /// Returns the requirements as expressions on the API's value.
    static func onAPI(_ requirements: [SecurityRequirementDeclaration]) -> [SecurityRequirementDeclaration] {
        requirements.map { requirement in
            var requirement = requirement
            requirement.schemes = requirement.schemes.map { use in
                let name = Self.requirement(use.type.path?.last ?? "")
                return .init(.member(.named("api"), name, arguments: []), scopes: use.scopes)
            }
            return requirement
        }
    }
}
