package import ConcordCore
internal import ConcordDatabase

extension Form {
    /// The maximum number of objects in the list of choices for a key.
    package static var choiceLimit: Int { 100 }

    /// Loads the objects that the keys of the form can refer to, with one query for each field. If a model has more
    /// objects than a list can contain, the user enters the key itself.
    ///
    /// - Parameters:
    ///   - searchAddress: Returns the URL from which a script requests objects of a model, or `nil` if there is none.
    ///   - choices: Returns the objects of a model, up to a limit, or `nil` if the form can't display them.
    package mutating func loadChoices(
        searchAddress: (any Model.Type) -> String? = { _ in nil },
        choices: (any Model.Type, _ limit: Int) async throws -> [FormOption]? = { try await allChoices(of: $0, $1) }
    ) async throws {
        for index in fields.indices where !fields[index].isReadOnly {
            guard let field = modelField(fields[index]), let target = field.options.relation?.target,
                let options = try await choices(target, Self.choiceLimit + 1)
            else { continue }
            guard options.count <= Self.choiceLimit else {
                try await prepareSearch(at: index, of: target, searchAddress(target))
                continue
            }
            fields[index].widget = field.isManyToMany ? .checkboxes : .select
            fields[index].options = options
            fields[index].keepValuesAmongOptions()
        }
    }

    private mutating func prepareSearch(at index: Int, of target: any Model.Type, _ address: String?) async throws {
        guard fields[index].widget == .text else { return }
        fields[index].widget = .search
        fields[index].searchAddress = address
        fields[index].chosenLabel = try await Self.label(of: target, key: fields[index].value)
    }

    /// Returns the name of the object with a key, or `nil` if there is none.
    private static func label(of target: any Model.Type, key text: String) async throws -> String? {
        guard let key = target.key(ofForm: text) else { return nil }
        return try await ObjectLabel.labels(of: target, [key])[key]
    }

    /// Returns the objects of a model, up to a limit.
    package static func allChoices(of target: any Model.Type, _ limit: Int) async throws -> [FormOption] {
        func choices<Target: Model>(_ target: Target.Type) async throws -> [FormOption] {
            try await ObjectLabel.labels(Target.objects.limit(limit)).map { FormOption($0.key.plainText, $0.label) }
        }
        return try await choices(target)
    }
}

extension FormField {
    /// Adds the current values to the options, so that the form keeps them.
    package mutating func keepValuesAmongOptions() {
        for value in values where !value.isEmpty && !options.contains(where: { $0.value == value }) {
            options.append(FormOption(value, value))
        }
    }
}

extension Model {
    /// Returns the key of an object from the text in a form or URL, or `nil` if it isn't a key.
    package static func key(ofForm text: String) -> QueryValue? {
        var issues = _Core.Issues()
        guard let field = primaryKey, let value = field.value(ofForm: .text(text), &issues) else { return nil }
        return QueryValue(value.value)
    }
}
