/// The states of the console of a reference page, which an app switches when it serves the page.
package enum ReferenceConsole {
    /// The value of the attribute `data-console` of a page that sends no requests.
    package static let off = "off"
    /// The value of the attribute `data-console` of a page that sends requests to the servers of its document.
    package static let on = "on"

    /// Returns a page with its console switched on.
    package static func enabled(in page: String) -> String {
        let (off, on) = ("data-console=\"\(off)\"", "data-console=\"\(on)\"")
        guard let range = page.firstRange(of: off) else { return page }
        return page.replacingCharacters(in: range, with: on)
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        self[..<range.lowerBound] + text + self[range.upperBound...]
    }
}
