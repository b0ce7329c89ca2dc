extension _Core {
    /// The state of a property while its object is read.
    public struct Property<C: Codec> {
        /// The value, after it was read and validated.
        public private(set) var value: C.Value?
        private let name: String
        private let codec: C
        private let readOnly: Bool
        private var isGiven = false

        /// Creates the state for a property with a wire name.
        ///
        /// A read-only property in a request is ignored, unless its value has no placeholder.
        public init(_ name: String, _ codec: C, readOnly: Bool = false) {
            self.name = name
            self.codec = codec
            self.readOnly = readOnly
        }

        /// Reads the property's value and validates it against rules.
        public mutating func read(_ json: inout JSONReader, _ rules: Rules? = nil) {
            if readOnly, json.side == .request, codec.placeholder != nil { return json.skipValue() }
            json.issues.path.append(.key(name))
            if isGiven { json.report("must appear only once") }
            isGiven = true
            let before = json.issues.found.count
            value = codec.read(&json)
            if json.isBroken { return }
            if let value, let rules, json.issues.found.count == before { codec.check(value, rules, &json.issues) }
            json.issues.path.removeLast()
        }

        /// Reports the property if it is absent.
        public mutating func require(_ json: inout JSONReader) {
            if isGiven { return }
            if readOnly, json.side == .request, let placeholder = codec.placeholder {
                value = placeholder
                return
            }
            json.issues.path.append(.key(name))
            json.report("is required", keyword: "required")
            if !json.isBroken { json.issues.path.removeLast() }
        }
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
        public mutating func read(_ key: String, _ json: inout JSONReader, _ rules: Rules? = nil) {
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
