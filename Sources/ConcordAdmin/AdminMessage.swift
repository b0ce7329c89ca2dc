import ConcordForms

/// What was done by the request before a page, as the query of the page's address names it.
struct AdminMessage {
    let text: String

    /// Reads the query. It chooses one of a few texts and never has a text of its own, which somebody else could have
    /// written.
    init?(_ query: AdminQuery) {
        let count = query["_count"].flatMap { Int($0) } ?? 1
        let objects = count == 1 ? "1 object" : "\(count) objects"
        switch query["_done"] {
        case "add": text = "Added."
        case "change": text = "Saved."
        case "delete": text = "Deleted \(objects)."
        case "action": text = "Done with \(objects)."
        case "password": text = "The password is changed."
        case "none": text = "Select at least one object."
        default: return nil
        }
    }
}
