import ConcordOpenAPI

/// The changes since an earlier version of the API, breaking changes first.
struct ChangeList {
    let changes: DocumentChanges
    let page: PageContext

    var html: HTML {
        guard !changes.changes.isEmpty else { return "<p>\(page.text(.noChanges))</p>" }
        return Prose(changes.report(as: .markdown), headingLevel: 2).html
    }
}
