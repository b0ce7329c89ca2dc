import ConcordHashes
import ConcordOpenAPI
import ConcordYAML

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The stylesheet and the scripts. Their sources are in `Assets`.
struct SiteAssets: Sendable {
    let stylesheet: String
    let script: String
    private let stylesheetFile: String
    private let scriptFile: String
    private let logo: SiteSettings.Logo?
    private let logoFile: String
    private let isConsoleEnabled: Bool
    private let isThemed: Bool
    /// The Content-Security-Policy of a page of a site. It allows the files of the site, and the servers of the
    /// document for the console.
    let policy: String
    /// The Content-Security-Policy of a page with inline assets. It allows their hashes.
    let inlinePolicy: String

    /// Reads the assets.
    ///
    /// - Parameter isSinglePage: Whether a page contains them. The server of a single page can turn its console on.
    init(_ document: Document, _ settings: SiteSettings, _ components: ComponentIndex, isSinglePage: Bool) {
        // On a single page, the stylesheet is inline, and a theme must not close its element.
        let theme = settings.theme.map { "\n" + $0.replacing("</", with: "<\\/") } ?? ""
        stylesheet = Self.text(PackageResources.site_css) + theme
        var scripts = [PackageResources.site_js, PackageResources.search_js]
        if isSinglePage || settings.isConsoleEnabled {
            scripts += [PackageResources.body_js, PackageResources.console_js]
        }
        if settings.isPreview { scripts.append(PackageResources.watch_js) }
        script = Self.texts(settings.texts) + scripts.map(Self.text).joined()
        isThemed = settings.theme != nil
        logo = settings.logo
        logoFile = settings.logo.map(Self.file) ?? ""
        isConsoleEnabled = settings.isConsoleEnabled
        let (style, code) = (SHA256.hash(Array(stylesheet.utf8)), SHA256.hash(Array(script.utf8)))
        stylesheetFile = "assets/site.\(style.hexadecimal.prefix(10)).css"
        scriptFile = "assets/site.\(code.hexadecimal.prefix(10)).js"
        let rest = "\(Self.connections(document, isConsoleEnabled, components)); base-uri 'none'; form-action 'none'"
        let (styleHash, codeHash) = (Self.source(style), Self.source(code))
        policy = "default-src 'none'; script-src 'self'; style-src 'self' \(styleHash); img-src 'self'; \(rest)"
        inlinePolicy =
            "default-src 'none'; script-src \(codeHash); style-src \(styleHash); img-src data:; \(rest)"
    }

    /// Returns the source of a policy that allows an element with a hash.
    private static func source(_ hash: [UInt8]) -> String { "'sha256-\(Data(hash).base64EncodedString())'" }

    /// Returns the texts for the scripts, which `reference.text` looks up.
    private static func texts(_ texts: SiteTexts) -> String {
        let entries = SiteText.ofScripts.map { ($0.name, Node.string(texts[$0])) }
        return
            "\"use strict\";\nconst referenceTexts = \(HTML(json: Node.mapping(Mapping(entries)).compactJSON).source);\n"
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    // MARK: Files

    func files(_ document: Document) -> [SiteFile] {
        var files = [SiteFile(stylesheetFile, stylesheet), SiteFile(scriptFile, script)]
        if let logo { files.append(SiteFile(logoFile, logo.contents)) }
        // A page opened from disk can load a script, but not JSON.
        if isConsoleEnabled {
            files.append(SiteFile("search/document.js", "reference.setDocument(\(document.node.compactJSON));\n"))
        }
        return files
    }

    /// Returns the elements of the head of a page.
    ///
    /// The overview is the first page of most readers. It contains the stylesheet, so that it appears after one request, and fetches
    /// the file for the next page. A theme can refer to files relative to its own, so it stays a file.
    func head(_ page: PageContext) -> HTML {
        let file = page.link(toFile: stylesheetFile)
        let style: HTML =
            page.path == SiteMap.overviewPage && !isThemed
            ? "\(inlineStyle)\n<link rel=\"prefetch\" href=\"\(file)\">"
            : "<link rel=\"stylesheet\" href=\"\(file)\">"
        return "\(style)\n<script src=\"\(page.link(toFile: scriptFile))\" defer></script>"
    }

    /// The elements of the head of a page with inline assets.
    var inlineHead: HTML {
        "\(inlineStyle)\n<script>\(HTML(raw: script))</script>"
    }

    var inlineStyle: HTML { "<style>\(HTML(raw: stylesheet))</style>" }

    private static func file(of logo: SiteSettings.Logo) -> String {
        let ending = ["image/svg+xml": "svg", "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif"]
        return "assets/logo.\(SHA256.hash(logo.contents).hexadecimal.prefix(10)).\(ending[logo.mediaType] ?? "webp")"
    }

    func logoAddress(_ logo: SiteSettings.Logo, _ page: PageContext) -> Hyperlink {
        page.site.isSinglePage
            ? Hyperlink(file: "data:\(logo.mediaType);base64,\(Data(logo.contents).base64EncodedString())")
            : page.link(toFile: logoFile)
    }

    // MARK: Policies

    /// Returns the allowed connections: the app that serves the page, and the servers of the document for the console.
    private static func connections(
        _ document: Document, _ isConsoleEnabled: Bool, _ components: ComponentIndex
    ) -> String {
        guard isConsoleEnabled else { return "connect-src 'self'" }
        var origins = ["'self'"]
        let items = (document.paths?.items ?? ObjectMap()).map { components.resolved($0.value) }
        let operations = items.flatMap { $0.operations.flatMap(\.operation.servers) }
        for server in document.servers + items.flatMap(\.servers) + operations {
            if let origin = origin(of: server), !origins.contains(origin) { origins.append(origin) }
        }
        return "connect-src \(origins.joined(separator: " "))"
    }

    /// Returns the origin of a server for the policy, if its host has no variables.
    private static func origin(of server: Server) -> String? {
        let address = ServerAddress.address(of: server)
        guard let range = address.range(of: "://"),
            ["http", "https"].contains(address[..<range.lowerBound].lowercased())
        else { return nil }
        let host = address[range.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let isPlain = host.utf8.allSatisfy { byte in
            byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
                || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        }
        return isPlain && !host.isEmpty ? "\(address[..<range.lowerBound])://\(host)" : nil
    }
}
