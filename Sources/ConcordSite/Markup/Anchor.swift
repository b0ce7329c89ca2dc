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
    var fragment: String {
        var fragment = ""
        for byte in identifier.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "~"), UInt8(ascii: "/"):
                fragment.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                fragment += byte < 16 ? "%0" + digits : "%" + digits
            }
        }
        return fragment
    }
}
