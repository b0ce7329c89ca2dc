import ConcordDiagnostics
import Foundation

/// Shows the site of a document in a browser while the document is edited.
///
/// The site is served only on this computer. When one of its source files changes, the site is created again, and the
/// pages reload. If the document can't be read, the pages are unchanged.
public struct DocsPreview: Sendable {
    /// The command that creates the site. Its output folder is not written.
    public var docs: Docs
    /// The port, or 0 for any free port.
    public var port: Int

    /// The time between two checks of the files.
    private static let interval: TimeInterval = 0.4

    /// Creates the preview of a site.
    public init(_ docs: Docs, port: Int) {
        self.docs = docs
        self.docs.isPreview = true
        self.port = port
    }

    /// Serves the site until the process ends.
    ///
    /// - Parameters:
    ///   - say: A closure that receives a line for the user.
    ///   - report: A closure that receives the diagnostics each time the document is read.
    /// - Returns: The reason why nothing can be served.
    public func run(say: (String) -> Void, report: (Outcome) -> Void) -> Outcome {
        var made = docs.made()
        guard let files = made.files else { return made.outcome }
        do throws(PreviewServer.Failure) {
            let server = try PreviewServer(port: port)
            server.show(files)
            server.start()
            report(made.outcome)
            say(
                "http://127.0.0.1:\(server.port)/ serves \(docs.document) and reloads it when it changes. "
                    + "Press Control-C to stop.")
            var watched = WatchedFiles(made.sources)
            while true {
                let now = changed(watched)
                made = docs.made(previous: made.sources)
                watched = now.following(made.sources)
                report(made.outcome)
                say(made.files.map { Self.summary(server.show($0)) } ?? "The pages are unchanged.")
            }
        } catch {
            return Outcome([error.diagnostic], status: .unusable)
        }
    }

    /// Waits for a change, and then until the files are stable, because editors write them in several steps.
    private func changed(_ watched: WatchedFiles) -> WatchedFiles {
        var last = watched
        while true {
            Thread.sleep(forTimeInterval: Self.interval)
            let now = watched.now
            if now.differ(from: watched), !now.differ(from: last) { return now }
            last = now
        }
    }

    private static func summary(_ count: Int) -> String {
        switch count {
        case 0: "No page has changed."
        case 1: "1 file has changed."
        default: "\(count) files have changed."
        }
    }
}
