/// The target of a link on a page, named after its content: `GET/pets/{petId}`, `schemas/Pet`.
struct Anchor: Hashable, Sendable {
    /// The `id` of the element. Different names have different identifiers, because only characters that are not
    /// allowed in an `id` are escaped.
    let identifier: String

    init(_ kind: String, _ name: String) {
        let separator = kind.isEmpty || name.hasPrefix("/") ? "" : "/"
        identifier = Self.written(kind + separator + name)
    }

    private init(identifier: String) {
        self.identifier = identifier
    }

    /// Returns an anchor below this one, for a parameter of an operation or a property of a schema.
    func appending(_ name: String) -> Anchor {
        Anchor(identifier: identifier + "/" + Self.written(name))
    }

    private static func written(_ name: String) -> String {
        var identifier = ""
        for scalar in name.unicodeScalars {
            if scalar == "~" || scalar.value <= 0x20 || scalar.properties.isWhitespace {
                identifier += "~" + String(scalar.value, radix: 16) + "~"
            } else {
                identifier.unicodeScalars.append(scalar)
            }
        }
        return identifier
    }

    /// The identifier as a URL fragment.
    var fragment: String { URLEncoding.fragment(identifier) }
}
