import ConcordDeclarations

/// The names given within one declaration, so that no two are alike, be it in case alone.
struct NameTable {
    private var used: Set<String> = []

    /// Names that a member may not have, because the program that is written around it uses them.
    private static let reservedMembers: Set<String> = ["rawvalue"]
    private static let reservedCases: Set<String> = [
        "rawvalue", "hashvalue", "allcases", "description", "none", "some", "init", "self", "type",
    ]

    /// A property's, a parameter's or a function's name for a name of the document.
    mutating func property(_ wireName: String) -> String {
        unique(SwiftName.value(wireName), reserved: Self.reservedMembers)
    }

    /// A case's name for a value of the document.
    mutating func enumCase(_ value: Literal) -> String {
        switch value {
        case .string(let text): return unique(SwiftName.value(text), reserved: Self.reservedCases)
        case .number(let text):
            let digits = text.replacing("-", with: "minus").replacing("+", with: "").replacing(".", with: "Point")
            return unique(digits.hasPrefix("minus") ? digits : "value" + digits, reserved: [])
        default: return unique("value", reserved: [])
        }
    }

    private mutating func unique(_ name: String, reserved: Set<String>) -> String {
        var candidate = reserved.contains(name.lowercased()) ? name + "Value" : name
        var number = 2
        while !used.insert(candidate.lowercased()).inserted {
            candidate = name + (name.last?.isNumber == true ? "_" : "") + String(number)
            number += 1
        }
        return candidate
    }
}

/// The nested types of one declaration, and where it stands.
struct Nest {
    let scope: [String]
    var types: [TypeDeclaration] = []
    private var used: Set<String>

    init(scope: [String]) {
        self.scope = scope
        used = Set(scope.map { $0.lowercased() })
    }

    /// The name of a nested type: one that hides no other type that could be meant inside.
    mutating func name(_ hint: String, _ scaffolder: inout Scaffolder) -> String {
        let base = SwiftName.type(hint)
        var candidate = base
        if scaffolder.typeNames.isTaken(candidate) || used.contains(candidate.lowercased()) {
            candidate = (scope.last ?? "") + base
        }
        var number = 2
        while scaffolder.typeNames.isTaken(candidate) || !used.insert(candidate.lowercased()).inserted {
            candidate = base + (base.last?.isNumber == true ? "_" : "") + String(number)
            number += 1
        }
        return candidate
    }
}
