/// Parses the string of a parameter according to its style (OpenAPI, "Style Values"): from `R,100,G,200` to an object.
struct ParameterText {
    let name: String
    let style: ParameterStyle
    var explode: Bool
    let shape: _Core.WireShape
    /// Whether the string is percent-encoded. Headers aren't.
    var isEncoded = true
    var plusIsSpace = false

    /// The error in a string that its style doesn't allow.
    struct Malformed: Error {
        let reason: String
    }

    /// Returns the value of a path segment, a header or a cookie.
    func value(of text: Substring) throws -> FormValue {
        switch style {
        case .label:
            guard text.first == "." else { throw Malformed(reason: "must start with '.'") }
            return try split(text.dropFirst(), separator: explode ? "." : ",")
        case .matrix: return try matrix(text)
        case .spaceDelimited, .pipeDelimited, .deepObject, .form, .simple, .cookie:
            return try split(text, separator: ",")
        }
    }

    /// Returns the value in a query, or `nil` if the query doesn't contain it.
    func value(in pairs: [(name: String, value: Substring)]) throws -> FormValue? {
        if style == .deepObject { return try deepObject(pairs) }
        if shape == .object, explode {
            var object = FormObject()
            for (key, value) in pairs { object.add(key, try text(value)) }
            return pairs.isEmpty ? nil : .object(object)
        }
        let values = pairs.filter { $0.name == name }.map(\.value)
        guard let first = values.first else { return nil }
        if values.count > 1 || (shape == .array && explode) { return .list(try values.map(text)) }
        return try split(first, separator: separator)
    }

    /// Returns an exploded value in cookies, or `nil` if there is none.
    ///
    /// The style `form` joins the elements of an array with `&` in one cookie, as in a query. The style `cookie` has a
    /// separate cookie for each element. In both styles, many clients join the elements with commas, as without
    /// `explode`.
    func value(inCookies cookies: [(name: Substring, value: Substring)]) throws -> FormValue? {
        var pairs = cookies
        if style != .cookie {
            pairs = cookies.flatMap { name, value -> [(name: Substring, value: Substring)] in
                let fields = value.split(separator: "&", omittingEmptySubsequences: false)
                let others = fields.dropFirst().compactMap { field -> (name: Substring, value: Substring)? in
                    guard let equals = field.firstIndex(of: "=") else { return nil }
                    return (field[..<equals], field[field.index(after: equals)...])
                }
                return [(name, fields[0])] + others
            }
        }
        let values = pairs.filter { $0.name == name }.map(\.value)
        if shape == .array, values.count > 1 { return .list(try values.map(text)) }
        if shape == .object, values.isEmpty {
            var object = FormObject()
            for pair in pairs { object.add(try decode(pair.name), try text(pair.value)) }
            return pairs.isEmpty ? nil : .object(object)
        }
        var joined = self
        joined.explode = false
        guard let first = values.first else { return nil }
        return try joined.split(first, separator: ",")
    }

    /// The separator between the elements of a query value that isn't exploded, as the client sends it.
    var separator: String {
        switch style {
        case .spaceDelimited: " "
        case .pipeDelimited: "|"
        default: ","
        }
    }

    private func deepObject(_ pairs: [(name: String, value: Substring)]) throws -> FormValue? {
        var object = FormObject()
        for (key, value) in pairs {
            if let path = deepPath(of: key) { object.add(path[...], try text(value)) }
        }
        return object.entries.first?.value
    }

    /// Returns the names in `filter[age][least]`, or `nil` if the key belongs to another parameter.
    ///
    /// At the end, `[]` is an element of an array.
    private func deepPath(of key: String) -> [String]? {
        guard key.hasPrefix(name) else { return nil }
        let rest = key.dropFirst(name.count)
        if rest.isEmpty { return [name] }
        guard rest.count > 1, rest.first == "[", rest.last == "]" else { return nil }
        let names = rest.dropFirst().dropLast().components(separatedBy: "][")
        // Deeper names would only increase the stack depth.
        guard names.count < 16, !names.contains(where: { $0.contains("[") || $0.contains("]") }) else { return nil }
        let isElement = names.count > 1 && names.last?.isEmpty == true
        return [name] + (isElement ? names.dropLast() : names)
    }

    private func matrix(_ text: Substring) throws -> FormValue {
        guard text.first == ";" else { throw Malformed(reason: "must start with ';'") }
        let fields = text.dropFirst().split(separator: ";", omittingEmptySubsequences: false)
        if shape == .object, explode { return try object(fields) }
        let values = try fields.map { field -> Substring in
            guard field == name || field.hasPrefix("\(name)=") else {
                throw Malformed(reason: "must start with ';\(name)='")
            }
            return field.dropFirst(name.count + 1)
        }
        if shape == .array, explode { return .list(try values.map(self.text)) }
        return try split(values.first ?? "", separator: ",")
    }

    private func split(_ text: Substring, separator: String) throws -> FormValue {
        switch shape {
        case .scalar, .bytes, .any: return try self.text(text)
        case .array: return .list(text.isEmpty ? [] : try parts(of: text, separator).map(self.text))
        case .object where text.isEmpty: return .object(FormObject())
        case .object where explode: return try object(parts(of: text, separator))
        case .object:
            var parts = parts(of: text, separator)
            // Many clients encode the commas between names and values, too.
            if parts.count == 1, isEncoded, separator == "," {
                parts = text.components(separatedBy: "%2C").map { $0[...] }
            }
            guard parts.count.isMultiple(of: 2) else { throw Malformed(reason: "must alternate names and values") }
            var object = FormObject()
            for index in stride(from: 0, to: parts.count, by: 2) {
                object.add(try decode(parts[index]), try self.text(parts[index + 1]))
            }
            return .object(object)
        }
    }

    /// Clients also send the separators of queries percent-encoded.
    private func parts(of text: Substring, _ separator: String) -> [Substring] {
        guard isEncoded, style == .spaceDelimited || style == .pipeDelimited else {
            return text.split(separator: separator, omittingEmptySubsequences: false)
        }
        let encodings = style == .spaceDelimited ? ["%20", "+"] : ["%7C", "%7c"]
        let plain = encodings.reduce(String(text)) { $0.components(separatedBy: $1).joined(separator: separator) }
        return plain.split(separator: separator, omittingEmptySubsequences: false)
    }

    /// `R=100`, `G=200`.
    private func object(_ fields: [Substring]) throws -> FormValue {
        var object = FormObject()
        for field in fields {
            guard let equals = field.firstIndex(of: "=") else {
                throw Malformed(reason: "must have the form 'name=value'")
            }
            object.add(try decode(field[..<equals]), try text(field[field.index(after: equals)...]))
        }
        return .object(object)
    }

    private func text(_ text: Substring) throws -> FormValue { .text(try decode(text)) }

    private func decode(_ text: Substring) throws -> String {
        guard isEncoded else { return String(text) }
        guard let text = PercentEncoding.decode(text, plusIsSpace: plusIsSpace) else {
            throw Malformed(reason: "must be percent-encoded UTF-8")
        }
        return text
    }
}
