import ConcordForms

/// The message about the previous request, which is encoded in the query of the page's URL.
struct AdminMessage {
    let text: String

    /// Reads the query. The query selects one of a few messages and contains no text itself, because anyone could have
    /// written it.
    init?(_ query: AdminQuery) {
        let count = query["_count"].flatMap { Int($0) } ?? 1
        let objects = count == 1 ? "1 object" : "\(count) objects"
        switch query["_done"] {
        case "add": text = "Added."
        case "change": text = "Saved."
        case "delete": text = "Deleted \(objects)."
        case "action": text = "Performed the action on \(objects)."
        case "password": text = "The password was changed."
        case "none": text = "Select at least one object."
        default: return nil
        }
    }
}
