import ConcordDeclarations
import ConcordSwiftReader
import Foundation
import Testing

@testable import ConcordCommands

/// The commands contain the declarations of ready modules.
@Suite struct ReadyModuleGoldenTests {
    /// The text in the commands equals the declarations of the module. `CONCORD_BLESS=1` writes it.
    @Test func theTextIsThatOfTheModule() throws {
        let file = URL(filePath: Repository.root).appending(
            path: "Sources/ConcordCommands/ReadyModules/ConcordUsersSources.swift")
        let text = try Self.text(of: "ConcordUsers", constant: "users", folders: ["Models", "Permissions", "Views"])
        if ProcessInfo.processInfo.environment["CONCORD_BLESS"] != nil { try Data(text.utf8).write(to: file) }
        #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }

    /// The macro adds the fields that `User` has.
    @Test func aUserModelHasTheFieldsOfAUser() throws {
        let files = ReadyModule.users.sources.map { SwiftReader().read([$0]).map(\.file) }.flatMap(\.self)
        let model = Program.read(files).program.declarations.lazy.compactMap { declaration in
            if case .model(let model) = declaration, model.head.name == "User" { model } else { nil }
        }.first
        #expect(model?.table == "auth_user")
        #expect(model?.fields == ModelDeclaration.userFields)
    }

    private static func text(of module: String, constant: String, folders: [String]) throws -> String {
        let root = URL(filePath: Repository.root).appending(path: "Sources/\(module)")
        var lines = [
            "// Written by ReadyModuleGoldenTests from Sources/\(module), if CONCORD_BLESS is set.", "",
            "extension ReadyModule {", "    /// The declarations of `\(module)`.",
            "    static let \(constant) = ReadyModule(",
            "        \"\(module)\",", "        [",
        ]
        for folder in folders {
            let names = try FileManager.default.contentsOfDirectory(
                atPath: root.appending(path: folder).path(percentEncoded: false))
            #expect(!names.isEmpty)
            for name in names.sorted() {
                let text = try String(contentsOf: root.appending(path: "\(folder)/\(name)"), encoding: .utf8)
                // Apps can't use declarations that aren't public.
                guard text.contains("\npublic ") else { continue }
                lines.append("            \"\(folder)/\(name)\": #\"\"\"")
                let body = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
                lines += body.map { $0.isEmpty ? "" : "            \($0)" }
                lines.append("            \"\"\"#,")
            }
        }
        lines += ["        ])", "}"]
        return lines.joined(separator: "\n") + "\n"
    }
}
