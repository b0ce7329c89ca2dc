package import ConcordCore
internal import ConcordDatabase

/// The error for a submitted value that is not valid.
struct FormRefusal: Error {
    let messages: [String]
}

extension FormField {
    /// Creates the form's field for a field of a model.
    init<M: Model>(_ field: _Core.ModelField<M>, prefix: String, isReadOnly: Bool) {
        name = prefix + field.name
        label = field.options.title ?? DisplayName.words(of: field.name)
        help = field.options.description.map(DisplayName.plain)
        let options = field.formOptions
        widget = field.widget(hasOptions: !options.isEmpty)
        self.isReadOnly = isReadOnly
        // An unchecked box is a value.
        isRequired = field.isRequired && widget != .checkbox && !widget.isMultiple
        if !options.isEmpty { self.options = options }
        attributes = field.attributes(widget)
    }

    /// Sets the submitted values of the field.
    mutating func take(_ data: FormData) {
        switch widget {
        case .checkbox: values = [data[name] == nil ? "false" : "true"]
        case .checkboxes: values = data.values(name)
        // A text field has one value with many lines, and checkboxes have many values with one line.
        case .lines: values = data.values(name).flatMap(Self.lines)
        case .textarea, .json: values = [Self.withPlainLineEndings(data[name] ?? "")]
        case .password: values = [data[name] ?? ""]
        case .file: isFileChanged = data.file(name) != nil || data[name + "-clear"] != nil
        case .dateTime, .time: values = [Self.withSeconds(Self.trimmed(data[name] ?? ""))]
        default: values = [Self.trimmed(data[name] ?? "")]
        }
    }

    /// Returns a time with its seconds, which browsers omit if they are zero.
    private static func withSeconds(_ text: String) -> String {
        text.split(separator: ":", omittingEmptySubsequences: false).count == 2 ? text + ":00" : text
    }

    /// Returns whether the submitted value is the one that the form displayed.
    func isUnchanged(in data: FormData) -> Bool {
        switch widget {
        case .file: data.file(name) == nil && data[name + "-clear"] == nil
        case .checkboxes: Set(values) == Set(initialValues)
        case .password: false
        default: values == (initialValues.isEmpty && !widget.isMultiple ? [""] : initialValues)
        }
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }

    private static func lines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { trimmed(String($0)) }.filter { !$0.isEmpty }
    }

    private static func withPlainLineEndings(_ text: String) -> String {
        text.split(omittingEmptySubsequences: false) { $0 == "\r\n" || $0 == "\r" }.joined(separator: "\n")
    }
}

extension _Core.ModelField {
    /// Reads the value of a form's field.
    func read(_ field: FormField, _ data: FormData) -> Result<FieldValue<M>, FormRefusal> {
        var issues = _Core.Issues()
        let value: FieldValue<M>?
        switch field.widget {
        case .file:
            guard let file = data.file(field.name) else { return missing() }
            value = self.value(ofForm: .file(0), files: [file], &issues)
        case .checkboxes, .lines: value = self.value(ofForm: .list(field.values.map { .text($0) }), &issues)
        case .json:
            if field.value.allSatisfy(\.isWhitespace) { return missing() }
            value = self.value(ofJSON: field.value, &issues)
        default:
            let text = field.value
            if text.isEmpty {
                // In an optional text field, an empty string is a value.
                let isText = reference.type == .text && !reference.isNullable && !isRequired
                guard isText, field.options.isEmpty else { return missing() }
            }
            value = self.value(ofForm: .text(field.widget.wireText(of: text)), &issues)
        }
        if let value, issues.isEmpty { return .success(value) }
        let messages = issues.found.map(\.messageWithPlace)
        return .failure(FormRefusal(messages: messages.isEmpty ? ["is not valid"] : messages))
    }

    private func missing() -> Result<FieldValue<M>, FormRefusal> {
        absence.map { .success($0) } ?? .failure(FormRefusal(messages: ["is required"]))
    }
}

extension Problem.Issue {
    /// The message, after the number of the element with the error.
    fileprivate var messageWithPlace: String {
        guard let index = pointer.split(separator: "/").last.flatMap({ Int($0) }) else { return message }
        return "value \(index + 1) \(message)"
    }
}

extension Widget {
    /// Returns a submitted value in the format of RFC 3339, which requires an offset.
    fileprivate func wireText(of text: String) -> String {
        switch self {
        case .dateTime where text.count == 19: text + "Z"
        case .time where text.count == 8: text + "Z"
        default: text
        }
    }
}
