/// The kind of a response, which determines its colour.
struct StatusKind {
    /// The class of elements that show the status.
    let style: HTML

    init(_ status: String) {
        switch status.first {
        case "2": style = "good"
        case "3", "1": style = "away"
        case "4", "5": style = "bad"
        default: style = .empty
        }
    }
}
