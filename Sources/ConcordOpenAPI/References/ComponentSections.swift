/// Where a version of the specification keeps what is shared by reference.
struct ComponentSections {
    /// The type of a whole document.
    let root: any OpenAPIObject.Type
    /// The keys that lead to the sections from the top of the document.
    let path: [String]
    /// The sections, in the specification's order.
    let all: [Section]

    /// One of them.
    struct Section {
        let name: String
        /// What stands in it, itself or by reference.
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

    /// The section that objects of a type can be put into.
    func section(of type: any OpenAPIObject.Type) -> Section? {
        all.first { $0.type == type }
    }

    func home(_ name: String, in section: String) -> String {
        JSONPointer(path + [section, name]).fragment
    }
}

extension FieldKind {
    /// The type of the object that stands here, itself or by a reference.
    var objectType: (any OpenAPIObject.Type)? {
        switch self {
        case .object(let type), .reference(let type): type
        default: nil
        }
    }
}

extension OpenAPIObject {
    /// Whether it is the operations of a path, which are put where they are used instead of being shared.
    static var isPathItem: Bool { self == PathItem.self || self == SwaggerPathItem.self }
}
