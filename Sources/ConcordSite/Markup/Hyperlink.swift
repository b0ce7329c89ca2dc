/// A URL that is safe to follow: it opens a page or starts an email, and runs no script.
struct Hyperlink: Hashable, Sendable {
    let address: String

    /// Creates a link, or returns `nil` unless the scheme is `http`, `https` or `mailto`. A URL without a scheme is
    /// relative to the page.
    init?(untrusted text: String) {
        // Browsers remove these characters before they parse the scheme: 'java\nscript:' has one.
        let address = text.unicodeScalars.filter { $0 != "\t" && $0 != "\n" && $0 != "\r" }
            .drop { $0.value <= 0x20 }
        guard !address.isEmpty, !address.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else { return nil }
        if let scheme = Self.scheme(of: address), !Self.allowedSchemes.contains(scheme) { return nil }
        self.address = String(String.UnicodeScalarView(address))
    }

    /// Creates a link to an anchor on this page.
    init(_ anchor: Anchor) {
        address = "#" + anchor.fragment
    }

    /// Creates a link to a file of the site, whose name needs no escaping, and an anchor on its page.
    init(file: String, anchor: Anchor? = nil) {
        address = file + (anchor.map { "#" + $0.fragment } ?? "")
    }

    private static let allowedSchemes: Set<String> = ["http", "https", "mailto"]

    private static func scheme(of address: some Collection<Unicode.Scalar>) -> String? {
        let lead = address.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
        guard address.dropFirst(lead.count).first == ":" else { return nil }
        return String(String.UnicodeScalarView(lead)).lowercased()
    }
}
