import ConcordDeclarations
import ConcordSwiftPrinter

/// The code for the rules of a part of a form, as stated in an Encoding Object.
struct PartRulesExpansion {
    private let name: String
    private let arguments: [String]
    private static let styles = ["form", "spaceDelimited", "pipeDelimited", "deepObject"]

    /// The rules that a property states, or `nil` if it states none that a request can break.
    init?(_ encoding: PartEncoding, of name: String, codec: String) {
        self.init(name, encoding.contentType, style: encoding.style, explode: encoding.explode, codec: codec)
    }

    /// The rules that a body states in `.encoding`.
    init?(_ part: ValueObject.NamedObject) {
        let types = part.object.text("contentType").map { $0.split(separator: ",").map(Self.trimmed) } ?? []
        var explode: Bool?
        if case .literal(.boolean(let flag))? = part.object["explode"] { explode = flag }
        self.init(part.name, types, style: part.object.text("style"), explode: explode, codec: nil)
    }

    private init?(_ name: String, _ contentType: [String], style: String?, explode: Bool?, codec: String?) {
        self.name = name
        var arguments: [String] = []
        if !contentType.isEmpty { arguments.append("contentType: \(MediaTypeList.list(contentType))") }
        // The run time's vocabulary doesn't contain styles that forms don't have.
        if let style, Self.styles.contains(style) { arguments.append("style: .\(style)") }
        if let explode { arguments.append("explode: \(explode)") }
        if arguments.isEmpty { return nil }
        if let codec, style != nil || explode != nil { arguments.append("shape: \(codec).shape") }
        self.arguments = arguments
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    /// The entry of a dictionary: `"photo": PartRules(contentType: ["image/png"])`.
    var entry: String {
        "\(SwiftWriter.literal(name)): \(Core.machinery("PartRules"))(\(arguments.joined(separator: ", ")))"
    }
}

extension [PartRulesExpansion] {
    /// The dictionary of the rules.
    var dictionary: String { "[\(map(\.entry).joined(separator: ", "))]" }
}
