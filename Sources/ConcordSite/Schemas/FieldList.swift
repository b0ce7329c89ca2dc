import ConcordOpenAPI
import ConcordYAML

/// The properties of an object, each with its type, text and bounds; inline objects unfold below theirs, components
/// are links, so that a page is as long as its document.
struct FieldList {
    private let schema: Schema
    private let depth: Int
    /// Documents can nest deeper than anyone reads, or than the stack is deep.
    private static let deepest = 12

    init(_ schema: Schema, depth: Int = 0) {
        self.schema = schema
        self.depth = depth
    }

    /// What stands below a schema's type: its properties, or those of its items, and its alternatives.
    var html: HTML {
        guard depth < Self.deepest else { return "<p class=\"hint\">Nested deeper than is shown.</p>" }
        guard schema.reference == nil else { return .empty }
        return properties + branches + items
    }

    private var properties: HTML {
        let required = Set(schema.required)
        let rows = schema.properties.html { property in
            FieldRow(
                name: property.name, schema: property.value, isRequired: required.contains(property.name), depth: depth
            ).html
        }
        let others: HTML =
            switch schema.additionalProperties {
            case let value? where value.always == nil && !schema.properties.isEmpty:
                "<div><dt><span class=\"hint\">any other name</span> <span class=\"type\">\(TypeLabel(value).html)</span></dt></div>"
            default: .empty
            }
        return rows.isEmpty && others.isEmpty ? .empty : "<dl class=\"fields\">\(rows)\(others)</dl>"
    }

    private var branches: HTML {
        let lists: [(HTML, [Schema])] = [
            ("All of", schema.allOf), ("One of", schema.oneOf), ("Any of", schema.anyOf),
        ]
        return lists.html { title, branches in
            guard !branches.isEmpty, !isSaidByLabel(branches) else { return .empty }
            let rows = branches.html { branch in
                "<li><span class=\"type\">\(TypeLabel(branch).html)</span>\(SchemaDetails(branch, depth: depth + 1).html)</li>"
            }
            return "<p class=\"hint\">\(title)</p><ul class=\"alternatives\">\(rows)</ul>"
        }
    }

    /// Whether the type above says all that there is to say.
    private func isSaidByLabel(_ branches: [Schema]) -> Bool {
        branches.count <= 4 && branches.allSatisfy { $0.componentName != nil || $0.types == [.null] }
            && schema.properties.isEmpty
    }

    private var items: HTML {
        let inner = [schema.items, schema.properties.isEmpty ? schema.additionalProperties : nil].compactMap { $0 }
        return inner.html { $0.reference == nil ? SchemaDetails($0, depth: depth + 1).html : .empty }
    }
}

/// One property.
private struct FieldRow {
    let name: String
    let schema: Schema
    let isRequired: Bool
    let depth: Int

    var html: HTML {
        """
        <div><dt><span class="name">\(name)</span> <span class="type">\(TypeLabel(schema).html)</span>\(SchemaBadges(schema, isRequired: isRequired).html)</dt>\
        <dd>\(SchemaDetails(schema, depth: depth + 1, isFolded: true).html)</dd></div>

        """
    }
}

/// A schema's text, bounds and fields.
struct SchemaDetails {
    private let schema: Schema
    private let depth: Int
    private let isFolded: Bool

    init(_ schema: Schema, depth: Int, isFolded: Bool = false) {
        self.schema = schema
        self.depth = depth
        self.isFolded = isFolded
    }

    var html: HTML {
        let text = Prose(schema.description).html
        let fields = FieldList(schema, depth: depth).html
        let shown: HTML =
            !isFolded || fields.isEmpty
            ? fields
            : "<details class=\"nested\"><summary>Details</summary><div class=\"body\">\(fields)</div></details>"
        return text + ConstraintList(schema).html + shown
    }
}

/// What marks a field at a glance.
struct SchemaBadges {
    private let schema: Schema
    private let isRequired: Bool

    init(_ schema: Schema, isRequired: Bool) {
        self.schema = schema
        self.isRequired = isRequired
    }

    var html: HTML {
        var badges: HTML = isRequired ? " <span class=\"required\">required</span>" : .empty
        if schema.readOnly == true { badges += " <span class=\"badge\">read-only</span>" }
        if schema.writeOnly == true { badges += " <span class=\"badge\">write-only</span>" }
        if schema.deprecated == true { badges += " <span class=\"badge warn\">deprecated</span>" }
        return badges
    }
}
