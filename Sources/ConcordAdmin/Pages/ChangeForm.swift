import Concord
import ConcordForms
import ConcordUsers

extension ModelAdmin {
    /// Returns the form for an existing or a new object.
    func form(_ object: M?, _ context: AdminContext, prefix: String = "") -> Form<M> {
        let isWritable = object == nil ? context.can(.add, self) : context.can(.change, self)
        var form = Form<M>(
            object, fields: formFields(isNew: object == nil),
            isReadOnly: { !isWritable || isReadOnly($0, isNew: object == nil, context) }, prefix: prefix)
        for index in form.fields.indices {
            guard let field = form.modelField(form.fields[index]) else { continue }
            let options = choices(field.name)
            guard !options.isEmpty else { continue }
            form.fields[index].widget = .checkboxes
            form.fields[index].options = options
            form.fields[index].keepValuesAmongOptions()
        }
        return form
    }

    private func formFields(isNew: Bool) -> [_Core.ModelField<M>] {
        let chosen = fields?.compactMap { M.field(at: $0) } ?? M.fields.filter { !$0.options.isWriteOnly }
        return chosen.filter { field in
            if exclude.contains(where: { $0 == field.keyPath }) { return false }
            return !isNew || !isFixed(field)
        }
    }

    /// Returns whether a field is read-only on this page.
    private func isFixed(_ field: _Core.ModelField<M>) -> Bool {
        if readOnlyFields.contains(where: { $0 == field.keyPath }) { return true }
        return Form<M>.isFixed(field) && !editableFields.contains { $0 == field.keyPath }
    }

    private func isReadOnly(_ field: _Core.ModelField<M>, isNew: Bool, _ context: AdminContext) -> Bool {
        if isFixed(field) || !isNew && field.options.isPrimaryKey { return true }
        if superuserFields.contains(where: { $0 == field.keyPath }) && !context.user.isSuperuser { return true }
        return fieldPermissions.contains { $0.field == field.keyPath && !context.has($0.permission) }
    }

    /// Loads the objects that keys can refer to, and the names of those that read-only fields refer to.
    ///
    /// - Parameter loaded: The objects that other forms of the page have loaded, by the table of their model.
    func loadChoices(
        _ form: inout Form<M>, _ context: AdminContext, _ loaded: inout [String: [FormOption]]
    ) async throws {
        try await form.loadChoices(
            searchAddress: { target in
                context.site.registered(target.table).map { context.address(of: $0.table) + "/lookup" }
            },
            choices: { target, limit in
                guard let registered = context.site.registered(target.table), context.can(.view, registered) else {
                    return nil
                }
                if let options = loaded[target.table] { return options }
                let options = try await registered.choices(context, limit)
                loaded[target.table] = options
                return options
            })
        for index in form.fields.indices where form.fields[index].isReadOnly {
            guard let field = form.modelField(form.fields[index]), let object = form.object else { continue }
            try await showNames(&form.fields[index], field, object, context)
        }
    }

    private func showNames(
        _ shown: inout FormField, _ field: _Core.ModelField<M>, _ object: M, _ context: AdminContext
    ) async throws {
        guard let target = field.options.relation?.target else {
            if !field.isManyToMany, shown.widget == .dateTime, let value = shown.values.first {
                shown.options = [FormOption(value, CellText.of(field.queryValue(of: object), field, length: 1000))]
            }
            return
        }
        guard context.can(.view, target.table) else { return }
        let keys = field.isManyToMany ? field.storedKeys(of: object) : [field.queryValue(of: object)]
        let names = try await ObjectLabel.labels(of: target, Set(keys))
        shown.options = names.map { FormOption($0.key.plainText, $0.value) }
    }

    /// Rejects keys of objects that the user can't view.
    func checkKeys(_ form: inout Form<M>, _ context: AdminContext) async throws {
        for index in form.fields.indices where !form.fields[index].isReadOnly && form.fields[index].errors.isEmpty {
            guard let field = form.modelField(form.fields[index]), let target = field.options.relation?.target,
                let registered = context.site.registered(target.table)
            else { continue }
            let typed = form.fields[index].values.filter { !$0.isEmpty }
            if typed == form.fields[index].initialValues { continue }
            let keys = Set(typed.compactMap { target.key(ofForm: $0) })
            if try await registered.visibleCount(context, keys) < keys.count {
                form.fields[index].errors.append("must be the key of an existing object")
            }
        }
    }

    func choices(_ context: AdminContext, _ limit: Int) async throws -> [FormOption] {
        try await ObjectLabel.labels(queryset(context.user).limit(limit)).map { FormOption($0.key.plainText, $0.label) }
    }

    func visibleCount(_ context: AdminContext, _ keys: Set<QueryValue>) async throws -> Int {
        guard let key = M.primaryKey, !keys.isEmpty else { return 0 }
        return try await queryset(context.user).order(by: []).filter(key.isAny(of: Array(keys))).count()
    }
}
