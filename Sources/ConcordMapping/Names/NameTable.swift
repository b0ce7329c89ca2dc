import ConcordDeclarations
import ConcordOutline

/// The names given within one declaration, so that no two are alike, be it in case alone.
struct NameTable {
    /// The names that the same things have already, by their name or value in the document.
    private var earlier: [String: String]
    /// Those names in small letters, which nothing else may have.
    private var keptNames: Set<String>
    /// The Swift names of the names in the document, each found once.
    private var swiftNames: [String: String] = [:]
    private var used: Set<String> = []
    private var numbers = NameNumbers()

    /// Creates a table.
    ///
    /// - Parameters:
    ///   - earlier: The names that stay, for a merge.
    ///   - wireNames: The names in the document that the table is for. Those that can stand in Swift as they are do, whatever
    ///     comes before them.
    init(keeping earlier: [String: String] = [:], for wireNames: some Sequence<String> = []) {
        var earlier = earlier
        let values = Set(earlier.values.map { $0.lowercased() })
        for name in wireNames where earlier[name] == nil {
            let swiftName = SwiftName.value(name)
            swiftNames[name] = swiftName
            guard swiftName == name else { continue }
            let lower = name.lowercased()
            if !values.contains(lower), !Self.reservedCases.contains(lower) { earlier[name] = name }
        }
        self.earlier = earlier
        keptNames = Set(earlier.values.map { $0.lowercased() })
    }

    /// Names that a member may not have, because the program that is written around it uses them.
    private static let reservedMembers: Set<String> = ["rawvalue"]
    private static let reservedCases: Set<String> = [
        "rawvalue", "hashvalue", "allcases", "description", "none", "some", "init", "self", "type",
    ]

    /// The table with further names that stay.
    func keeping(_ names: [String: String]) -> NameTable {
        var table = self
        for (key, name) in names where !used.contains(name.lowercased()) {
            table.earlier[key] = name
            table.keptNames.insert(name.lowercased())
        }
        return table
    }

    /// A property's, a parameter's or a function's name for a name of the document.
    mutating func property(_ wireName: String) -> String {
        unique(swiftName(wireName), reserved: Self.reservedMembers, of: wireName)
    }

    private func swiftName(_ wireName: String) -> String { swiftNames[wireName] ?? SwiftName.value(wireName) }

    /// The name of a value of a type, which must not be called as the type: in a script without capitals it would be.
    mutating func property(_ wireName: String, of type: TypeExpression) -> String {
        let name = SwiftName.value(wireName)
        return unique(
            type.mentions(name) ? SwiftName.value(wireName + " value") : name, reserved: Self.reservedMembers,
            of: wireName)
    }

    /// An example's name, which says that it is one: a member of a type may be called as the example is.
    mutating func example(_ wireName: String) -> String {
        property(SwiftName.value(wireName).lowercased().hasSuffix("example") ? wireName : wireName + " example")
    }

    /// A link's name, which says that it is one.
    mutating func link(_ wireName: String) -> String {
        property(SwiftName.value(wireName).lowercased().hasSuffix("link") ? wireName : wireName + " link")
    }

    /// A header's name, without the `X-` that used to mark those that no standard knows.
    mutating func header(_ wireName: String) -> String {
        property(Self.withoutMark(wireName))
    }

    static func withoutMark(_ wireName: String) -> String {
        wireName.utf8.count > 2 && wireName.prefix(2).lowercased() == "x-" ? String(wireName.dropFirst(2)) : wireName
    }

    /// A case's name for a value of the document.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - title: What the document calls the value, if it does.
    mutating func enumCase(_ value: Literal, title: String? = nil) -> String {
        let key = Self.key(of: value)
        switch title.map(Literal.string) ?? value {
        case .string(let text) where !Literal.isSwiftNumber(text):
            return unique(swiftName(text), reserved: Self.reservedCases, of: key)
        case .number(let text), .string(let text):
            let digits = text.replacing("-", with: "minus").replacing("+", with: "").replacing(".", with: "Point")
            return unique(digits.hasPrefix("minus") ? digits : "value" + digits, reserved: [], of: key)
        default: return unique("value", reserved: [], of: key)
        }
    }

    /// What tells a value of an enum from the others: the string "1" isn't the number 1.
    static func key(of value: Literal) -> String {
        if case .string(let text) = value { text } else { "\(value)" }
    }

    private mutating func unique(_ name: String, reserved: Set<String>, of key: String) -> String {
        if let kept = earlier[key], used.insert(kept.lowercased()).inserted { return kept }
        let lower = name.lowercased()
        if !reserved.contains(lower), take(name) { return name }
        var candidate = reserved.contains(lower) ? name + "Value" : name
        while !take(candidate) { candidate = numbers.numbered(name) }
        return candidate
    }

    private mutating func take(_ name: String) -> Bool {
        let lower = name.lowercased()
        return !keptNames.contains(lower) && used.insert(lower).inserted
    }
}

/// The numbers that tell names apart that would be alike; each is tried once, however many names there are.
struct NameNumbers {
    private var last: [String: Int] = [:]

    /// The name with the number that follows the last it was given: from 2 on.
    mutating func numbered(_ name: String) -> String {
        let number = last[name, default: 1] + 1
        last[name] = number
        return name + (name.last?.isNumber == true ? "_" : "") + String(number)
    }
}

/// The nested types of one declaration, and where it stands.
struct Nest {
    let scope: [String]
    var types: [TypeDeclaration] = []
    private let isSchema: Bool
    private var used: Set<String>
    private var numbers = NameNumbers()

    /// The nest of a type whose members are schemas, or, if not, of one that speaks of requests and responses.
    init(scope: [String], isSchema: Bool = false) {
        self.scope = scope
        self.isSchema = isSchema
        used = Set(scope.map { $0.lowercased() })
    }

    /// Inside a serializer no request or response is spoken of, so their words are free there.
    private func isTaken(_ name: String, _ typeNames: TypeNames) -> Bool {
        typeNames.isTaken(name, reserved: isSchema ? ReservedTypeNames.inSerializers : ReservedTypeNames.all)
    }

    /// What a nested type is called after, without the type that it stands in.
    func withoutScope(_ name: String) -> String {
        guard let owner = scope.last, name != owner, name.hasPrefix(owner),
            types.contains(where: { $0.head.name == name })
        else { return name }
        return String(name.dropFirst(owner.count))
    }

    /// The name of a nested type: one that hides no other type that could be meant inside.
    mutating func name(_ hint: String, _ scaffolder: inout Scaffolder) -> String {
        let base = SwiftName.type(hint)
        if !isTaken(base, scaffolder.typeNames), used.insert(base.lowercased()).inserted { return base }
        var candidate = (scope.last ?? "") + base
        while isTaken(candidate, scaffolder.typeNames) || !used.insert(candidate.lowercased()).inserted {
            candidate = numbers.numbered(base)
        }
        return candidate
    }
}
