import ConcordDeclarations
import ConcordDiagnostics
import ConcordOpenAPI
import ConcordOutline
import ConcordYAML

extension Program {
    /// Scaffolds the declarations for a document.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - earlier: The names from an earlier document, which are kept.
    /// - Returns: The declarations, and diagnostics for the parts of the document that they omit.
    public static func scaffold(
        _ document: Document, keeping earlier: GivenNames = GivenNames()
    ) -> (program: Program, diagnostics: [Diagnostic]) {
        let scaffolder = scaffolder(of: document, keeping: earlier, givenNames: nil)
        return (Program(scaffolder.declarations), scaffolder.diagnostics)
    }

    /// Scaffolds the declarations for a document, and records their names, so that a merge can keep them.
    public static func scaffoldWithNames(_ document: Document) -> (program: Program, names: GivenNames) {
        let scaffolder = scaffolder(of: document, keeping: GivenNames(), givenNames: GivenNames())
        return (Program(scaffolder.declarations), scaffolder.givenNames ?? GivenNames())
    }

    private static func scaffolder(
        of document: Document, keeping earlier: GivenNames, givenNames: GivenNames?
    ) -> Scaffolder {
        let root = document.node.mapping ?? Mapping()
        var scaffolder = Scaffolder(
            version: document.version, settings: SettingsChoice(root, document.version).settings, keeping: earlier)
        scaffolder.givenNames = givenNames
        scaffolder.scaffold(root)
        return scaffolder
    }
}

extension SourceFile {
    /// Returns the Swift files for a document.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - style: The short forms that the Swift code uses.
    ///   - earlier: The names from an earlier document, which are kept.
    /// - Returns: The files with their paths, and diagnostics for the parts of the document that they omit.
    public static func scaffold(
        _ document: Document, style: ScaffoldStyle = ScaffoldStyle(), keeping earlier: GivenNames = GivenNames()
    ) -> (files: [SourceFile], diagnostics: [Diagnostic]) {
        let (program, diagnostics) = Program.scaffold(document, keeping: earlier)
        return (files(of: program, stating: document, style: style), diagnostics)
    }

    /// Returns the Swift files for the declarations of a document.
    ///
    /// - Parameters:
    ///   - program: The declarations, as ``Program/scaffold(_:keeping:)`` returns them.
    ///   - document: The document that they represent.
    ///   - style: The short forms that the Swift code uses.
    public static func files(of program: Program, stating document: Document, style: ScaffoldStyle) -> [SourceFile] {
        guard style.usesModels else { return FileLayout(program).files }
        let scaffolding = ModelScaffolding(program, except: style.plainSchemas)
        let files = FileLayout(scaffolding.program, naming: TypeRenaming(scaffolding.names)).files
        guard style.usesGenericViews else { return files }
        let generic = GenericViewScaffolding(
            Program.read(files).program, scaffolding.modelResources, stating: document)
        return FileLayout(generic.program).files
    }
}

/// The settings for a whole document, so that its declarations don't have to repeat them.
private struct SettingsChoice {
    private var nullForms: [SchemaSettingsDeclaration.NullForm: Int] = [:]
    private var referenceForms: [SchemaSettingsDeclaration.ReferenceForm: Int] = [:]
    private var optionalParameters = (stated: 0, silent: 0)
    private let version: OpenAPIVersion

    init(_ root: Mapping, _ version: OpenAPIVersion) {
        self.version = version
        count(.mapping(root))
    }

    /// The settings that differ from the defaults of the version.
    var settings: SchemaSettingsDeclaration {
        var settings = SchemaSettingsDeclaration()
        if let null = Self.most(nullForms), null != version.nullForm { settings.null = null }
        if let reference = Self.most(referenceForms), reference != version.referenceForm {
            settings.reference = reference
        }
        if optionalParameters.stated > optionalParameters.silent { settings.required = .always }
        return settings
    }

    /// Returns the form with the highest count. Of equal counts, the form that is declared first wins.
    private static func most<Form: CaseIterable & Hashable>(_ counts: [Form: Int]) -> Form? {
        let most = counts.values.max() ?? 0
        return most == 0 ? nil : Form.allCases.first { counts[$0] == most }
    }

    private mutating func count(_ node: Node) {
        switch node.value {
        case .mapping(let mapping):
            countSchema(mapping)
            for entry in mapping.entries where entry.key != "example" && entry.key != "examples" { count(entry.value) }
        case .sequence(let elements):
            for element in elements { count(element) }
        default: break
        }
    }

    private mutating func countSchema(_ mapping: Mapping) {
        if mapping.count > 1, mapping["$ref"] != nil { referenceForms[.siblings, default: 0] += 1 }
        for (key, null, reference) in [
            ("anyOf", SchemaSettingsDeclaration.NullForm.anyOf, SchemaSettingsDeclaration.ReferenceForm.anyOf),
            ("oneOf", .oneOf, .oneOf),
        ] {
            guard let branches = mapping[key]?.sequence else { continue }
            if branches.count == 2, branches[1] == version.nullSchema { nullForms[null, default: 0] += 1 }
            if branches.count == 1, branches[0]["$ref"] != nil { referenceForms[reference, default: 0] += 1 }
        }
        if let branches = mapping["allOf"]?.sequence, branches.count == 1, branches[0]["$ref"] != nil, mapping.count > 1
        {
            referenceForms[.allOf, default: 0] += 1
        }
        if mapping.count == 1, let branches = mapping["allOf"]?.sequence, branches.count == 2,
            branches[0]["$ref"] != nil,
            branches[1].mapping?.keys == ["description"]
        {
            referenceForms[.branch, default: 0] += 1
        }
        if let types = mapping["type"]?.sequence, types.count == 2, types.contains("null") {
            nullForms[.type, default: 0] += 1
        }
        countNullable(mapping)
        if let place = mapping["in"]?.string, place != "path", mapping["name"] != nil {
            if mapping["required"] == .bool(false) { optionalParameters.stated += 1 }
            if mapping["required"] == nil { optionalParameters.silent += 1 }
        }
    }
    /// Counts the null form of a schema. `.type` and `.flag` differ only if the schema has an `enum` or has no type.
    private mutating func countNullable(_ mapping: Mapping) {
        guard version == .v3_0, mapping["nullable"] == .bool(true) else { return }
        if let values = mapping["enum"]?.sequence {
            if values != [.null] { nullForms[values.contains(.null) ? .type : .flag, default: 0] += 1 }
        } else if mapping["type"] == nil {
            nullForms[.flag, default: 0] += 1
        }
    }
}
