import ConcordNumbers

/// The value of a parameter, form, or multipart body before it is decoded, when all scalars are still strings.
///
/// It is written as JSON with string scalars, so that the JSON reader decodes it.
package indirect enum FormValue {
    case text(String)
    /// The index of a file.
    case file(Int)
    /// A JSON part of a multipart body.
    case json(String)
    case list([FormValue])
    case object(FormObject)

    func write(to writer: inout _Core.JSONWriter) {
        switch self {
        case .text(let text): writer.write(text)
        case .file(let index): writer.write(verbatim: "@\(index)")
        case .json(let text): writer.write(verbatim: text)
        case .list(let values):
            writer.beginArray()
            for value in values { value.write(to: &writer) }
            writer.endArray()
        case .object(let object):
            writer.beginObject()
            for entry in object.entries {
                writer.key(entry.key)
                entry.value.write(to: &writer)
            }
            writer.endObject()
        }
    }

    var bytes: [UInt8] {
        var writer = _Core.JSONWriter(side: .request)
        write(to: &writer)
        return writer.bytes
    }
}

/// Named values in order. Several values with the same name form an array.
package struct FormObject {
    /// A name and its value.
    package struct Entry {
        package let key: String
        package fileprivate(set) var value: FormValue
    }

    package private(set) var entries: [Entry] = []
    private var indices: [String: Int] = [:]

    mutating func add(_ key: String, _ value: FormValue) {
        guard let index = indices[key] else {
            indices[key] = entries.count
            entries.append(Entry(key: key, value: value))
            return
        }
        if case .list(var values) = entries[index].value {
            // Removed first, so that the array grows in place.
            entries[index].value = .list([])
            values.append(value)
            entries[index].value = .list(values)
        } else {
            entries[index].value = .list([entries[index].value, value])
        }
    }

    /// Adds a value with a nested name: `filter[age][least]` is `["filter", "age", "least"]`.
    mutating func add(_ path: ArraySlice<String>, _ value: FormValue) {
        guard let key = path.first else { return }
        guard path.count > 1 else { return add(key, value) }
        // `[]` and `[0]` are elements of an array.
        if path.count == 2, let last = path.last, last.utf8.allSatisfy(\.isDigit) { return add(key, value) }
        var inner = FormObject()
        if let index = indices[key] {
            guard case .object(let object) = entries[index].value else { return add(key, value) }
            inner = object
            entries[index].value = .list([])
            inner.add(path.dropFirst(), value)
            entries[index].value = .object(inner)
        } else {
            inner.add(path.dropFirst(), value)
            add(key, .object(inner))
        }
    }

    /// Returns the components of `filter[age][least]`, or the whole name if its brackets don't match or are empty. Many
    /// clients use a name with empty brackets, such as `tags[]`, as a plain name.
    static func path(of key: String) -> [String] {
        guard key.last == "]", !key.hasSuffix("[]"), let open = key.firstIndex(of: "["), open > key.startIndex else {
            return [key]
        }
        let inner = key[key.index(after: open)...].dropLast()
        let names = inner.components(separatedBy: "][")
        // Deeper names would only increase the stack depth.
        guard names.count <= 16, !names.contains(where: { $0.contains("[") || $0.contains("]") }) else { return [key] }
        return [String(key[..<open])] + names
    }
}

extension StringProtocol {
    func components(separatedBy separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map { String($0) }
    }
}

/// The format `application/x-www-form-urlencoded`, which is also the format of a URL's query.
package enum URLEncodedForm {
    /// Returns the names and the encoded values, up to a maximum number of pairs.
    package static func pairs(
        _ text: some StringProtocol, limit: Int = APIRequest.Limits().fields
    ) -> [(name: String, value: Substring)] {
        Substring(text).split(separator: "&", maxSplits: limit).prefix(limit).compactMap { pair in
            let equals = pair.firstIndex(of: "=") ?? pair.endIndex
            let value = equals < pair.endIndex ? pair[pair.index(after: equals)...] : ""
            return PercentEncoding.decode(pair[..<equals], plusIsSpace: true).map { ($0, value) }
        }
    }

    /// Returns whether a query or form has more pairs than a limit.
    package static func exceeds(_ limit: Int, _ text: some Sequence<UInt8>) -> Bool {
        var count = 1
        return text.contains { byte in
            if byte == UInt8(ascii: "&") { count += 1 }
            return count > limit
        }
    }

    /// Returns the form of a body, or `nil` if it isn't percent-encoded UTF-8.
    ///
    /// OpenAPI defines forms only for objects. A scalar is the whole text. The elements of an array are the values of
    /// the fields, or fields without a name: `a&b` and `x=a&x=b` are the same array.
    package static func read(_ body: [UInt8], limit: Int, shape: _Core.WireShape = .object) -> FormValue? {
        guard let text = String(validating: body, as: UTF8.self) else { return nil }
        switch shape {
        case .scalar, .bytes: return PercentEncoding.decode(text[...], plusIsSpace: true).map { .text($0) }
        case .array: return array(text, limit: limit)
        case .object, .any: return object(text, limit: limit)
        }
    }

    private static func object(_ text: String, limit: Int) -> FormValue? {
        var object = FormObject()
        for (name, value) in pairs(text, limit: limit) {
            guard let value = PercentEncoding.decode(value, plusIsSpace: true) else { return nil }
            object.add(FormObject.path(of: name)[...], .text(value))
        }
        return .object(object)
    }

    private static func array(_ text: String, limit: Int) -> FormValue? {
        var values: [FormValue] = []
        for field in text.split(separator: "&", maxSplits: limit).prefix(limit) {
            let start = field.firstIndex(of: "=").map { field.index(after: $0) } ?? field.startIndex
            guard let value = PercentEncoding.decode(field[start...], plusIsSpace: true) else { return nil }
            values.append(.text(value))
        }
        return .list(values)
    }
}
