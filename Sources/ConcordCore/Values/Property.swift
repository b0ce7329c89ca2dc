extension _Core {
    /// A property while its object is read: its wire name and what was found so far.
    public struct Property<C: Codec> {
        /// The value, once it was read without a report.
        public private(set) var value: C.Value?
        private let name: String
        private let codec: C
        private let readOnly: Bool
        private var isGiven = false

        /// Waits for the property of this wire name.
        ///
        /// A read-only one is ignored in a request, unless nothing could stand for its value.
        public init(_ name: String, _ codec: C, readOnly: Bool = false) {
            self.name = name
            self.codec = codec
            self.readOnly = readOnly
        }

        /// Reads the property's value and checks the rules stated for it.
        public mutating func read(_ json: inout JSONReader, _ rules: Rules? = nil) {
            if readOnly, json.side == .request, codec.placeholder != nil { return json.skipValue() }
            json.issues.path.append(.key(name))
            if isGiven { json.report("is given twice") }
            isGiven = true
            let before = json.issues.found.count
            value = codec.read(&json)
            if json.isBroken { return }
            if let value, let rules, json.issues.found.count == before { codec.check(value, rules, &json.issues) }
            json.issues.path.removeLast()
        }

        /// Reports the property's absence.
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
    /// Properties that no declaration names, while their object is read: a map, or what `additionalProperties` allows.
    public struct OtherProperties<C: Codec> {
        /// What was read so far; nil once a value was not as declared.
        public var values: [String: C.Value]? { isComplete ? found : nil }
        private var found: [String: C.Value] = [:]
        private var isComplete = true
        private let codec: C

        /// Waits for properties of any name.
        public init(_ codec: C) { self.codec = codec }

        /// Reads a property's value and checks the rules stated for it.
        public mutating func read(_ key: String, _ json: inout JSONReader, _ rules: Rules? = nil) {
            json.issues.path.append(.key(key))
            if found[key] != nil { json.report("is given twice") }
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
    /// Checks an object that was read whole against the rules of its type.
    public mutating func check(_ object: ObjectCursor, _ rules: _Core.Rules) {
        if !isBroken { rules.checkPropertyCount(object.count, &issues) }
    }
}

extension _Core.JSONWriter {
    /// Writes properties that no declaration names.
    public mutating func properties<C: _Core.Codec>(_ values: [String: C.Value], _ codec: C) {
        for (key, value) in values.sorted(by: { $0.key < $1.key }) { property(key, value, codec) }
    }

    /// Writes the properties of a branch among those of the object around it.
    public mutating func properties(of branch: some _Core.WireObject) { branch.writeProperties(to: &self) }

    /// Writes the properties of a branch among those of the object around it, where there is one.
    public mutating func properties(of branch: (some _Core.WireObject)?) { branch?.writeProperties(to: &self) }

    /// Writes nothing: a branch that is no object has no properties.
    @_disfavoredOverload
    public mutating func properties<Branch>(of branch: Branch) {}
}
