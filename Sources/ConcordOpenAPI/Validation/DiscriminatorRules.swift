import ConcordDiagnostics
import ConcordYAML

extension DocumentRule {
    static let discriminatorRules = [mappingToNothing, mappingBesideBranches, optionalDiscriminator]

    static let mappingToNothing = DocumentRule(
        "mapping-to-nothing", .error, "A discriminator refers to a schema that does not exist.",
        reason: "A mapping takes a component name or a reference.",
        source: "Discriminator Object, mapping: \"mappings between payload values and schema names or URI references\"",
        wrong: """
            components:
              schemas:
                Cat: {type: object, required: [kind], properties: {kind: {type: string}}}
                Pet:
                  oneOf: [{$ref: '#/components/schemas/Cat'}]
                  discriminator: {propertyName: kind, mapping: {cat: Kat}}
            """,
        right: """
            components:
              schemas:
                Cat: {type: object, required: [kind], properties: {kind: {type: string}}}
                Pet:
                  oneOf: [{$ref: '#/components/schemas/Cat'}]
                  discriminator: {propertyName: kind, mapping: {cat: Cat}}
            """)

    static let mappingBesideBranches = DocumentRule(
        "mapping-beside-branches", .warning, "A discriminator refers to a schema that is not one of the alternatives.",
        reason: "A value of that schema would match the discriminator, but no branch of 'oneOf' or 'anyOf'.",
        source: "Discriminator Object: it \"MUST NOT change the validation outcome of the schema\"",
        wrong: """
            components:
              schemas:
                Cat: {type: object, required: [kind], properties: {kind: {type: string}}}
                Dog: {type: object, required: [kind], properties: {kind: {type: string}}}
                Pet:
                  oneOf: [{$ref: '#/components/schemas/Cat'}]
                  discriminator: {propertyName: kind, mapping: {cat: Cat, dog: Dog}}
            """,
        right: """
            components:
              schemas:
                Cat: {type: object, required: [kind], properties: {kind: {type: string}}}
                Dog: {type: object, required: [kind], properties: {kind: {type: string}}}
                Pet:
                  oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
                  discriminator: {propertyName: kind, mapping: {cat: Cat, dog: Dog}}
            """)

    static let optionalDiscriminator = DocumentRule(
        "optional-discriminator", .warning, "The discriminator property is not required.",
        reason:
            "A value without the property can't be assigned to a schema. OpenAPI 3.2 has 'defaultMapping' for such values.",
        source: "Discriminator Object, propertyName: \"This property SHOULD be required in the payload schema\"",
        wrong: """
            components:
              schemas:
                Cat: {type: object, properties: {kind: {type: string}}}
                Pet:
                  oneOf: [{$ref: '#/components/schemas/Cat'}]
                  discriminator: {propertyName: kind}
            """,
        right: """
            components:
              schemas:
                Cat: {type: object, required: [kind], properties: {kind: {type: string}}}
                Pet:
                  oneOf: [{$ref: '#/components/schemas/Cat'}]
                  discriminator: {propertyName: kind}
            """)
}

extension DocumentValidation {
    /// Checks the names of components. References are checked when a document is read.
    mutating func check(_ discriminator: Discriminator) {
        for name in discriminator.schemaNames { checkName(name) }
    }

    private mutating func checkName(_ value: Node) {
        guard let name = value.string, !declared.schemas.contains(name), !Discriminator.isReference(name) else {
            return
        }
        report(
            .mappingToNothing, "'\(name)' is not declared under components.schemas", at: value.position,
            help: declared.schemas.sorted().suggestion(for: name)
                ?? "declare it, or write a reference such as '#/components/schemas/\(name)'")
    }

    mutating func checkDiscriminator(of schema: Schema, at path: [PathStep]) {
        guard let discriminator = schema.discriminator else { return }
        noteUses(of: discriminator, at: path)
        let branches = schema.oneOf + schema.anyOf
        guard !branches.isEmpty else { return }
        let references = branches.compactMap(\.reference)
        if references.count == branches.count { checkMapping(of: discriminator, against: references) }
        checkIsRequired(discriminator, in: branches, of: schema)
    }

    private mutating func noteUses(of discriminator: Discriminator, at path: [PathStep]) {
        for target in discriminator.schemaNames.compactMap(\.string) {
            if Discriminator.isReference(target) {
                uses.note(target, at: path)
            } else {
                uses.note(target, in: "schemas", at: path)
            }
        }
    }

    private mutating func checkMapping(of discriminator: Discriminator, against references: [String]) {
        let names = Set(references.map(Self.componentName))
        for entry in discriminator.node["mapping"]?.mapping ?? Mapping() {
            guard let target = entry.value.string, !names.contains(Self.componentName(of: target)),
                declared.schemas.contains(Self.componentName(of: target))
            else { continue }
            report(
                .mappingBesideBranches, "'\(Self.componentName(of: target))' is not one of the alternatives",
                at: entry.value.position, help: "add it to the alternatives, or remove it here")
        }
    }

    /// Returns the name of a component for its reference or name.
    private static func componentName(of text: String) -> String {
        let prefix = "#/components/schemas/"
        return text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
    }

    private mutating func checkIsRequired(_ discriminator: Discriminator, in branches: [Schema], of schema: Schema) {
        guard let property = discriminator.node["propertyName"], let name = property.string,
            discriminator.node["defaultMapping"] == nil, !requires(name, schema, steps: 3)
        else { return }
        for branch in branches {
            guard let resolved = resolver.resolve(branch), resolved.node.mapping != nil else { continue }
            guard !requires(name, resolved, steps: 3) else { continue }
            report(
                .optionalDiscriminator, "the property '\(name)' is not required in every alternative",
                at: property.position, help: "add it to 'required'",
                related: ("it is missing from this one", resolved.node.position))
            return
        }
    }

    private func requires(_ name: String, _ schema: Schema, steps: Int) -> Bool {
        guard let resolved = resolver.resolve(schema) else { return true }
        if resolved.required.contains(name) { return true }
        guard steps > 0 else { return false }
        return resolved.allOf.prefix(20).contains { requires(name, $0, steps: steps - 1) }
            || !resolved.oneOf.isEmpty && resolved.oneOf.prefix(20).allSatisfy { requires(name, $0, steps: steps - 1) }
    }
}
