import ConcordDeclarations
import ConcordOutline
import ConcordSwiftPrinter

extension TypeExpander {
    func expand(_ wrapper: WrapperDeclaration) -> Expansion {
        expandRawValue(wrapper.type, rules: wrapper.keywords.rules)
    }

    func expand(_ header: ResponseHeaderDeclaration) -> Expansion {
        expandRawValue(header.type, rules: header.content.keywords.rules)
    }

    /// Expands a type around a `rawValue` whose initializer validates the value.
    private func expandRawValue(_ type: TypeExpression, rules stated: String?) -> Expansion {
        var codecs = CodecTable()
        codecs.add("rawValue", type)
        let codec = CodecTable.reference("rawValue")
        let valueType = type.text
        let initializer = member { writer in
            writer.block("\(access)init?(rawValue: \(valueType))") { writer in
                if stated != nil { writer.line("guard Self._rules.allow(rawValue, \(codec)) else { return nil }") }
                writer.line("self.rawValue = rawValue")
            }
        }
        let rulesMember = stated.map { rules in
            member { writer in
                let type = Core.machinery("Rules")
                writer.line(isGeneric ? "static var _rules: \(type) { \(rules) }" : "static let _rules = \(rules)")
            }
        }
        let text = conformance("\(Core.machinery("RawWireValue")), \(Core.name("WireValue"))") { writer in
            readingInitializer(&writer) { writer in
                let rules = stated == nil ? "" : ", Self._rules"
                writer.line("guard let value = json.read(\(codec)\(rules)) else { return nil }")
                writer.line("self.init(rawValue: value)")
            }
            writer.line()
            writingFunction(&writer) { $0.line("\(codec).write(rawValue, to: &json)") }
            writer.line()
            writer.block(
                "\(access)func check(_ rules: \(Core.machinery("Rules")), _ issues: inout \(Core.machinery("Issues")))"
            ) {
                $0.line("\(codec).check(rawValue, rules, &issues)")
            }
            writer.line()
            writer.block("\(access)static var placeholder: Self?") {
                $0.line("\(codec).placeholder.flatMap { Self(rawValue: $0) }")
            }
            writer.line()
            writer.line("\(access)static var shape: \(Core.machinery("WireShape")) { \(codec).shape }")
        }
        return Expansion(
            members: [codecs.member, rulesMember, initializer].compactMap { $0 }, extensions: [text])
    }

    /// Expands an enum with raw values, which the run time reads and writes without further code.
    func expandEnumeration() -> Expansion {
        Expansion(members: [], extensions: [conformance(Core.name("WireValue")) { _ in }])
    }
}
