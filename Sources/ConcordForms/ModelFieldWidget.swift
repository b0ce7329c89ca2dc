package import ConcordCore
internal import ConcordDatabase

extension _Core.ModelField {
    /// The choices of the field: the cases of an enum, or the values in the declaration.
    package var formOptions: [FormOption] {
        if !options.choices.isEmpty {
            return options.choices.map { FormOption($0.value, DisplayName.words(of: $0.key)) }
        }
        let cases = bounds.values.map { FormOption($0.plainText, DisplayName.words(of: $0.plainText)) }
        if !cases.isEmpty { return cases }
        return (rules?.allowed ?? []).compactMap { value in
            switch value {
            case .string(let text): FormOption(text, DisplayName.words(of: text))
            case .number(let number): FormOption(number.text, number.text)
            default: nil
            }
        }
    }

    /// Returns the control for the type of the field.
    func widget(hasOptions: Bool) -> Widget {
        if isManyToMany { return .lines }
        if options.relation != nil { return .text }
        if hasOptions { return .select }
        return switch reference.type {
        case .boolean: reference.isNullable ? .select : .checkbox
        case .integer, .unsigned, .double, .decimal: .number
        case .text: textWidget
        case .bytes: .file
        case .timestamp: .dateTime
        case .date: .date
        case .time: .time
        case .json: .json
        case .array(let element): element.isOnALine ? .lines : .json
        case .uuid, .interval: .text
        }
    }

    private var textWidget: Widget {
        switch rules?.formatName {
        case "email": return .email
        case "uri", "url": return .url
        case "password": return .password
        case "date": return .date
        default: break
        }
        if isRawValue { return .text }
        let isShort = rules?.maxLength.map { $0 <= 255 } ?? (options.isUnique || options.isPrimaryKey)
        return isShort || rules?.formatName != nil || Self.shortNames.contains(name) ? .text : .textarea
    }

    private static var shortNames: Set<String> { ["name", "title", "username", "city", "email", "phone", "slug"] }

    /// Returns the attributes of the control that apply the rules of the field.
    func attributes(_ widget: Widget) -> [(name: String, value: String)] {
        var attributes: [(name: String, value: String)] = []
        if widget == .number {
            if let minimum = rules?.lowestNumber { attributes.append(("min", minimum)) }
            if let maximum = rules?.highestNumber { attributes.append(("max", maximum)) }
            attributes.append(("step", step))
        }
        if widget.inputType != nil || widget == .textarea, reference.type == .text {
            if let length = rules?.maxLength { attributes.append(("maxlength", String(length))) }
            if let length = rules?.minLength, length > 0 { attributes.append(("minlength", String(length))) }
        }
        if widget == .dateTime || widget == .time { attributes.append(("step", "1")) }
        return attributes
    }

    private var step: String {
        switch reference.type {
        case .integer, .unsigned: rules?.multipleOfText.isEmpty == false ? rules?.multipleOfText ?? "1" : "1"
        default: "any"
        }
    }

    /// Returns the value of an object in the form, or the default for a new object.
    package func formValues(of object: M?, _ widget: Widget) -> [String] {
        if object == nil, isRequired { return [] }
        if isManyToMany { return (object.map(storedKeys) ?? defaultKeys).map(\.plainText) }
        let value = object.map(queryValue) ?? defaultQueryValue ?? .null
        switch (value, widget) {
        case (.null, _): return []
        case (.timestamp(let date), .dateTime): return [String(date.rfc3339.prefix(19))]
        case (.time, .time): return [String(value.plainText.prefix(8))]
        case (.json(.array(let elements)), .lines):
            return elements.map { if case .string(let text) = $0 { text } else { $0.description } }
        case (.array(let elements), .lines): return elements.map(\.plainText)
        case (.json(let json), _): return [json.description]
        case (.array, .json): return [value.json.description]
        case (.double(let number), _) where number == number.rounded() && abs(number) < 1e15:
            return [String(Int64(number))]
        default: return [value.plainText]
        }
    }
}

extension _Core.ColumnType {
    /// Whether a value fits on one line.
    fileprivate var isOnALine: Bool {
        switch self {
        case .json, .array, .bytes: false
        default: true
        }
    }
}
