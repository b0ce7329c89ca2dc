import ConcordDeclarations
import ConcordDiagnostics
import ConcordOpenAPI
import ConcordOutline
import ConcordYAML

extension Program {
    /// The declarations that state a document, and what of it they leave out.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - earlier: The names of an earlier edition of it, which stay.
    public static func scaffold(
        _ document: Document, keeping earlier: GivenNames = GivenNames()
    ) -> (program: Program, diagnostics: [Diagnostic]) {
        let scaffolder = scaffolder(of: document, keeping: earlier, givenNames: nil)
        return (Program(scaffolder.declarations), scaffolder.diagnostics)
    }

    /// The declarations that state a document, and their names, for a merge to keep.
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
    /// The Swift files that state a document, by path, and what of it they leave out.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - style: Which of the shorter forms the Swift is written in.
    ///   - earlier: The names of an earlier edition of the document, which stay.
    public static func scaffold(
        _ document: Document, style: ScaffoldStyle = ScaffoldStyle(), keeping earlier: GivenNames = GivenNames()
    ) -> (files: [SourceFile], diagnostics: [Diagnostic]) {
        let (program, diagnostics) = Program.scaffold(document, keeping: earlier)
        return (files(of: program, stating: document, style: style), diagnostics)
    }

    /// The Swift files of the declarations that state a document, by path.
    ///
    /// - Parameters:
    ///   - program: The declarations, as ``Program/scaffold(_:keeping:)`` returns them.
    ///   - document: The document that they state.
    ///   - style: Which of the shorter forms the Swift is written in.
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

/// What a document does throughout, so that its declarations needn't say it each time.
private struct SettingsChoice {
    private var nullForms: [SchemaSettingsDeclaration.NullForm: Int] = [:]
    private var referenceForms: [SchemaSettingsDeclaration.ReferenceForm: Int] = [:]
    private var optionalParameters = (stated: 0, silent: 0)
    private let version: OpenAPIVersion

    init(_ root: Mapping, _ version: OpenAPIVersion) {
        self.version = version
        count(.mapping(root))
    }

    /// Only what differs from the version's own ways.
    var settings: SchemaSettingsDeclaration {
        var settings = SchemaSettingsDeclaration()
        if let null = Self.most(nullForms), null != version.nullForm { settings.null = null }
        if let reference = Self.most(referenceForms), reference != version.referenceForm {
            settings.reference = reference
        }
        if optionalParameters.stated > optionalParameters.silent { settings.required = .always }
        return settings
    }

    /// The one counted most often; of equals the one named first.
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
    /// `.type` and `.flag` differ where there is an `enum`, and where there is no type.
    private mutating func countNullable(_ mapping: Mapping) {
        guard version == .v3_0, mapping["nullable"] == .bool(true) else { return }
        if let values = mapping["enum"]?.sequence {
            if values != [.null] { nullForms[values.contains(.null) ? .type : .flag, default: 0] += 1 }
        } else if mapping["type"] == nil {
            nullForms[.flag, default: 0] += 1
        }
    }
}
