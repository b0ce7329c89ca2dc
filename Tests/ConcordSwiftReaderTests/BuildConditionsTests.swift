import ConcordOutline
import ConcordSwiftReader
import Testing

@Suite struct BuildConditionsTests {
    @Test(arguments: [
        "true", "!DEBUG", "FLAG", "FLAG && !DEBUG", "DEBUG || FLAG", "(DEBUG || FLAG) && FLAG",
        "DEBUG && DEBUG || FLAG",
        "os(Linux)", "!os(macOS)", "arch(arm64)", "canImport(Foundation)", "swift(>=5.9)", "swift(<6.1)",
        "compiler(>=6.3)",
        "compiler(<7)", "swift(>=6)", "swift(>=5.9.2)",
    ])
    func holds(condition: String) { #expect(isRead(condition)) }

    @Test(arguments: [
        "false", "DEBUG", "!FLAG", "FLAG && DEBUG", "os(macOS)", "arch(x86_64)", "canImport(UIKit)", "swift(>=7)",
        "compiler(<6.3)", "hasFeature(X)", "targetEnvironment(simulator)", "1 + 1", "FLAG == FLAG",
    ])
    func doesNotHold(condition: String) { #expect(!isRead(condition)) }

    @Test func oneBlockIsReadWhereverBlocksCanStand() {
        let text = """
            #if DEBUG
            struct Debug {}
            #elseif FLAG
            struct A {
                #if DEBUG
                var a: Int
                #else
                var b: Int
                #if FLAG
                var c: Int
                #endif
                #endif
                #if FLAG
                @Field
                #endif
                var d: Int
            }
            #else
            struct Other {}
            #endif
            """
        let declarations = SwiftReader(conditions: conditions).read(text, path: "").file.declarations
        #expect(
            declarations == [
                Declaration(
                    .structure(
                        TypeBody(
                            "A",
                            members: [
                                Declaration(.variable(Variable("b", type: .named("Int")))),
                                Declaration(.variable(Variable("c", type: .named("Int")))),
                                Declaration(
                                    attributes: [Attribute("Field")], .variable(Variable("d", type: .named("Int")))),
                            ])))
            ])
    }

    private var conditions: BuildConditions {
        var conditions = BuildConditions()
        conditions.flags = ["FLAG"]
        conditions.operatingSystem = "Linux"
        conditions.architecture = "arm64"
        return conditions
    }

    private func isRead(_ condition: String) -> Bool {
        !SwiftReader(conditions: conditions).read("#if \(condition)\nstruct A {}\n#endif", path: "").file.declarations
            .isEmpty
    }
}
