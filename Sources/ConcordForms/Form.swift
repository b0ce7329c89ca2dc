public import ConcordCore
package import ConcordDatabase

/// A form for an object of a model, derived from the model's declaration.
///
///     var form = Form<Station>(fields: [\.name, \.elevation])
///     form.bind(try await FormData(request))
///     guard let station = try await form.save() else {
///         return try await templates.response("station", ["form": form.html()], status: 422)
///     }
///
/// Each field has a control for its type. Submitted values are validated like a request to a generic view: by the rules
/// of the field, and by the constraints of the table. Errors are displayed next to their fields, and the submitted
/// values are kept.
public struct Form<M: Model>: Sendable {
    /// The object that the form changes, or `nil` for a new object.
    public private(set) var object: M?
    /// The fields, in order.
    public var fields: [FormField]
    /// The errors of the object as a whole.
    public var errors: [String] = []
    /// Whether the form has data.
    public private(set) var isBound = false
    /// The valid submitted values.
    private var values = _Core.FieldValues<M>()
    /// The prefix of the controls' names.
    package let prefix: String

    /// Creates a form.
    ///
    /// - Parameters:
    ///   - object: The object to change, or `nil` for a new object.
    ///   - fields: The fields, in order. The default is all fields that clients can set.
    ///   - exclude: Fields to omit.
    ///   - readOnly: Fields that the user can see, but not change.
    ///   - editable: Fields that the user can change, even if clients can't set them in the API.
    public init(
        _ object: M? = nil,
        fields: [PartialKeyPath<M> & Sendable]? = nil,
        exclude: [PartialKeyPath<M> & Sendable] = [],
        readOnly: [PartialKeyPath<M> & Sendable] = [],
        editable: [PartialKeyPath<M> & Sendable] = []
    ) {
        let chosen = fields?.compactMap { M.field(at: $0) } ?? Self.usualFields(editable)
        self.init(
            object, fields: chosen.filter { field in !exclude.contains { $0 == field.keyPath } },
            isReadOnly: { field in
                if readOnly.contains(where: { $0 == field.keyPath }) { return true }
                return Self.isFixed(field) && !editable.contains { $0 == field.keyPath }
            })
    }

    /// Creates a form with these fields.
    package init(
        _ object: M?, fields: [_Core.ModelField<M>], isReadOnly: (_Core.ModelField<M>) -> Bool, prefix: String = ""
    ) {
        self.object = object
        self.prefix = prefix
        self.fields = fields.map { field in
            var form = FormField(field, prefix: prefix, isReadOnly: isReadOnly(field))
            form.initialValues = field.formValues(of: object, form.widget)
            form.values = form.initialValues
            return form
        }
    }

    /// The fields that clients can set.
    package static func usualFields(_ editable: [PartialKeyPath<M> & Sendable] = []) -> [_Core.ModelField<M>] {
        M.fields.filter { field in
            if field.options.isWriteOnly || field.options.relation?.through != nil { return false }
            return !isFixed(field) || editable.contains { $0 == field.keyPath }
        }
    }

    /// Returns whether clients can't set a field.
    package static func isFixed(_ field: _Core.ModelField<M>) -> Bool {
        field.options.isReadOnly || field.options.setOn != nil || field.options.relation?.through != nil
    }

    /// Whether a field has a different value than the object, or than a new object.
    package var isChanged: Bool {
        fields.contains { !$0.isReadOnly && $0.isChanged }
    }

    /// The values that the user can change, by the names of the properties.
    package var changeableValues: [(name: String, values: [String])] {
        fields.filter { !$0.isReadOnly }.map { (String($0.name.dropFirst(prefix.count)), $0.typedValues) }
    }

    /// Removes the errors of an empty form.
    package mutating func clearErrors() {
        errors = []
        for index in fields.indices { fields[index].errors = [] }
    }

    /// Whether the form has data without errors.
    public var isValid: Bool { isBound && errors.isEmpty && fields.allSatisfy(\.errors.isEmpty) }

    /// The form's field for a property.
    public subscript(field: PartialKeyPath<M> & Sendable) -> FormField? {
        get { M.field(at: field).flatMap { found in fields.first { $0.name == prefix + found.name } } }
        set {
            guard let newValue, let index = fields.firstIndex(where: { $0.name == newValue.name }) else { return }
            fields[index] = newValue
        }
    }

    /// Returns the model's field for a field of the form.
    package func modelField(_ field: FormField) -> _Core.ModelField<M>? {
        M.field(named: String(field.name.dropFirst(prefix.count)))
    }
}

extension Form {
    /// Sets the data of a request, and validates it. Read-only fields keep their values.
    public mutating func bind(_ data: FormData) {
        isBound = true
        errors = []
        values = _Core.FieldValues()
        for index in fields.indices where !fields[index].isReadOnly {
            guard let field = modelField(fields[index]) else { continue }
            fields[index].take(data)
            fields[index].errors = []
            // An unchanged field isn't read, because its text may be less exact than its value.
            let hasValue = object != nil || !field.isRequired
            if hasValue && fields[index].isUnchanged(in: data) { continue }
            switch field.read(fields[index], data) {
            case .success(let value): values.set(field, value)
            case .failure(let refusal): fields[index].errors = refusal.messages
            }
        }
    }

    /// Returns the object with the values of the form, or `nil` if a value is missing.
    package func filledObject() -> M? {
        guard var object else { return M(values.filled()) }
        values.assign(to: &object)
        return object
    }

    /// Stores the object if the form is valid.
    ///
    /// - Parameter change: A closure that changes the object before it is stored.
    /// - Returns: The stored object, or `nil` if the form has errors. If the object violates a constraint of the table,
    ///   the field gets an error.
    /// - Throws: `DatabaseError`.
    public mutating func save(_ change: (inout M) async throws -> Void = { _ in }) async throws -> M? {
        guard isValid else { return nil }
        guard var changed = filledObject() else {
            errors.append("A field that is not in the form requires a value.")
            return nil
        }
        try await change(&changed)
        do {
            let stored = try await store(changed)
            object = stored
            return stored
        } catch let violation as ConstraintViolation {
            note(violation)
        } catch let error as DatabaseError where error.kind == .invalidValue {
            errors.append("A value contains characters that the database can't store.")
        }
        return nil
    }

    private func store(_ changed: M) async throws -> M {
        let isNew = object == nil
        return try await Database.current.transaction {
            var changed = changed
            if isNew { try await changed.insert() } else { try await changed.save() }
            return changed
        }
    }

    /// Sets the initial values of an unbound form's fields.
    package mutating func setInitialValues(_ value: (_ name: String) -> String?) {
        for index in fields.indices where !fields[index].isReadOnly {
            if let value = value(fields[index].name) { fields[index].values = [value] }
        }
    }

    /// Adds the errors of a constraint violation to its fields.
    package mutating func note(_ violation: ConstraintViolation) {
        let issues = violation.refusal?.errors ?? []
        for issue in issues {
            let name = String(issue.pointer.drop { $0 == "/" })
            if let index = fields.firstIndex(where: { $0.name == prefix + name }) {
                fields[index].errors.append(issue.message)
            } else {
                let label = name.isEmpty ? "" : DisplayName.words(of: name) + " "
                errors.append((label + issue.message).capitalizedFirst + ".")
            }
        }
    }
}
