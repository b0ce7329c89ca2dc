/// A node of a pattern's syntax tree.
indirect enum PatternNode: Sendable {
    case scalar(ScalarSet)
    /// `^`.
    case start
    /// `$`.
    case end
    /// `\b`, or `\B` if the value is `false`.
    case wordBoundary(Bool)
    case sequence([PatternNode])
    case alternatives([PatternNode])
    /// A repetition. Without `most`, it is unlimited.
    case repeated(PatternNode, least: Int, most: Int?)
    /// A capturing group. Groups are numbered from 1, in the order of their opening parentheses.
    case group(Int, PatternNode)
    /// A lookaround: `(?=…)`, `(?!…)`, `(?<=…)` or `(?<!…)`.
    case look(isAhead: Bool, isNegated: Bool, PatternNode)
    /// A backreference to a group: `\1` or `\k<name>`.
    case backReference(Int)

    /// Whether the node contains a backreference.
    var hasBackReference: Bool {
        switch self {
        case .backReference: true
        case .scalar, .start, .end, .wordBoundary: false
        case .sequence(let nodes), .alternatives(let nodes): nodes.contains(where: \.hasBackReference)
        case .repeated(let node, _, _), .group(_, let node), .look(_, _, let node): node.hasBackReference
        }
    }
}

/// A set of Unicode scalars: a single one, `.`, `\d`, or `[a-z_]`.
struct ScalarSet: Sendable {
    /// A member of a set.
    enum Member: Sendable {
        case range(ClosedRange<UInt32>)
        /// A general category by its abbreviation: `\p{Lu}` or `\p{L}`.
        case category(String)
        /// A binary property: `\p{Alphabetic}`.
        case matching(@Sendable (Unicode.Scalar) -> Bool)
        indirect case not(ScalarSet)
    }

    private var members: [Member]
    private var isNegated: Bool

    init(_ members: [Member], isNegated: Bool = false) {
        self.members = members
        self.isNegated = isNegated
    }

    init(_ scalar: Unicode.Scalar) { self.init([.range(scalar.value...scalar.value)]) }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        for member in members {
            switch member {
            case .range(let range): if range.contains(scalar.value) { return !isNegated }
            case .category(let name): if scalar.isInCategory(name) { return !isNegated }
            case .matching(let test): if test(scalar) { return !isNegated }
            case .not(let set): if !set.contains(scalar) { return !isNegated }
            }
        }
        return isNegated
    }

    /// The scalar of a set with a single scalar.
    var onlyScalar: UInt32? {
        guard members.count == 1, !isNegated, case .range(let range)? = members.first, range.count == 1 else {
            return nil
        }
        return range.lowerBound
    }

    var negated: ScalarSet { ScalarSet(members, isNegated: !isNegated) }

    static let digits = ScalarSet([.range(0x30...0x39)])
    static let wordCharacters = ScalarSet([
        .range(0x30...0x39), .range(0x41...0x5A), .range(0x5F...0x5F), .range(0x61...0x7A),
    ])
    /// The sets WhiteSpace and LineTerminator of ECMA 262.
    static let spaces = ScalarSet([
        .range(0x09...0x0D), .range(0x20...0x20), .range(0xA0...0xA0), .range(0x1680...0x1680), .range(0x2000...0x200A),
        .range(0x2028...0x2029), .range(0x202F...0x202F), .range(0x205F...0x205F), .range(0x3000...0x3000),
        .range(0xFEFF...0xFEFF),
    ])
    /// The set of `.`: every scalar except line terminators.
    static let inLine = ScalarSet(
        [.range(0x0A...0x0A), .range(0x0D...0x0D), .range(0x2028...0x2029)], isNegated: true)
}

extension Unicode.Scalar {
    fileprivate func isInCategory(_ name: String) -> Bool {
        let category = properties.generalCategory.abbreviation
        return name.utf8.count == 1 ? category.hasPrefix(name) : category == name
    }
}

extension Unicode.GeneralCategory {
    /// The abbreviation of the category in Unicode: `Lu`.
    fileprivate var abbreviation: String {
        switch self {
        case .uppercaseLetter: "Lu"
        case .lowercaseLetter: "Ll"
        case .titlecaseLetter: "Lt"
        case .modifierLetter: "Lm"
        case .otherLetter: "Lo"
        case .nonspacingMark: "Mn"
        case .spacingMark: "Mc"
        case .enclosingMark: "Me"
        case .decimalNumber: "Nd"
        case .letterNumber: "Nl"
        case .otherNumber: "No"
        case .connectorPunctuation: "Pc"
        case .dashPunctuation: "Pd"
        case .openPunctuation: "Ps"
        case .closePunctuation: "Pe"
        case .initialPunctuation: "Pi"
        case .finalPunctuation: "Pf"
        case .otherPunctuation: "Po"
        case .mathSymbol: "Sm"
        case .currencySymbol: "Sc"
        case .modifierSymbol: "Sk"
        case .otherSymbol: "So"
        case .spaceSeparator: "Zs"
        case .lineSeparator: "Zl"
        case .paragraphSeparator: "Zp"
        case .control: "Cc"
        case .format: "Cf"
        case .surrogate: "Cs"
        case .privateUse: "Co"
        case .unassigned: "Cn"
        @unknown default: ""
        }
    }
}
