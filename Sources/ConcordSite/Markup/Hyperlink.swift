/// An address that is safe to follow: a click on it opens a page or writes a mail, and runs nothing.
struct Hyperlink: Hashable, Sendable {
    let address: String

    /// Refuses every scheme but `http`, `https` and `mailto`; an address without a scheme is relative to the page.
    init?(untrusted text: String) {
        // As browsers do before they look for the scheme: 'java\nscript:' is one.
        let address = text.unicodeScalars.filter { $0 != "\t" && $0 != "\n" && $0 != "\r" }
            .drop { $0.value <= 0x20 }
        guard !address.isEmpty, !address.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else { return nil }
        if let scheme = Self.scheme(of: address), !Self.allowedSchemes.contains(scheme) { return nil }
        self.address = String(String.UnicodeScalarView(address))
    }

    /// A place on this page.
    init(_ anchor: Anchor) {
        address = "#" + anchor.fragment
    }

    /// A file of the site, whose name needs no escaping, and a place on its page.
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
