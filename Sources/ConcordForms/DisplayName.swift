package import ConcordCore
import ConcordNames

/// Names of declarations, converted for display.
package enum DisplayName {
    /// Returns a name as words: `Visit count` for `visitCount`, `In stock` for `in_stock`.
    package static func words(of name: String) -> String {
        let words = KeyStyle.snakeCase.wireName(of: name).split(whereSeparator: { $0 == "_" || $0 == "-" })
        let text = words.joined(separator: " ")
        let acronyms = ["id": "ID", "url": "URL", "uuid": "UUID", "api": "API"]
        if let acronym = acronyms[text] { return acronym }
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    /// Returns the name of a model: `weather station`.
    package static func model(_ model: any Model.Type) -> String {
        words(of: String(describing: model)).lowercased()
    }

    /// Returns the plural of the name of a model: `weather stations`.
    package static func models(_ model: any Model.Type) -> String { EnglishPlural.of(Self.model(model)) }

    /// Returns the text of a doc comment without code and link markup.
    package static func plain(_ documentation: String) -> String { documentation.filter { $0 != "`" } }
}

extension String {
    /// The string with an uppercase first letter.
    package var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
