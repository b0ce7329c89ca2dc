import ConcordOpenAPI
import ConcordYAML

/// The type of a schema in a few words, with links to components: `array of Pet`, `string <date-time> or null`.
struct TypeLabel {
    private let schema: Schema
    private let page: PageContext
    private let depth: Int
    private static let deepest = 4

    init(_ schema: Schema, _ page: PageContext, depth: Int = 0) {
        self.schema = schema
        self.page = page
        self.depth = depth
    }

    var html: HTML {
        if let name = schema.componentName { return Self.link(toSchema: name, page) + scalar }
        if let reference = schema.reference ?? schema.dynamicReference { return "<code>\(reference)</code>" }
        if let value = schema.always { return page.text(value ? .anyValue : .noValue) }
        guard depth < Self.deepest else { return "…" }
        return schema.allowsNull ? page.text(.alternativeTypes, ["first": ofValue, "second": "null"]) : ofValue
    }

    /// The label without links.
    var plainText: String {
        var text = ""
        var isInTag = false
        for character in html.source {
            switch character {
            case "<": isInTag = true
            case ">": isInTag = false
            default: if !isInTag { text.append(character) }
            }
        }
        return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&#39;", with: "'")
            .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
    }

    static func link(toSchema name: String, _ page: PageContext) -> HTML {
        guard let link = page.link(.schema(name)) else { return "<code>\(name)</code>" }
        return "<a href=\"\(link)\">\(name)</a>"
    }

    /// The type of a component that is a single value, after the link to it.
    private var scalar: HTML {
        let target = page.components.resolved(schema)
        guard target.componentName == nil, target.isScalar else { return .empty }
        let type = TypeLabel(target, page, depth: depth + 1).html
        return " <span class=\"scalar\">\(target.enum == nil ? type : page.text(.enumerationOf, ["type": type]))</span>"
    }

    private var ofValue: HTML {
        if schema.const != nil { return page.text(.constant) }
        if !schema.alternatives.isEmpty { return label(of: schema.alternatives, .alternativeTypes, .oneOfCount) }
        if !schema.allOf.isEmpty, schema.properties.isEmpty {
            return label(of: schema.allOf, .combinedTypes, .allOfCount)
        }
        let types = schema.types.filter { $0 != .null }
        return types.isEmpty ? impliedType : page.joined(types.map(label(ofType:)), by: .alternativeTypes)
    }

    private func label(of branches: [Schema], _ pair: SiteText, _ count: SiteText) -> HTML {
        let branches = branches.filter { $0.types != [.null] }
        if branches.count == 1 { return inner(branches[0]) }
        let areShort = branches.count <= 4 && branches.allSatisfy { $0.componentName != nil || $0.isScalar }
        return areShort ? page.joined(branches.map(inner), by: pair) : page.text(count, ["count": "\(branches.count)"])
    }

    /// The type that the other keywords of a schema without `type` imply.
    private var impliedType: HTML {
        if !schema.properties.isEmpty || schema.additionalProperties != nil { return label(ofType: .object) }
        if schema.items != nil || !schema.prefixItems.isEmpty { return label(ofType: .array) }
        return page.text(schema.enum == nil ? .anyValue : .enumeration)
    }

    private func label(ofType type: Schema.ValueType) -> HTML {
        switch type {
        case .array: return schema.items.map { page.text(.arrayOf, ["type": inner($0)]) } ?? "array"
        case .object:
            guard schema.properties.isEmpty, let value = schema.additionalProperties, value.always == nil
            else { return "object" }
            return page.text(.mapOf, ["type": inner(value)])
        default:
            return schema.format.map { "\(type.rawValue) &lt;\($0)&gt;" } ?? "\(type.rawValue)"
        }
    }

    private func inner(_ schema: Schema) -> HTML {
        TypeLabel(schema, page, depth: depth + 1).html
    }
}
