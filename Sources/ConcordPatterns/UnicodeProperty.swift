/// A property of `\p{…}`: a general category or a binary property of Unicode, with a name that ECMA 262 defines.
enum UnicodeProperty {
    /// Returns the scalars that have a property, or `nil` if there is no such property.
    static func set(named text: String) -> ScalarSet? {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2 {
            switch parts[0] {
            case "General_Category", "gc": return category(named: parts[1])
            case "Script", "sc", "Script_Extensions", "scx": return script(text, named: parts[1])
            default: return nil
            }
        }
        return category(named: text) ?? binary[text].map { ScalarSet([.matching($0)]) }
    }

    /// Returns the scalars of a script, from the tables of Swift's `Regex`.
    private static func script(_ property: String, named name: String) -> ScalarSet? {
        let isName = name.utf8.first.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) } ?? false
        guard isName, name.utf8.allSatisfy({ $0 | 0x20 >= UInt8(ascii: "a") || $0 == UInt8(ascii: "_") }),
            let regex = try? Regex("\\p{\(property)}")
        else { return nil }
        let script = Script(regex: regex.matchingSemantics(.unicodeScalar))
        return ScalarSet([.matching { script.contains($0) }])
    }

    /// The regular expression of a script.
    ///
    /// Unchecked because `Regex` isn't Sendable, since it may contain a custom consumer. A regex created from a string
    /// contains none, and matching doesn't modify it.
    private struct Script: @unchecked Sendable {
        let regex: Regex<AnyRegexOutput>

        func contains(_ scalar: Unicode.Scalar) -> Bool { String(scalar).wholeMatch(of: regex) != nil }
    }

    private static func category(named name: String) -> ScalarSet? {
        let abbreviation = categories[name] ?? name
        if abbreviation == "LC" { return ScalarSet([.category("Lu"), .category("Ll"), .category("Lt")]) }
        guard categories.values.contains(abbreviation) else { return nil }
        return ScalarSet([.category(abbreviation)])
    }

    /// The abbreviations of the general categories, keyed by their long names.
    private static let categories = [
        "Cased_Letter": "LC", "Letter": "L", "Uppercase_Letter": "Lu", "Lowercase_Letter": "Ll",
        "Titlecase_Letter": "Lt", "Modifier_Letter": "Lm", "Other_Letter": "Lo",
        "Mark": "M", "Combining_Mark": "M", "Nonspacing_Mark": "Mn", "Spacing_Mark": "Mc", "Enclosing_Mark": "Me",
        "Number": "N", "Decimal_Number": "Nd", "digit": "Nd", "Letter_Number": "Nl", "Other_Number": "No",
        "Punctuation": "P", "punct": "P", "Connector_Punctuation": "Pc", "Dash_Punctuation": "Pd",
        "Open_Punctuation": "Ps", "Close_Punctuation": "Pe", "Initial_Punctuation": "Pi", "Final_Punctuation": "Pf",
        "Other_Punctuation": "Po", "Symbol": "S", "Math_Symbol": "Sm", "Currency_Symbol": "Sc", "Modifier_Symbol": "Sk",
        "Other_Symbol": "So", "Separator": "Z", "Space_Separator": "Zs", "Line_Separator": "Zl",
        "Paragraph_Separator": "Zp", "Other": "C", "Control": "Cc", "cntrl": "Cc", "Format": "Cf", "Surrogate": "Cs",
        "Private_Use": "Co", "Unassigned": "Cn",
    ]

    /// The binary properties, keyed by their long names and aliases.
    private static let binary: [String: @Sendable (Unicode.Scalar) -> Bool] = {
        var binary: [String: @Sendable (Unicode.Scalar) -> Bool] = [:]
        for (names, test) in properties {
            for name in names.split(separator: " ") { binary[String(name)] = test }
        }
        return binary
    }()

    private static let properties: [(names: String, test: @Sendable (Unicode.Scalar) -> Bool)] = [
        ("Any", { _ in true }), ("ASCII", { $0.isASCII }),
        ("Assigned", { $0.properties.generalCategory != .unassigned }),
        ("Alphabetic Alpha", { $0.properties.isAlphabetic }), ("Lowercase Lower", { $0.properties.isLowercase }),
        ("Uppercase Upper", { $0.properties.isUppercase }), ("White_Space space", { $0.properties.isWhitespace }),
        ("ASCII_Hex_Digit AHex", { $0.properties.isASCIIHexDigit }), ("Hex_Digit Hex", { $0.properties.isHexDigit }),
        ("ID_Start IDS", { $0.properties.isIDStart }), ("ID_Continue IDC", { $0.properties.isIDContinue }),
        ("XID_Start XIDS", { $0.properties.isXIDStart }), ("XID_Continue XIDC", { $0.properties.isXIDContinue }),
        ("Emoji", { $0.properties.isEmoji }), ("Emoji_Modifier EMod", { $0.properties.isEmojiModifier }),
        ("Emoji_Modifier_Base EBase", { $0.properties.isEmojiModifierBase }),
        ("Emoji_Presentation EPres", { $0.properties.isEmojiPresentation }),
        ("Cased", { $0.properties.isCased }), ("Case_Ignorable CI", { $0.properties.isCaseIgnorable }),
        ("Changes_When_Casefolded CWCF", { $0.properties.changesWhenCaseFolded }),
        ("Changes_When_Casemapped CWCM", { $0.properties.changesWhenCaseMapped }),
        ("Changes_When_Lowercased CWL", { $0.properties.changesWhenLowercased }),
        ("Changes_When_NFKC_Casefolded CWKCF", { $0.properties.changesWhenNFKCCaseFolded }),
        ("Changes_When_Titlecased CWT", { $0.properties.changesWhenTitlecased }),
        ("Changes_When_Uppercased CWU", { $0.properties.changesWhenUppercased }),
        ("Bidi_Control Bidi_C", { $0.properties.isBidiControl }),
        ("Bidi_Mirrored Bidi_M", { $0.properties.isBidiMirrored }), ("Dash", { $0.properties.isDash }),
        ("Default_Ignorable_Code_Point DI", { $0.properties.isDefaultIgnorableCodePoint }),
        ("Deprecated Dep", { $0.properties.isDeprecated }), ("Diacritic Dia", { $0.properties.isDiacritic }),
        ("Extender Ext", { $0.properties.isExtender }), ("Grapheme_Base Gr_Base", { $0.properties.isGraphemeBase }),
        ("Grapheme_Extend Gr_Ext", { $0.properties.isGraphemeExtend }),
        ("Ideographic Ideo", { $0.properties.isIdeographic }),
        ("IDS_Binary_Operator IDSB", { $0.properties.isIDSBinaryOperator }),
        ("IDS_Trinary_Operator IDST", { $0.properties.isIDSTrinaryOperator }),
        ("Join_Control Join_C", { $0.properties.isJoinControl }),
        ("Logical_Order_Exception LOE", { $0.properties.isLogicalOrderException }), ("Math", { $0.properties.isMath }),
        ("Noncharacter_Code_Point NChar", { $0.properties.isNoncharacterCodePoint }),
        ("Pattern_Syntax Pat_Syn", { $0.properties.isPatternSyntax }),
        ("Pattern_White_Space Pat_WS", { $0.properties.isPatternWhitespace }),
        ("Quotation_Mark QMark", { $0.properties.isQuotationMark }), ("Radical", { $0.properties.isRadical }),
        ("Sentence_Terminal STerm", { $0.properties.isSentenceTerminal }),
        ("Soft_Dotted SD", { $0.properties.isSoftDotted }),
        ("Terminal_Punctuation Term", { $0.properties.isTerminalPunctuation }),
        ("Unified_Ideograph UIdeo", { $0.properties.isUnifiedIdeograph }),
        ("Variation_Selector VS", { $0.properties.isVariationSelector }),
    ]
}
