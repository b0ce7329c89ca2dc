import ConcordDeclarations
import ConcordYAML

// The effect of a generic view's `bulkCreate` on its `POST`: it accepts and returns one object or an array of objects.

extension ViewDeclaration {
    /// Returns the maximum number of objects that an operation creates, or `nil` if it creates only one.
    func bulkMaximum(of action: GenericAction?) -> String? {
        guard action == .create, let maximum = generic.bulkCreate?.number("maximum"), maximum != "0" else { return nil }
        return maximum
    }
}

extension Node {
    /// Returns a Request Body or Response Object whose content is a value as before, or an array of such values.
    ///
    /// - Parameter maximum: The maximum number of elements, or `nil` for no maximum.
    func oneOrMany(maximum: String?) -> Node {
        guard let content = self["content"]?.mapping else { return self }
        let entries = content.entries.map { entry -> Mapping.Entry in
            guard let schema = entry.value["schema"] else { return entry }
            var array = ObjectBuilder()
            array.text("type", "array")
            array["items"] = schema
            if let maximum {
                array["minItems"] = .number("1")
                array["maxItems"] = .number(maximum)
            }
            var either = ObjectBuilder()
            either.list("oneOf", [schema, array.node])
            var media = ObjectBuilder(entry.value)
            media["schema"] = either.node
            return .init(entry.key, media.node)
        }
        var builder = ObjectBuilder(self)
        builder["content"] = .mapping(Mapping(entries))
        return builder.node
    }
}
