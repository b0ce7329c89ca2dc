import ConcordOpenAPI
import ConcordYAML

/// A value as XML, with the names from the schema.
struct SampleXML {
    private(set) var text = ""
    private let components: ComponentIndex

    init(_ value: Node, _ schema: Schema, _ components: ComponentIndex) {
        self.components = components
        let name = xml(of: schema)?.name ?? schema.componentName ?? "root"
        write(value, schema, name: name, depth: 0)
    }

    private func xml(of schema: Schema) -> XML? {
        SchemaParts(schema, components.resolver).parts.lazy.compactMap(\.schema.xml).first
    }

    private mutating func write(_ value: Node, _ schema: Schema, name: String, depth: Int) {
        guard depth < 12 else { return }
        let name = Self.qualified(name, xml(of: schema))
        let indent = String(repeating: "  ", count: depth)
        let parts = SchemaParts(schema, components.resolver)
        switch value.value {
        case .mapping(let mapping):
            let properties = Dictionary(parts.properties.map { ($0.name, $0.schema) }) { first, _ in first }
            let attributeNames = Set(properties.filter { xml(of: $0.value)?.attribute == true }.map(\.key))
            let attributes = mapping.entries.filter { attributeNames.contains($0.key) }.map { entry in
                " \(properties[entry.key].flatMap { xml(of: $0)?.name } ?? entry.key)=\"\(Self.escaped(SampleText(entry.value).oneLine))\""
            }
            text += "\(indent)<\(name)\(attributes.joined())>\n"
            for entry in mapping.entries where !attributeNames.contains(entry.key) {
                let property = properties[entry.key] ?? Schema(.mapping(Mapping()))
                writeProperty(entry.value, property, name: xml(of: property)?.name ?? entry.key, depth: depth + 1)
            }
            text += "\(indent)</\(name)>\n"
        case .sequence(let items):
            let item = parts.parts.lazy.compactMap(\.schema.items).first ?? Schema(.mapping(Mapping()))
            for value in items { write(value, item, name: xml(of: item)?.name ?? name, depth: depth) }
        default: text += "\(indent)<\(name)>\(Self.escaped(SampleText(value).oneLine))</\(name)>\n"
        }
    }

    private mutating func writeProperty(_ value: Node, _ schema: Schema, name: String, depth: Int) {
        guard value.sequence != nil, xml(of: schema)?.wrapped == true else {
            return write(value, schema, name: name, depth: depth)
        }
        let indent = String(repeating: "  ", count: depth)
        text += "\(indent)<\(name)>\n"
        write(value, schema, name: name, depth: depth + 1)
        text += "\(indent)</\(name)>\n"
    }

    private static func qualified(_ name: String, _ xml: XML?) -> String {
        xml?.prefix.map { "\($0):\(name)" } ?? name
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
}
