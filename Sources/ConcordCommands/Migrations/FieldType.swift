import ConcordDeclarations
import ConcordMigrations
import ConcordNames
import ConcordOutline

/// The type of a model's field, with the information that determines its column.
indirect enum FieldType: Sendable {
    case boolean
    case text
    case double
    case float
    case decimal
    /// A signed integer with this number of bits.
    case integer(bits: Int)
    /// An unsigned integer with this number of bits.
    case unsigned(bits: Int)
    case uuid
    case url
    case bytes
    case timestamp
    case date
    case time
    case interval
    /// Any JSON value, which can be null.
    case json
    /// A JSON object or a JSON number.
    case jsonPart
    case array(FieldType)
    case optional(FieldType)
    /// An enum with raw values. Its type may be `CaseIterable`.
    case enumeration(FieldType, cases: [(name: String, value: Literal)], isListed: Bool)
    /// A type around a `rawValue`.
    case wrapper(FieldType)
    /// A type that declares the type of its columns itself.
    case stated(_Core.ColumnType)
    /// Any other type, which is stored as JSON.
    case other
}

extension FieldType {
    /// Returns the type of a scalar with a name.
    static func scalar(_ name: String) -> FieldType? { scalars[name] }

    private static let scalars: [String: FieldType] = [
        "Bool": .boolean, "String": .text, "Double": .double, "Float": .float, "Decimal": .decimal,
        "Int": .integer(bits: 64), "Int8": .integer(bits: 8), "Int16": .integer(bits: 16),
        "Int32": .integer(bits: 32), "Int64": .integer(bits: 64), "UInt": .unsigned(bits: 64),
        "UInt8": .unsigned(bits: 8), "UInt16": .unsigned(bits: 16), "UInt32": .unsigned(bits: 32),
        "UInt64": .unsigned(bits: 64), "UUID": .uuid, "URL": .url, "Data": .bytes, "Bytes": .bytes,
        "Date": .timestamp, "CalendarDate": .date, "TimeOfDay": .time, "Duration": .interval, "JSON": .json,
        "JSONObject": .jsonPart, "Number": .jsonPart,
    ]

    /// The type of the column.
    var column: _Core.ColumnType {
        switch self {
        case .boolean: .boolean
        case .text, .url: .text
        case .double, .float: .double
        case .decimal: .decimal
        case .integer(let bits): .integer(bits: max(bits, 16))
        case .unsigned(let bits): bits < 64 ? .integer(bits: max(bits * 2, 16)) : .unsigned
        case .uuid: .uuid
        case .bytes: .bytes
        case .timestamp: .timestamp
        case .date: .date
        case .time: .time
        case .interval: .interval
        case .json, .jsonPart, .other: .json
        case .array(let element): element.isColumnValue ? .array(element.column) : .json
        case .optional(let wrapped): wrapped.isColumnValue ? wrapped.column : .json
        case .enumeration(let raw, _, _), .wrapper(let raw): raw.column
        case .stated(let type): type
        }
    }

    /// Whether the type has a corresponding column type, so that it can be the element of an array.
    private var isColumnValue: Bool {
        switch self {
        case .enumeration, .wrapper, .other: false
        case .array(let element): element.isColumnValue
        case .optional(let wrapped): wrapped.isColumnValue
        default: true
        }
    }

    /// Whether the column can be null even if the field isn't optional.
    var hasNull: Bool {
        switch self {
        case .optional, .json: true
        default: false
        }
    }

    /// The values of all cases, if the type is `CaseIterable`.
    var listedValues: [ColumnLiteral] {
        guard case .enumeration(let raw, let cases, isListed: true) = self else { return [] }
        return cases.compactMap { raw.literal($0.value.expression) }
    }
}

extension SourceTypes {
    /// Returns the type that a type expression in a scope refers to, or `nil` if the sources don't declare it.
    ///
    /// - Parameters:
    ///   - type: The type expression.
    ///   - scope: The names of the enclosing types.
    ///   - key: Returns the type of the primary key of a model.
    func fieldType(
        _ type: TypeExpression, in scope: [String], key: (_ model: String) -> FieldType?
    ) -> FieldType? {
        switch type {
        case .optional(let wrapped): return fieldType(wrapped, in: scope, key: key).map { .optional($0) }
        case .named("Optional", let arguments) where arguments.count == 1,
            .named("Nullable", let arguments) where arguments.count == 1:
            return fieldType(arguments[0], in: scope, key: key).map { .optional($0) }
        case .array(let element): return fieldType(element, in: scope, key: key).map { .array($0) }
        case .named("Array", let arguments) where arguments.count == 1:
            return fieldType(arguments[0], in: scope, key: key).map { .array($0) }
        case .dictionary, .tuple: return .other
        case .named(let name, _) where type.path == nil: return generic(name, in: scope)
        case .member(let model, "ID", _):
            return model.path.flatMap { find($0, in: scope) }.flatMap(key)
        default:
            guard let path = type.path else { return .other }
            if let name = find(path, in: scope) { return declaredType(name, key: key) }
            if path == ["ID"] || path == ["Self", "ID"] { return key(scope.joined(separator: ".")) }
            return path.last.flatMap(FieldType.scalar)
        }
    }

    private func declaredType(_ name: String, key: (_ model: String) -> FieldType?) -> FieldType? {
        guard let declaration = declaration(of: name) else { return nil }
        if states("ColumnValue", of: name) {
            return staticValue("columnType", of: name).flatMap { _Core.ColumnType($0.value) }.map { .stated($0) }
        }
        switch declaration.kind {
        case .alias(_, _, let type): return fieldType(type, in: name.components.dropLast(), key: key)
        case .enumeration:
            if let raw = rawType(of: name) { return enumeration(name, raw) }
            fallthrough
        default:
            guard states("RawRepresentable", of: name) || declaration.attribute("Serializer") != nil else {
                return .other
            }
            let raw = members(of: name).lazy.compactMap { member -> TypeExpression? in
                guard case .variable(let variable) = member.kind, variable.name == "rawValue" else { return nil }
                return variable.type
            }.first
            return raw.map { fieldType($0, in: name.components, key: key).map { .wrapper($0) } } ?? .other
        }
    }

    /// Returns a generic type, which is stored as JSON unless it declares another column type, which depends on its
    /// arguments.
    private func generic(_ name: String, in scope: [String]) -> FieldType? {
        guard let name = find([name], in: scope) else { return ["Set", "Dictionary"].contains(name) ? .other : nil }
        return states("ColumnValue", of: name) || states("RawRepresentable", of: name) ? nil : .other
    }

    /// Returns the type of an enum's raw values, which can be an alias, or `nil` if the enum has none.
    private func rawType(of name: String) -> FieldType? {
        guard case .enumeration(let body)? = declaration(of: name)?.kind, let path = body.inheritance.first?.path else {
            return nil
        }
        if let alias = find(path, in: name.components.dropLast()) {
            guard case .alias(_, _, let type)? = declaration(of: alias)?.kind else { return nil }
            return type.path?.last.flatMap(FieldType.scalar)
        }
        return path.last.flatMap(FieldType.scalar)
    }

    /// Returns an enum with raw values. The value of a case is its name, or the previous value plus one.
    private func enumeration(_ name: String, _ raw: FieldType) -> FieldType? {
        var cases: [(name: String, value: Literal)] = []
        for member in members(of: name) {
            guard case .enumCase(let elements) = member.kind else { continue }
            for element in elements {
                if let value = element.rawValue {
                    guard let literal = Literal(value) else { return nil }
                    cases.append((element.name, literal))
                } else if case .text = raw {
                    cases.append((element.name, .string(element.name)))
                } else {
                    cases.append((element.name, .number(cases.last?.value.next ?? "0")))
                }
            }
        }
        return .enumeration(raw, cases: cases, isListed: states("CaseIterable", of: name))
    }
}
