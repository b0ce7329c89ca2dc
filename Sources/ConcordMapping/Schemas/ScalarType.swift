import ConcordDeclarations
import ConcordOpenAPI
import ConcordOutline
import ConcordYAML

/// A Swift type without parts, and its schema.
struct ScalarType: Sendable {
    let name: String
    let type: String?
    let format: String?
    /// Whether the type uses `contentEncoding` instead of `format` from OpenAPI 3.1 on.
    let isEncoding: Bool
    /// Whether a schema with just this type and format becomes the Swift type.
    let isScaffolded: Bool

    private init(
        _ name: String, _ type: String?, _ format: String? = nil, isEncoding: Bool = false, isScaffolded: Bool = true
    ) {
        self.name = name
        self.type = type
        self.format = format
        self.isEncoding = isEncoding
        self.isScaffolded = isScaffolded
    }

    /// The scalar types, in the order in which a schema selects one.
    static let all: [ScalarType] = [
        .init("String", "string"), .init("Int", "integer"), .init("Double", "number"), .init("Bool", "boolean"),
        .init("Int8", "integer", "int8"), .init("Int16", "integer", "int16"), .init("Int32", "integer", "int32"),
        .init("Int64", "integer", "int64"), .init("UInt", "integer", "uint"), .init("UInt8", "integer", "uint8"),
        .init("UInt16", "integer", "uint16"), .init("UInt32", "integer", "uint32"),
        .init("UInt64", "integer", "uint64"), .init("Float", "number", "float"),
        .init("Decimal", "string", "decimal"), .init("Date", "string", "date-time"),
        .init("CalendarDate", "string", "date"), .init("UUID", "string", "uuid"), .init("URL", "string", "uri"),
        .init("Data", "string", "byte", isEncoding: true), .init("Bytes", "string", "binary"),
        .init("TimeOfDay", "string", "time", isScaffolded: false),
        .init("Duration", "string", "duration", isScaffolded: false), .init("File", "string", "binary"),
        .init("JSONObject", "object"), .init("Null", "null"), .init("JSON", nil),
    ]

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    /// The scalar types that a schema can select, keyed by schema type.
    static let scaffolded = Dictionary(grouping: all.filter(\.isScaffolded)) { $0.type ?? "" }

    static func named(_ name: String) -> ScalarType? { byName[name] }

    /// Whether the type is a number in a string.
    var isDecimal: Bool { format == "decimal" }

    /// The names of the scalar types, which no other type can have.
    static let names = Set(all.map(\.name))
}

extension Generator {
    func builder(_ scalar: ScalarType) -> ObjectBuilder {
        if scalar.type == "null" { return ObjectBuilder(version.nullSchema) }
        var builder = ObjectBuilder()
        builder.text("type", scalar.type)
        if scalar.isEncoding, version != .v3_0 {
            builder.text("contentEncoding", "base64")
        } else {
            builder.text("format", scalar.format)
        }
        if scalar.isDecimal { builder.text("pattern", DecimalDigits.most.pattern) }
        return builder
    }
}

extension Scaffolder {
    /// Returns the Swift type of a scalar schema, and takes the keywords that it implies. A format without a Swift type
    /// remains in `rest`.
    func scalar(type: String, _ rest: inout Unconsumed, place: SchemaPlace) -> ScalarType? {
        let format = rest.node("format")?.string
        if type == "string", version != .v3_0, format == nil, rest.take("contentEncoding", equalTo: "base64") {
            return .named("Data")
        }
        let candidates = ScalarType.scaffolded[type] ?? []
        guard let format else { return candidates.first { $0.format == nil } }
        if let match = candidates.first(where: { $0.format == format }), allows(match, place),
            // Bounds have no effect on a string, but a decimal would enforce them.
            !match.isDecimal || !DecimalDigits.bounds.contains(where: { rest.node($0.rawValue) != nil })
        {
            let name = match.name == "Bytes" && place == .formPart ? "File" : match.name
            rest.take("format")
            if match.isDecimal { rest.take("pattern", equalTo: .string(DecimalDigits.most.pattern)) }
            return .named(name)
        }
        return candidates.first { $0.format == nil }
    }

    private func allows(_ scalar: ScalarType, _ place: SchemaPlace) -> Bool {
        switch scalar.format {
        case "binary": place != .value
        case "byte": version == .v3_0
        default: true
        }
    }
}

/// The place of a schema, which determines the Swift type of raw bytes.
enum SchemaPlace: Sendable {
    case value
    case wholeBody
    case formPart
}
