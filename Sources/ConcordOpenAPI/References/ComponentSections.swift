/// The sections of reusable objects in a version of the specification.
struct ComponentSections {
    /// The type of a whole document.
    let root: any OpenAPIObject.Type
    /// The keys from the root of the document to the sections.
    let path: [String]
    /// The sections, in the specification's order.
    let all: [Section]

    /// A section.
    struct Section {
        let name: String
        /// The kind of its values.
        let kind: FieldKind
        let type: any OpenAPIObject.Type
    }

    private init(_ root: any OpenAPIObject.Type, _ path: [String], _ fields: [Field]) {
        self.root = root
        self.path = path
        all = fields.compactMap { field in
            guard case .map(let kind) = field.kind, let type = kind.objectType else { return nil }
            return Section(name: field.name, kind: kind, type: type)
        }
    }

    init(_ version: OpenAPIVersion) {
        if version == .v2_0 {
            self.init(SwaggerDocument.self, [], SwaggerDocument.fields.fields)
        } else {
            let fields = Components.fields.fields.filter { $0.versions.contains(version) }
            self.init(Document.self, ["components"], fields)
        }
    }

    /// Returns the section for objects of a type.
    func section(of type: any OpenAPIObject.Type) -> Section? {
        all.first { $0.type == type }
    }

    func home(_ name: String, in section: String) -> String {
        JSONPointer(path + [section, name]).fragment
    }
}

extension FieldKind {
    /// The type of the object, directly or by reference.
    var objectType: (any OpenAPIObject.Type)? {
        switch self {
        case .object(let type), .reference(let type): type
        default: nil
        }
    }
}

extension OpenAPIObject {
    /// Whether the type is a path item, which is inlined instead of being shared.
    static var isPathItem: Bool { self == PathItem.self || self == SwaggerPathItem.self }
}
