/// The tags of a page, parsed without knowledge of how the page was written.
struct Markup {
    struct Tag: Hashable {
        var name: String
        var isClosing: Bool
        var attributes: [String: String]
    }

    private(set) var tags: [Tag] = []

    /// Parses the page. The contents of `<style>` and `<script>` are skipped, as by a browser.
    init(_ html: [UInt8]) {
        let text = String(decoding: html, as: UTF8.self)
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: open)...]
            guard let close = Self.end(of: rest) else { return }
            tags.append(Self.tag(rest[..<close]))
            rest = rest[rest.index(after: close)...]
            if let raw = tags.last, ["style", "script"].contains(raw.name), !raw.isClosing,
                let end = rest.firstRange(of: "</\(raw.name)>")
            {
                rest = rest[end.lowerBound...]
            }
        }
    }

    /// Returns the index of the `>` that ends a tag, which isn't inside quotes.
    private static func end(of tag: Substring) -> Substring.Index? {
        var quote: Character?
        for index in tag.indices {
            switch (tag[index], quote) {
            case (let character, let open?) where character == open: quote = nil
            case ("\"", nil), ("'", nil): quote = tag[index]
            case (">", nil): return index
            default: break
            }
        }
        return nil
    }

    private static func tag(_ text: Substring) -> Tag {
        let isClosing = text.hasPrefix("/")
        var rest = isClosing ? text.dropFirst() : text
        let name = rest.prefix { !$0.isWhitespace }
        rest = rest.dropFirst(name.count)
        var attributes: [String: String] = [:]
        while let start = rest.firstIndex(where: { !$0.isWhitespace }) {
            rest = rest[start...]
            let key = rest.prefix { $0 != "=" && !$0.isWhitespace }
            rest = rest.dropFirst(key.count)
            guard rest.first == "=" else {
                attributes[String(key)] = ""
                continue
            }
            rest = rest.dropFirst()
            if let quote = rest.first, quote == "\"" || quote == "'" {
                let value = rest.dropFirst().prefix { $0 != quote }
                attributes[String(key)] = String(value)
                rest = rest.dropFirst(value.count + 2)
            } else {
                let value = rest.prefix { !$0.isWhitespace }
                attributes[String(key)] = String(value)
                rest = rest.dropFirst(value.count)
            }
        }
        return Tag(name: name.lowercased(), isClosing: isClosing, attributes: attributes)
    }

    func values(of attribute: String) -> [String] {
        tags.compactMap { $0.attributes[attribute] }
    }

    /// The first tag that closes something other than the innermost open element, or that is never closed.
    var imbalance: String? {
        let void: Set = ["!doctype", "meta", "br", "hr", "link", "input", "img"]
        var open: [String] = []
        for tag in tags where !void.contains(tag.name) {
            if !tag.isClosing {
                open.append(tag.name)
            } else if open.popLast() != tag.name {
                return "</\(tag.name)>"
            }
        }
        return open.last
    }

    /// An attribute or text as the reader sees it.
    static func unescaped(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }

    /// The text of a page without its tags, with single spaces.
    static func text(of html: [UInt8]) -> String {
        let text = String(decoding: html, as: UTF8.self).replacing(/<[^>]*>/, with: "")
        return unescaped(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    /// The code of the tabs of a page, by the label of the tab. If several tabs have the same label, the first one is
    /// used.
    static func panels(of html: [UInt8]) -> [String: String] {
        var panels: [String: String] = [:]
        for list in String(decoding: html, as: UTF8.self).components(separatedBy: "<div class=\"tabs code\"")
            .dropFirst()
        {
            let labels = list.matches(of: /<label[^>]*>([^<]*)<\/label>/).map { String($0.output.1) }
            let blocks = list.matches(of: /<div class="panel"><pre tabindex="0"><code>([^<]*)<\/code>/).map {
                String($0.output.1)
            }
            for (label, block) in zip(labels, blocks) where panels[unescaped(label)] == nil {
                panels[unescaped(label)] = unescaped(block)
            }
        }
        return panels
    }
}
