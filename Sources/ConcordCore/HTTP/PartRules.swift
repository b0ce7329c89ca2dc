extension _Core {
    /// The rules of an Encoding Object for a part of a form.
    public struct PartRules: Sendable {
        let contentType: [MediaType]
        let style: ParameterStyle
        let explode: Bool
        let shape: WireShape?

        /// Creates rules.
        ///
        /// - Parameters:
        ///   - contentType: The media types that the part of a multipart body can have.
        ///   - style: The style in which the string represents the value.
        ///   - explode: Whether each element of an array is a separate part.
        ///   - shape: The shape of the value, if it is known.
        public init(
            contentType: [MediaType] = [], style: ParameterStyle = .form, explode: Bool? = nil, shape: WireShape? = nil
        ) {
            self.contentType = contentType
            self.style = style
            self.explode = explode ?? (style == .form)
            self.shape = shape
        }

        /// Returns the error in the media type of a part, or `nil` if it is allowed. A part doesn't need a media type.
        func problem(with stated: MediaType?) -> String? {
            guard let stated, !contentType.isEmpty, !contentType.contains(where: { $0.covers(stated) }) else {
                return nil
            }
            return "must be of type \(list(contentType.map(\.name), "or")), not \(stated.essence)"
        }

        /// Returns the value of a string. Without `explode`, the string contains the elements of an array.
        func value(of text: String, named name: String) throws -> FormValue {
            var reader = ParameterText(name: name, style: style, explode: false, shape: shape ?? .array)
            let isList = shape == .array || shape == nil && text.contains(reader.separator)
            guard !explode, style != .deepObject, isList || shape == .object else { return .text(text) }
            reader.isEncoded = false
            return try reader.value(in: [(name, text[...])]) ?? .text(text)
        }
    }

    /// A serializer whose properties specify their representation in a form.
    public protocol FormSerializer {
        /// The rules for the parts, by property name.
        static var _parts: [String: PartRules] { get }
    }
}

extension FormObject {
    /// Returns the object, after reading the strings in the styles of their parts.
    func read(by rules: [String: _Core.PartRules]) throws -> FormObject {
        guard !rules.isEmpty else { return self }
        var object = FormObject()
        for entry in entries {
            if let rule = rules[entry.key], case .text(let text) = entry.value {
                object.add(entry.key, try rule.value(of: text, named: entry.key))
            } else {
                object.add(entry.key, entry.value)
            }
        }
        return object
    }
}
