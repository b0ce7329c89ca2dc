// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension JSON: WireValue {
    public init?(from json: inout _Core.JSONReader) {
        switch json.kind {
        case .object:
            guard let object = JSONObject(from: &json) else { return nil }
            self = .object(object)
        case .array:
            guard let elements = json.readElements(_Core.Wire.value(JSON.self)) else { return nil }
            self = .array(elements)
        case .string, .file:
            guard let text = json.readString() else { return nil }
            self = .string(text)
        case .number:
            guard let number = json.readNumber() else { return nil }
            self = .number(number)
        case .bool:
            guard let value = json.readBool() else { return nil }
            self = .bool(value)
        case .null:
            guard json.readNull() else { return nil }
            self = .null
        case nil: return nil
        }
    }

    public func write(to json: inout _Core.JSONWriter) {
        switch self {
        case .null: json.writeNull()
        case .bool(let value): json.write(value)
        case .number(let value): value.write(to: &json)
        case .string(let value): json.write(value)
        case .array(let elements): elements.write(to: &json)
        case .object(let object): object.write(to: &json)
        }
    }

    public func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) {
        switch self {
        case .null, .bool: rules.checkAllowed(self, &issues)
        case .number(let value): value.check(rules, &issues)
        case .string(let value): value.check(rules, &issues)
        case .array(let elements):
            elements.check(rules, &issues)
            rules.checkAllowed(self, &issues)
        case .object(let object):
            object.check(rules, &issues)
            rules.checkAllowed(self, &issues)
        }
    }

    public static var placeholder: JSON? { .null }
    public static var shape: _Core.WireShape { .any }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension JSONObject: _Core.WireObject {
    public init?(from json: inout _Core.JSONReader) {
        guard var object = json.beginObject() else { return nil }
        self.init()
        while let key = json.nextKey(&object)?.text {
            json.issues.path.append(.key(key))
            if self[key] != nil { json.report("must appear only once") }
            self[key] = JSON(from: &json)
            if json.isBroken { return nil }
            json.issues.path.removeLast()
        }
    }

    public func writeProperties(to json: inout _Core.JSONWriter) {
        for (key, value) in self { json.property(key, value, _Core.Wire.value(JSON.self)) }
    }

    public func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) {
        rules.checkPropertyCount(count, &issues)
        guard rules.additionalProperties != nil || rules.propertyNames != nil else { return }
        for (key, value) in self {
            issues.path.append(.key(key))
            if let names = rules.propertyNames { key.check(names, &issues) }
            if let values = rules.additionalProperties { value.check(values, &issues) }
            issues.path.removeLast()
        }
    }

    public static var placeholder: JSONObject? { JSONObject() }
}
