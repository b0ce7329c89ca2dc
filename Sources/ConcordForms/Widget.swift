/// The control for a field of a form.
public enum Widget: String, CaseIterable, Sendable {
    /// A line of text.
    case text
    /// Multiple lines of text.
    case textarea
    /// A number.
    case number
    /// A checkbox.
    case checkbox
    /// A date.
    case date
    /// A time of day in UTC.
    case time
    /// A date and a time in UTC.
    case dateTime
    /// A choice of one value.
    case select
    /// A choice of any number of values.
    case checkboxes
    /// An email address.
    case email
    /// A URL.
    case url
    /// A password, which is never displayed.
    case password
    /// A file.
    case file
    /// JSON.
    case json
    /// One value on each line.
    case lines
    /// The key of an object, which a script searches for.
    case search
}

extension Widget {
    /// The type of the `input` element, or `nil` if the widget is another element.
    var inputType: String? {
        switch self {
        case .text, .search: "text"
        case .number: "number"
        case .date: "date"
        case .time: "time"
        case .dateTime: "datetime-local"
        case .email: "email"
        case .url: "url"
        case .password: "password"
        case .textarea, .checkbox, .select, .checkboxes, .file, .json, .lines: nil
        }
    }

    /// Whether the value is an array.
    var isMultiple: Bool { self == .checkboxes || self == .lines }
}
