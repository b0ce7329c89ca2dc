import ArgumentParser
import ConcordCommands
import ConcordSite
import Foundation

struct DocsVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "docs",
        abstract: "Publish an OpenAPI document as a static reference site.")

    @Argument(help: "The OpenAPI document; - is standard input.")
    var document: String?

    @Option(help: "The output folder for the site.")
    var output: String?

    @Flag(help: "Serve the site on this computer, and reload its pages when the document changes.")
    var watch = false

    @Option(help: "The port for --watch; 0 selects any free port.")
    var port = 8088

    @Option(help: "The format of the pages: html or markdown. Give it twice for both.")
    var format: [SiteFormat] = [.html]

    @Flag(help: "Write one self-contained page, index.html or index.md.")
    var singleFile = false

    @Option(help: "The URL of the published site, for canonical links and sitemap.xml.")
    var url: String?

    @Flag(help: "Allow pages to send requests to the servers of the document.")
    var tryIt = false

    @Option(help: "An earlier version of the document. The site gets a page that lists the changes since then.")
    var since: String?

    @Option(help: "A folder of Markdown files. Each file becomes a page.")
    var pages: String?

    @Option(help: "An image for the top of each page: SVG, PNG, JPEG, GIF or WebP.")
    var logo: String?

    @Option(help: "A CSS file that changes the colors and fonts.")
    var theme: String?

    @Option(help: "A YAML file with the texts of the site in another language.")
    var texts: String?

    @Flag(help: "Print the texts of the site in English, as a file for --texts.")
    var printTexts = false

    @OptionGroup var reporting: Reporting

    func validate() throws {
        guard !printTexts else { return }
        if document == nil { throw ValidationError("Missing expected argument '<document>'") }
        if watch == (output != nil) {
            throw ValidationError(
                watch ? "use either '--output' or '--watch', not both" : "use '--output' or '--watch'")
        }
        if watch, document == "-" { throw ValidationError("'--watch' requires a file, not standard input") }
        if watch, !format.contains(.html) { throw ValidationError("'--watch' supports only HTML pages") }
        if !(0...65_535).contains(port) { throw ValidationError("'--port' must be a number from 0 to 65535") }
    }

    func run() throws {
        if printTexts { return say(SiteTexts.english.yaml, end: "") }
        var docs = Docs(document: document ?? "-", output: output ?? "")
        docs.formats = Set(format)
        docs.isSingleFile = singleFile
        docs.url = url
        docs.isConsoleEnabled = tryIt
        docs.since = since
        docs.pages = pages
        docs.logo = logo
        docs.theme = theme
        docs.texts = texts
        guard watch else { reporting.finish(docs.run()) }
        reporting.finish(DocsPreview(docs, port: port).run(say: { say($0) }, report: reporting.show))
    }

    /// Prints without buffering, also to a pipe.
    private func say(_ line: String, end: String = "\n") {
        FileHandle.standardOutput.write(Data((line + end).utf8))
    }
}

extension SiteFormat: ExpressibleByArgument {}
