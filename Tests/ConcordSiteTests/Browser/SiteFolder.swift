import ConcordOpenAPI
import ConcordSite
import Foundation

/// A site in a temporary folder.
final class SiteFolder {
    let url: URL

    init(_ document: Document, _ settings: SiteSettings = SiteSettings()) throws {
        url = FileManager.default.temporaryDirectory.appending(path: "site-\(UUID().uuidString)")
        for file in ReferenceSite(document, settings).files {
            let path = url.appending(path: file.path)
            try FileManager.default.createDirectory(
                at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.contents).write(to: path)
        }
    }

    /// Writes a single page.
    init(page: ReferencePage) throws {
        url = FileManager.default.temporaryDirectory.appending(path: "site-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        try Data(page.html).write(to: url.appending(path: "index.html"))
    }

    /// The address of a file, as a browser opens it from the disk.
    func address(_ path: String = "index.html") -> String { "file://\(url.path)/\(path)" }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }
}
