/// A field of a form, with its control, its value as text, and its errors.
public struct FormField: Sendable {
    /// The name of the property, which is also the name of the control.
    public let name: String
    /// The text of the label.
    public var label: String
    /// The explanation below the control. The default is the first paragraph of the doc comment.
    public var help: String?
    /// The control.
    public var widget: Widget
    /// Whether the field requires a value.
    public var isRequired: Bool
    /// Whether the user can see the value, but not change it.
    public var isReadOnly: Bool
    /// The values to choose from.
    public var options: [FormOption] = []
    /// The URL from which a script requests objects, with the parameter `q`.
    public var searchAddress: String?
    /// The name of the object that is chosen in a search.
    public var chosenLabel: String?
    /// The values as text: the submitted values, or those of the object.
    public internal(set) var values: [String] = []
    /// The values of the object.
    public internal(set) var initialValues: [String] = []
    /// The errors of the value, as the end of a sentence that starts with the label: `is required`.
    public var errors: [String] = []
    /// The attributes of the control that limit the value, such as `maxlength` and `min`.
    var attributes: [(name: String, value: String)] = []

    /// Whether a file was chosen or removed.
    var isFileChanged = false
    /// The submitted values, without empty ones.
    var typedValues: [String] { values.filter { !$0.isEmpty } }
    /// The values of the object, without empty ones.
    var shownInitialValues: [String] { initialValues.filter { !$0.isEmpty } }

    /// Whether the value differs from that of the object. An empty control is no value.
    package var isChanged: Bool { isFileChanged || typedValues != shownInitialValues }

    /// Restores the values of the object.
    package mutating func restoreInitialValues() { values = initialValues }

    /// The first value.
    public var value: String { values.first ?? "" }
}

/// A choice for the value of a form's field.
public struct FormOption: Hashable, Sendable {
    /// The value that the form sends.
    public var value: String
    /// The displayed text.
    public var label: String

    /// Creates an option.
    public init(_ value: String, _ label: String) {
        self.value = value
        self.label = label
    }
}
