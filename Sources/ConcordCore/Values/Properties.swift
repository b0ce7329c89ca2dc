extension _Core.Codec {
    /// The variable for a property that hasn't been read yet.
    @inlinable public var noValue: Value? { nil }
}

extension _Core.JSONReader {
    /// Reads the value of a property. The variable keeps `nil` if the value is invalid.
    ///
    /// A read-only property in a request is ignored, unless its value has no placeholder.
    @inlinable
    public mutating func property<C: _Core.Codec>(
        _ name: StaticString,
        _ value: inout C.Value?,
        _ codec: C,
        readOnly: Bool = false
    ) {
        if readOnly, side == .request, codec.placeholder != nil { return skipValue() }
        enter(name, again: value != nil)
        value = codec.read(&self)
        leave()
    }

    /// Reads the value of a property and validates it against rules.
    @inlinable
    public mutating func property<C: _Core.Codec>(
        _ name: StaticString,
        _ value: inout C.Value?,
        _ codec: C,
        _ rules: _Core.Rules,
        readOnly: Bool = false
    ) {
        if readOnly, side == .request, codec.placeholder != nil { return skipValue() }
        enter(name, again: value != nil)
        value = read(codec, rules)
        leave()
    }

    /// Reports a property that is absent.
    @inlinable
    public mutating func require<Value>(_ name: StaticString, _ value: Value?) {
        if case .none = value { reportAbsence(of: name) }
    }

    /// Reports a read-only property that is absent. In a request, a placeholder replaces it.
    public mutating func require<C: _Core.Codec>(_ name: StaticString, _ value: inout C.Value?, _ codec: C) {
        guard value == nil else { return }
        if side == .request, let placeholder = codec.placeholder {
            value = placeholder
        } else {
            reportAbsence(of: name)
        }
    }

    @usableFromInline
    mutating func enter(_ name: StaticString, again: Bool) {
        issues.path.append(.property(name))
        if again { report("must appear only once") }
    }

    @usableFromInline
    mutating func leave() {
        // A syntax error has no location within the value.
        if !isBroken { issues.path.removeLast() }
    }

    /// Reports an absent property. A property with an issue is present, but its value is invalid.
    @usableFromInline
    mutating func reportAbsence(of name: StaticString) {
        guard !isBroken else { return }
        issues.path.append(.property(name))
        if !issues.containsCurrentLocation { report("is required", keyword: "required") }
        issues.path.removeLast()
    }
}

extension _Core {
    /// The state of undeclared properties while their object is read, for a dictionary or `additionalProperties`.
    public struct OtherProperties<C: Codec> {
        /// The values that were read, or `nil` if one was invalid.
        public var values: [String: C.Value]? { isComplete ? found : nil }
        private var found: [String: C.Value] = [:]
        private var isComplete = true
        private let codec: C

        /// Creates the state for properties with any name.
        public init(_ codec: C) { self.codec = codec }

        /// Reads a property's value and validates it against rules.
        public mutating func read(_ key: JSONReader.Key, _ json: inout JSONReader, _ rules: Rules? = nil) {
            let key = key.text
            json.issues.path.append(.key(key))
            if found[key] != nil { json.report("must appear only once") }
            let before = json.issues.found.count
            let value = codec.read(&json)
            if json.isBroken { return }
            if let value, let rules, json.issues.found.count == before { codec.check(value, rules, &json.issues) }
            json.issues.path.removeLast()
            found[key] = value
            if value == nil { isComplete = false }
        }
    }
}

extension _Core.JSONReader {
    /// Validates an object against the rules of its type.
    public mutating func check(_ object: ObjectCursor, _ rules: _Core.Rules) {
        if !isBroken { rules.checkPropertyCount(object.count, &issues) }
    }
}

extension _Core.JSONWriter {
    /// Writes undeclared properties.
    public mutating func properties<C: _Core.Codec>(_ values: [String: C.Value], _ codec: C) {
        for (key, value) in values.sorted(by: { $0.key < $1.key }) { property(key, value, codec) }
    }

    /// Writes the properties of a branch into the enclosing object.
    public mutating func properties(of branch: some _Core.WireObject) { branch.writeProperties(to: &self) }

    /// Writes the properties of an optional branch into the enclosing object.
    public mutating func properties(of branch: (some _Core.WireObject)?) { branch?.writeProperties(to: &self) }

    /// Writes nothing, because a branch that isn't an object has no properties.
    @_disfavoredOverload
    public mutating func properties<Branch>(of branch: Branch) {}
}
