/// Tabs that show one of several panels. They use radio buttons, so they work without JavaScript.
struct TabList {
    struct Tab {
        let label: String
        let content: HTML
        /// A key that this list shares with other lists, such as a language. Selecting a tab selects it in all of them.
        var key: String?
        /// The class of the label.
        var style: HTML = .empty
    }

    /// The maximum number of tabs. The stylesheet has a rule for each position.
    static let mostTabs = 30

    private let tabs: [Tab]
    private let style: String
    private let identifier: String
    private let label: HTML

    init(_ tabs: [Tab], style: String, label: HTML, _ page: PageContext) {
        self.tabs = Array(tabs.prefix(Self.mostTabs))
        self.style = style
        self.label = label
        identifier = page.uniqueIdentifier("tabs")
    }

    var html: HTML {
        let buttons = tabs.enumerated().html { index, tab in
            let key: HTML = tab.key.map { " value=\"\($0)\"" } ?? .empty
            let style: HTML = tab.style.isEmpty ? .empty : " class=\"\(tab.style)\""
            return """
                <input type="radio" name="\(identifier)" id="\(identifier)-\(index)"\(key)\(index == 0 ? " checked" : .empty)>\
                <label for="\(identifier)-\(index)"\(style)>\(tab.label)</label>
                """
        }
        let panels = tabs.html { "<div class=\"panel\">\($0.content)</div>" }
        return "<div class=\"tabs \(style)\" role=\"group\" aria-label=\"\(label)\">\(buttons)\(panels)</div>"
    }
}
