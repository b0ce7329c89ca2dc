import ArgumentParser
import ConcordCommands
import ConcordSite

struct DocsVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "docs",
        abstract: "Publish an OpenAPI document as a static reference site.")

    @Argument(help: "The OpenAPI document; - is standard input.")
    var document: String

    @Option(help: "The folder that gets the site.")
    var output: String

    @Option(help: "The format of the pages: html or markdown. Give it twice for both.")
    var format: [SiteFormat] = [.html]

    @Flag(help: "Write one self-contained page, index.html or index.md.")
    var singleFile = false

    @Option(help: "The address of the published site, for canonical links and sitemap.xml.")
    var url: String?

    @Flag(help: "Let pages send requests to the servers of the document.")
    var tryIt = false

    @Option(help: "An earlier version of the document; a page lists what has changed since.")
    var since: String?

    @Option(help: "A folder of Markdown files. Each file becomes a page.")
    var pages: String?

    @Option(help: "An image for the top of each page: SVG, PNG, JPEG, GIF or WebP.")
    var logo: String?

    @Option(help: "A CSS file that changes the colours and fonts.")
    var theme: String?

    @OptionGroup var reporting: Reporting

    func run() throws {
        var docs = Docs(document: document, output: output)
        docs.formats = Set(format)
        docs.isSingleFile = singleFile
        docs.url = url
        docs.isConsoleEnabled = tryIt
        docs.since = since
        docs.pages = pages
        docs.logo = logo
        docs.theme = theme
        reporting.finish(docs.run())
    }
}

extension SiteFormat: ExpressibleByArgument {}
