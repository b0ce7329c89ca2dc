/// Panels of which one is shown, chosen with radio buttons, so that it works without JavaScript.
struct TabList {
    struct Tab {
        let label: String
        let content: HTML
        /// What the tabs of other lists have in common with this one, as a language: choosing it chooses them.
        var key: String?
    }

    /// The stylesheet has a rule for each place.
    static let mostTabs = 30

    private let tabs: [Tab]
    private let style: String
    private let identifier: String
    private let label: String

    init(_ tabs: [Tab], style: String, label: String = "Alternatives", _ page: PageContext) {
        self.tabs = Array(tabs.prefix(Self.mostTabs))
        self.style = style
        self.label = label
        identifier = page.uniqueIdentifier("tabs")
    }

    var html: HTML {
        let buttons = tabs.enumerated().html { index, tab in
            let key: HTML = tab.key.map { " value=\"\($0)\"" } ?? .empty
            return """
                <input type="radio" name="\(identifier)" id="\(identifier)-\(index)"\(key)\(index == 0 ? " checked" : .empty)>\
                <label for="\(identifier)-\(index)">\(tab.label)</label>
                """
        }
        let panels = tabs.html { "<div class=\"panel\">\($0.content)</div>" }
        return "<div class=\"tabs \(style)\" role=\"group\" aria-label=\"\(label)\">\(buttons)\(panels)</div>"
    }
}
