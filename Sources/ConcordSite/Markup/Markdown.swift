import CConcordMarkdown

extension HTML {
    /// Converts CommonMark with GitHub's tables, task lists and bare links to safe HTML. Raw HTML tags that only mark
    /// up text are kept, and other tags are shown as text. Links are limited by `Hyperlink`. An image, which pages
    /// can't load, becomes a link.
    ///
    /// Headings start at `headingLevel`. Text that would take too long, or would expand too much, is shown unchanged.
    init(markdown text: String, headingLevel: Int) {
        guard !text.isEmpty else {
            self = .empty
            return
        }
        guard text.utf8.count <= MarkdownRenderer.longestInput else {
            self = "<pre>\(text)</pre>"
            return
        }
        var renderer = MarkdownRenderer(headingLevel: headingLevel, budget: 4096 + 32 * text.utf8.count)
        self = renderer.render(text) ? renderer.output : "<pre>\(text)</pre>"
    }

    /// Converts CommonMark to a single line without block structure.
    init(markdownLine text: String) {
        let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        var renderer = MarkdownRenderer(headingLevel: 6, budget: 4096 + 32 * line.utf8.count, isInline: true)
        self = line.utf8.count <= 2_000 && renderer.render(line) ? renderer.output : "\(line)"
    }
}

/// Writes the events of the md4c parser. The renderer of md4c would keep every link.
private struct MarkdownRenderer {
    /// The maximum length of the input. md4c needs more than linear time for some texts.
    static let longestInput = 200_000

    private(set) var output = HTML.empty
    private let headingLevel: Int
    private let budget: Int
    private let isInline: Bool
    /// Whether each open link is allowed. Links can't be nested.
    private var openLinks: [Bool] = []
    /// The open raw tags, and their number at the start of each open block and span, which closes the others at its
    /// end.
    private var openTags: [RawTag.Element] = []
    private var openTagCounts: [Int] = []

    init(headingLevel: Int, budget: Int, isInline: Bool = false) {
        self.headingLevel = headingLevel
        self.budget = budget
        self.isInline = isInline
    }

    mutating func render(_ text: String) -> Bool {
        var parser = MD_PARSER()
        parser.flags = UInt32(
            MD_FLAG_NOHTMLBLOCKS | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS
                | MD_FLAG_PERMISSIVEURLAUTOLINKS)
        parser.enter_block = { type, detail, renderer in
            MarkdownRenderer.with(renderer) { $0.enter(type, detail) }
        }
        parser.leave_block = { type, detail, renderer in
            MarkdownRenderer.with(renderer) { $0.leave(type, detail) }
        }
        parser.enter_span = { type, detail, renderer in
            MarkdownRenderer.with(renderer) { $0.enter(type, detail) }
        }
        parser.leave_span = { type, _, renderer in
            MarkdownRenderer.with(renderer) { $0.leave(type) }
        }
        parser.text = { type, text, size, renderer in
            MarkdownRenderer.with(renderer) { $0.text(type, MarkdownRenderer.string(text, size)) }
        }
        var source = text
        let status = source.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                withUnsafeMutablePointer(to: &self) { renderer in
                    md_parse(characters.baseAddress, MD_SIZE(characters.count), &parser, renderer)
                }
            }
        }
        return status == 0
    }

    /// Calls a closure from a callback. A result other than 0 stops the parser.
    private static func with(_ pointer: UnsafeMutableRawPointer?, _ body: (inout MarkdownRenderer) -> Void) -> Int32 {
        guard let renderer = pointer?.assumingMemoryBound(to: MarkdownRenderer.self) else { return 1 }
        body(&renderer.pointee)
        return renderer.pointee.output.source.utf8.count > renderer.pointee.budget ? 1 : 0
    }

    private static func string(_ text: UnsafePointer<MD_CHAR>?, _ size: MD_SIZE) -> String {
        guard let text else { return "" }
        return UnsafeBufferPointer(start: text, count: Int(size)).withMemoryRebound(to: UInt8.self) {
            String(decoding: $0, as: UTF8.self)
        }
    }
}

// Blocks.
extension MarkdownRenderer {
    private mutating func enter(_ block: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) {
        openTagCounts.append(openTags.count)
        guard !isInline else { return }
        switch block {
        case MD_BLOCK_QUOTE: output += "<blockquote>"
        case MD_BLOCK_UL: output += "<ul>"
        case MD_BLOCK_OL:
            let start = detail?.load(as: MD_BLOCK_OL_DETAIL.self).start ?? 1
            output += start == 1 ? "<ol>" : "<ol start=\"\(Int(start))\">"
        case MD_BLOCK_LI: enterItem(detail?.load(as: MD_BLOCK_LI_DETAIL.self))
        case MD_BLOCK_HR: output += "<hr>"
        case MD_BLOCK_H: output += "<h\(level(detail)) class=\"prose\">"
        case MD_BLOCK_CODE: output += "<pre tabindex=\"0\"><code>"
        case MD_BLOCK_P: output += "<p>"
        case MD_BLOCK_TABLE: output += "<div class=\"scroll\" tabindex=\"0\"><table>"
        case MD_BLOCK_THEAD: output += "<thead>"
        case MD_BLOCK_TBODY: output += "<tbody>"
        case MD_BLOCK_TR: output += "<tr>"
        case MD_BLOCK_TH: output += "<th scope=\"col\">"
        case MD_BLOCK_TD: output += "<td>"
        default: break
        }
    }

    private mutating func enterItem(_ item: MD_BLOCK_LI_DETAIL?) {
        guard let item, item.is_task != 0 else {
            output += "<li>"
            return
        }
        output += item.task_mark == CChar(UInt8(ascii: " ")) ? "<li>☐ " : "<li>☑ "
    }

    private mutating func leave(_ block: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) {
        closeTags()
        guard !isInline else {
            output += " "
            return
        }
        switch block {
        case MD_BLOCK_QUOTE: output += "</blockquote>\n"
        case MD_BLOCK_UL: output += "</ul>\n"
        case MD_BLOCK_OL: output += "</ol>\n"
        case MD_BLOCK_LI: output += "</li>\n"
        case MD_BLOCK_H: output += "</h\(level(detail))>\n"
        case MD_BLOCK_CODE: output += "</code></pre>\n"
        case MD_BLOCK_P: output += "</p>\n"
        case MD_BLOCK_TABLE: output += "</table></div>\n"
        case MD_BLOCK_THEAD: output += "</thead>"
        case MD_BLOCK_TBODY: output += "</tbody>"
        case MD_BLOCK_TR: output += "</tr>\n"
        case MD_BLOCK_TH: output += "</th>"
        case MD_BLOCK_TD: output += "</td>"
        default: break
        }
    }

    private func level(_ detail: UnsafeMutableRawPointer?) -> Int {
        let level = detail?.load(as: MD_BLOCK_H_DETAIL.self).level ?? 1
        return min(6, headingLevel + Int(level) - 1)
    }
}

// Spans.
extension MarkdownRenderer {
    private mutating func enter(_ span: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) {
        openTagCounts.append(openTags.count)
        switch span {
        case MD_SPAN_EM: output += "<em>"
        case MD_SPAN_STRONG: output += "<strong>"
        case MD_SPAN_CODE: output += "<code>"
        case MD_SPAN_DEL: output += "<del>"
        case MD_SPAN_A: openLink(detail?.load(as: MD_SPAN_A_DETAIL.self).href)
        case MD_SPAN_IMG: openLink(detail?.load(as: MD_SPAN_IMG_DETAIL.self).src)
        default: break
        }
    }

    private mutating func leave(_ span: MD_SPANTYPE) {
        closeTags()
        switch span {
        case MD_SPAN_EM: output += "</em>"
        case MD_SPAN_STRONG: output += "</strong>"
        case MD_SPAN_CODE: output += "</code>"
        case MD_SPAN_DEL: output += "</del>"
        case MD_SPAN_A, MD_SPAN_IMG:
            if openLinks.popLast() == true { output += "</a>" }
        default: break
        }
    }

    private mutating func openLink(_ address: MD_ATTRIBUTE?) {
        let isInsideLink = openLinks.contains(true)
        guard !isInsideLink, !isInline, let address, let link = Hyperlink(untrusted: Self.plainText(address)) else {
            openLinks.append(false)
            return
        }
        openLinks.append(true)
        output += "<a href=\"\(link)\" rel=\"noopener noreferrer nofollow\">"
    }

    private mutating func text(_ type: MD_TEXTTYPE, _ text: String) {
        switch type {
        case MD_TEXT_NULLCHAR: output += "\u{FFFD}"
        case MD_TEXT_BR: output += isInline ? " " : "<br>"
        case MD_TEXT_SOFTBR: output += "\n"
        case MD_TEXT_ENTITY: output += "\(CharacterReference.text(of: text))"
        case MD_TEXT_HTML: tag(text)
        default: output += "\(text)"
        }
    }

    private mutating func tag(_ text: String) {
        switch RawTag(text) {
        case .lineBreak: output += isInline ? " " : "<br>"
        case .paragraph: output += isInline ? " " : "<span class=\"break\"></span>"
        case .item: output += isInline ? " • " : "<span class=\"break\"></span>• "
        case .nothing: break
        case .opening(let element):
            openTags.append(element)
            output += "<\(element.rawValue)>"
        case .closing(let element):
            guard openTags.last == element, openTags.count > openTagCounts.last ?? 0 else { return }
            openTags.removeLast()
            output += "</\(element.rawValue)>"
        case nil: output += "\(text)"
        }
    }

    /// Closes the raw tags that were opened in the block or span that ends.
    private mutating func closeTags() {
        let count = openTagCounts.popLast() ?? 0
        while openTags.count > count, let element = openTags.popLast() { output += "</\(element.rawValue)>" }
    }

    /// Returns the text of an attribute with its entities resolved.
    private static func plainText(_ attribute: MD_ATTRIBUTE) -> String {
        var result = ""
        var index = 0
        var start = attribute.substr_offsets?[0] ?? 0
        while start < attribute.size {
            let end = attribute.substr_offsets[index + 1]
            let part = string(attribute.text + Int(start), end - start)
            result += attribute.substr_types[index] == MD_TEXT_ENTITY ? CharacterReference.text(of: part) : part
            index += 1
            start = end
        }
        return result
    }
}

/// A character reference in Markdown, such as `&amp;`, `&#39;` or `&#x27;`.
private enum CharacterReference {
    private static let named: [String: String] = [
        "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&apos;": "'", "&nbsp;": "\u{A0}", "&copy;": "©",
        "&reg;": "®", "&trade;": "™", "&hellip;": "…", "&mdash;": "—", "&ndash;": "–", "&times;": "×", "&rarr;": "→",
        "&larr;": "←", "&bull;": "•", "&deg;": "°", "&middot;": "·", "&le;": "≤", "&ge;": "≥", "&ne;": "≠",
    ]

    /// Returns the character of a reference, or the reference itself if it is unknown.
    static func text(of reference: String) -> String {
        if let known = named[reference] { return known }
        guard reference.hasPrefix("&#"), reference.hasSuffix(";") else { return reference }
        let digits = reference.dropFirst(2).dropLast()
        let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
        guard let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits),
            value != 0, let scalar = Unicode.Scalar(value)
        else { return reference }
        return String(Character(scalar))
    }
}
