public import ConcordCore

extension Form {
    /// Returns the fields of the form as HTML, without the `form` element and its button. Text is escaped.
    ///
    /// - Throws: `DatabaseError` if the choices can't be read.
    public func html() async throws -> String {
        var form = self
        try await form.loadChoices()
        return form.html(.builtIn)
    }

    /// Returns the fields as HTML, with the loaded choices.
    package func html(_ templates: Templates) -> String { templates.text("forms/form", context) }

    /// The values for a template: the fields as `fields`, and the errors of the form as `formErrors`.
    package var context: [String: Any] { ["fields": fields.map(\.context), "formErrors": errors] }
}

extension FormField {
    /// The values of the field for a template: a dictionary of strings, Booleans, and arrays.
    public var context: [String: Any] {
        // Mustache looks up a missing key in the enclosing dictionaries, so each field has all keys.
        var context: [String: Any] = [
            "name": name, "id": "id_" + name, "label": label, "value": widget == .password ? "" : value,
            "content": values.joined(separator: "\n"), "isRequired": isRequired, "isReadOnly": isReadOnly,
            "attributes": attributes.map { ["name": $0.name, "value": $0.value] },
            "isGroup": widget == .checkboxes && !isReadOnly, "shown": shownText, "isChecked": value == "true",
            "input": widget.inputType != nil && !isReadOnly, "type": widget.inputType ?? "",
            "isSearched": searchAddress != nil, "searchAddress": searchAddress ?? "",
            "hasFile": widget == .file && !value.isEmpty, "isClearable": !isRequired,
            "isChosenKnown": chosenLabel != nil, "chosenLabel": chosenLabel ?? "",
        ]
        // The names of the widgets are keys, too, so no other key can have one of them.
        for other in Widget.allCases { context[other.rawValue] = other == widget && !isReadOnly }
        let chosen = Set(values)
        context["options"] = allOptions.map { option -> [String: Any] in
            ["value": option.value, "label": option.label, "isChosen": chosen.contains(option.value)]
        }
        return context.merging(notes) { $1 }
    }

    private var notes: [String: Any] {
        let hasHelp = help?.isEmpty == false
        let descriptions = (hasHelp ? ["id_\(name)_help"] : []) + (errors.isEmpty ? [] : ["id_\(name)_errors"])
        return [
            "hasHelp": hasHelp, "help": help ?? "", "hasErrors": !errors.isEmpty,
            "errors": errors.map(\.capitalizedFirst), "isDescribed": !descriptions.isEmpty,
            "describedBy": descriptions.joined(separator: " "),
        ]
    }

    /// The options, preceded by an empty one if the value is optional or not yet set.
    private var allOptions: [FormOption] {
        if widget == .checkboxes { return options }
        let isBoolean = options.isEmpty && widget == .select
        let options = isBoolean ? [FormOption("true", "Yes"), FormOption("false", "No")] : options
        return isRequired && !value.isEmpty ? options : [FormOption("", "–")] + options
    }

    /// The values as text for display.
    package var shownText: String {
        if widget == .checkbox { return value == "true" ? "Yes" : "No" }
        return values.map { value in options.first { $0.value == value }?.label ?? value }.joined(separator: ", ")
    }
}
