/// A field of a form with its control, its value as text, and its errors.
public struct FormField: Sendable {
    /// The name of the property, which is also the name of the control.
    public let name: String
    /// The text of the label.
    public var label: String
    /// The explanation below the control: by default the first paragraph of the doc comment.
    public var help: String?
    /// The control.
    public var widget: Widget
    /// Whether the field needs a value.
    public var isRequired: Bool
    /// Whether the value is shown, but can't be changed.
    public var isReadOnly: Bool
    /// The values to choose from.
    public var options: [FormOption] = []
    /// The address that a script asks for objects, with the parameter `q`.
    public var searchAddress: String?
    /// The text that describes the chosen object of a search.
    public var chosenLabel: String?
    /// The values as text: the submitted ones, or those of the object.
    public internal(set) var values: [String] = []
    /// The values of the object.
    public internal(set) var initialValues: [String] = []
    /// What is wrong with the value, as the end of a sentence that starts with the label: `is required`.
    public var errors: [String] = []
    /// The attributes of the control that restrict the value: `maxlength`, `min`.
    var attributes: [(name: String, value: String)] = []

    /// Whether a file was chosen, or removed.
    var isFileChanged = false
    /// The values that were typed, without empty ones.
    var typedValues: [String] { values.filter { !$0.isEmpty } }
    /// The values of the object, without empty ones.
    var shownInitialValues: [String] { initialValues.filter { !$0.isEmpty } }

    /// Shows the values of the object again.
    package mutating func restoreInitialValues() { values = initialValues }

    /// The first value.
    public var value: String { values.first ?? "" }
}

/// A value of a form's field to choose from.
public struct FormOption: Hashable, Sendable {
    /// The value that the form sends.
    public var value: String
    /// The text that is shown.
    public var label: String

    /// Creates an option.
    public init(_ value: String, _ label: String) {
        self.value = value
        self.label = label
    }
}
