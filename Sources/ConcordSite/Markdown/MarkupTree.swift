/// The elements and the text of a part of a page.
struct MarkupTree {
    /// An element or text.
    enum Part {
        case text(String)
        case element(Element)
    }

    /// An element with its attributes and its contents.
    struct Element {
        let name: String
        var attributes: [String: String] = [:]
        var parts: [Part] = []

        /// Returns whether the attribute `class` contains a name.
        func hasClass(_ name: String) -> Bool {
            attributes["class"]?.split(separator: " ").contains { $0 == name } ?? false
        }

        /// The direct children.
        var elements: [Element] {
            parts.compactMap { if case .element(let element) = $0 { element } else { nil } }
        }

        /// Returns the first direct child with a name.
        func first(_ name: String) -> Element? { elements.first { $0.name == name } }

        /// The text of the element and of all elements in it.
        var text: String {
            parts.map { part in
                switch part {
                case .text(let text): text
                case .element(let element): element.text
                }
            }.joined()
        }
    }

    let parts: [Part]

    /// The maximum depth. Deeper elements become part of the enclosing element, so that no text makes the tree too deep
    /// to walk.
    private static let deepest = 120
    private static let void: Set<String> = ["br", "hr", "input", "img"]

    /// Parses a part of a page that this module wrote. Each element is closed, and each attribute is quoted.
    init(_ html: HTML) {
        var reader = TagReader(Array(html.source.utf8))
        var open = [Element(name: "")]
        // The elements that were too deep and are open.
        var tooDeep = 0
        while let token = reader.next() {
            switch token {
            case .text(let text): open[open.count - 1].parts.append(.text(text))
            case .opening(let element) where Self.void.contains(element.name):
                open[open.count - 1].parts.append(.element(element))
            case .opening(let element):
                if open.count > Self.deepest { tooDeep += 1 } else { open.append(element) }
            case .closing:
                if tooDeep > 0 {
                    tooDeep -= 1
                } else if open.count > 1 {
                    let element = open.removeLast()
                    open[open.count - 1].parts.append(.element(element))
                }
            }
        }
        while open.count > 1 {
            let element = open.removeLast()
            open[open.count - 1].parts.append(.element(element))
        }
        parts = open[0].parts
    }
}

/// Reads tags and text in order.
private struct TagReader {
    enum Token {
        case text(String)
        case opening(MarkupTree.Element)
        case closing
    }

    private let bytes: [UInt8]
    private var index = 0
    private static let endsOfNames = [UInt8(ascii: " "), UInt8(ascii: "="), UInt8(ascii: ">")]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() -> Token? {
        guard index < bytes.count else { return nil }
        guard bytes[index] == UInt8(ascii: "<") else { return .text(unescaped(upTo(UInt8(ascii: "<")))) }
        index += 1
        if index < bytes.count, bytes[index] == UInt8(ascii: "/") {
            _ = upTo(UInt8(ascii: ">"))
            index += 1
            return .closing
        }
        return .opening(element())
    }

    private mutating func element() -> MarkupTree.Element {
        var element = MarkupTree.Element(name: name())
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
            if bytes[index] == UInt8(ascii: " ") {
                index += 1
                continue
            }
            let key = name()
            if index < bytes.count, bytes[index] == UInt8(ascii: "=") {
                index += 2
                element.attributes[key] = unescaped(upTo(UInt8(ascii: "\"")))
                index += 1
            } else if key.isEmpty {
                index += 1
            } else {
                element.attributes[key] = ""
            }
        }
        index += 1
        return element
    }

    private mutating func name() -> String {
        let start = index
        while index < bytes.count, !Self.endsOfNames.contains(bytes[index]) {
            index += 1
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func upTo(_ end: UInt8) -> ArraySlice<UInt8> {
        let start = min(index, bytes.count)
        index = bytes[start...].firstIndex(of: end) ?? bytes.count
        return bytes[start..<index]
    }

    private func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard bytes.contains(UInt8(ascii: "&")) else { return text }
        return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
