// The protocol documents its members.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

extension _Core {
    /// Reads and writes values of a type: `Wire.list(Wire.value(Status.self))` for `[Status]`.
    ///
    /// A macro knows that a property is an array of `Status`, but not whether `Status` conforms to `WireValue`, or is
    /// an enum with raw values that needs neither an attribute nor a conformance. The overloads of `Wire.value` select
    /// the codec.
    public protocol Codec<Value>: Sendable {
        associatedtype Value: Sendable

        /// Reads and consumes the next value. Returns `nil` and reports an issue if it is invalid.
        func read(_ json: inout JSONReader) -> Value?

        /// Writes a value.
        func write(_ value: Value, to json: inout JSONWriter)

        /// Reports the rules that a value violates.
        func check(_ value: Value, _ rules: Rules, _ issues: inout Issues)

        /// The placeholder for a value that a request omits because it is read-only.
        var placeholder: Value? { get }

        /// The shape of values in a parameter's string.
        var shape: WireShape { get }
    }
}

extension _Core {
    /// The codecs of types.
    public enum Wire {
        /// Returns the codec of a type that conforms to `WireValue`.
        public static func value<T: WireValue>(_ type: T.Type) -> ValueCodec<T> { ValueCodec() }

        /// Returns the codec of a type with raw values that conforms to `WireValue`.
        public static func value<T: WireValue & RawRepresentable>(_ type: T.Type) -> ValueCodec<T>
        where T.RawValue: WireValue {
            ValueCodec()
        }

        /// Returns the codec of an enum with raw values.
        public static func value<T: RawRepresentable & Sendable>(_ type: T.Type) -> RawCodec<T>
        where T.RawValue: WireValue {
            RawCodec()
        }

        /// Returns the codec of an alias for an array of an enum with raw values.
        public static func value<T: RawRepresentable & Sendable>(_ type: [T].Type) -> ListCodec<RawCodec<T>>
        where T.RawValue: WireValue { list(value(T.self)) }

        /// Returns the codec of an alias for a dictionary of an enum with raw values.
        public static func value<T: RawRepresentable & Sendable>(_ type: [String: T].Type) -> MapCodec<RawCodec<T>>
        where T.RawValue: WireValue { map(value(T.self)) }

        /// Returns the reader of a body that declares its media types.
        public static func value<T: Input>(_ type: T.Type) -> InputReader<T> { InputReader() }

        /// Returns the codec of `[Element]`.
        public static func list<Element: Codec>(_ element: Element) -> ListCodec<Element> {
            ListCodec(element: element)
        }

        /// Returns the codec of `Set<Element>`.
        public static func set<Element: Codec>(_ element: Element) -> SetCodec<Element> { SetCodec(element: element) }

        /// Returns the codec of `[String: Element]`.
        public static func map<Element: Codec>(_ element: Element) -> MapCodec<Element> { MapCodec(element: element) }

        /// Returns the codec of `Nullable<Wrapped>`.
        public static func nullable<Wrapped: Codec>(_ wrapped: Wrapped) -> NullableCodec<Wrapped> {
            NullableCodec(wrapped: wrapped)
        }
    }
}

extension _Core {
    /// The codec of a type that conforms to `WireValue`.
    public struct ValueCodec<Value: WireValue>: Codec {
        @inlinable public func read(_ json: inout JSONReader) -> Value? { Value(from: &json) }
        @inlinable public func write(_ value: Value, to json: inout JSONWriter) { value.write(to: &json) }
        public func check(_ value: Value, _ rules: Rules, _ issues: inout Issues) { value.check(rules, &issues) }
        public var placeholder: Value? { Value.placeholder }
        public var shape: WireShape { Value.shape }
    }
}

extension _Core {
    /// The codec of an enum with raw values.
    public struct RawCodec<Value: RawRepresentable & Sendable>: Codec where Value.RawValue: WireValue {
        @inlinable public func read(_ json: inout JSONReader) -> Value? { json.readRawValue() }
        @inlinable public func write(_ value: Value, to json: inout JSONWriter) { value.rawValue.write(to: &json) }
        public func check(_ value: Value, _ rules: Rules, _ issues: inout Issues) {
            value.rawValue.check(rules, &issues)
        }
        public var placeholder: Value? { Value.RawValue.placeholder.flatMap { Value(rawValue: $0) } }
        public var shape: WireShape { Value.RawValue.shape }
    }
}

extension _Core.JSONReader {
    /// Reads a value and validates it against rules. Returns `nil` and reports issues if it is invalid.
    @inlinable
    public mutating func read<C: _Core.Codec>(_ codec: C, _ rules: _Core.Rules? = nil) -> C.Value? {
        let before = issues.count
        let value = codec.read(&self)
        if let value, let rules, issues.count == before { check(value, rules, codec) }
        return value
    }

    @usableFromInline
    mutating func check<C: _Core.Codec>(_ value: C.Value, _ rules: _Core.Rules, _ codec: C) {
        codec.check(value, rules, &issues)
    }

    /// Reads a raw value and returns the case with it. Reports a raw value without a case.
    @inlinable
    public mutating func readRawValue<Value: RawRepresentable>() -> Value? where Value.RawValue: WireValue {
        guard let rawValue = Value.RawValue(from: &self) else { return nil }
        if let value = Value(rawValue: rawValue) { return value }
        report(Self.refusal(of: Value.self), keyword: "enum")
        return nil
    }

    @usableFromInline
    static func refusal<Value: RawRepresentable>(of type: Value.Type) -> String
    where Value.RawValue: WireValue {
        guard let cases = (type as? any CaseIterable.Type)?.rawValues, !cases.isEmpty else {
            return "is not one of the allowed values"
        }
        return "must be \(list(cases))"
    }
}

extension CaseIterable {
    fileprivate static var rawValues: [String] {
        allCases.compactMap { ($0 as? any RawRepresentable).map { "'\($0.rawValue)'" } }
    }
}

/// The implementation for an enum with raw values to which `@Serializer` adds the conformance.
extension WireValue where Self: RawRepresentable, RawValue: WireValue {
    @inlinable
    public init?(from json: inout _Core.JSONReader) {
        guard let value: Self = json.readRawValue() else { return nil }
        self = value
    }

    @inlinable
    public func write(to json: inout _Core.JSONWriter) { rawValue.write(to: &json) }
    public func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) { rawValue.check(rules, &issues) }
    public static var placeholder: Self? { RawValue.placeholder.flatMap { Self(rawValue: $0) } }
    public static var shape: _Core.WireShape { RawValue.shape }
}

extension _Core {
    /// The codec of an array.
    public struct ListCodec<Element: Codec>: Codec {
        @usableFromInline let element: Element

        @inlinable public func read(_ json: inout JSONReader) -> [Element.Value]? { json.readElements(element) }

        @inlinable
        public func write(_ value: [Element.Value], to json: inout JSONWriter) {
            json.beginArray()
            for item in value { element.write(item, to: &json) }
            json.endArray()
        }

        public func check(_ value: [Element.Value], _ rules: Rules, _ issues: inout Issues) {
            rules.checkItemCount(value.count, &issues)
            if rules.uniqueItems { checkUniqueness(value, &issues) }
            guard let itemRules = rules.items else { return }
            for (index, item) in value.enumerated() {
                issues.path.append(.index(index))
                element.check(item, itemRules, &issues)
                issues.path.removeLast()
            }
        }

        /// Reports duplicates. Elements are compared as JSON, so they don't have to be hashable.
        private func checkUniqueness(_ value: [Element.Value], _ issues: inout Issues) {
            var seen: Set<JSON> = []
            for (index, item) in value.enumerated() {
                var writer = JSONWriter()
                element.write(item, to: &writer)
                var ignored = Issues()
                guard let json = JSONReader.read(writer.bytes, Wire.value(JSON.self), issues: &ignored) else {
                    continue
                }
                if !seen.insert(json).inserted {
                    issues.path.append(.index(index))
                    issues.report("must be unique", keyword: "uniqueItems")
                    issues.path.removeLast()
                }
            }
        }

        public var placeholder: [Element.Value]? { [] }
        public var shape: WireShape { .array }
    }
}

extension _Core.JSONReader {
    @inlinable
    mutating func readElements<Element: _Core.Codec>(_ element: Element) -> [Element.Value]? {
        if isSingleElement { return element.read(&self).map { [$0] } }
        guard beginArray() else { return nil }
        var elements: [Element.Value] = []
        var index = 0
        while nextElement(index) {
            enter(index)
            if let value = element.read(&self) { elements.append(value) }
            leave()
            index += 1
        }
        return elements.count == index ? elements : nil
    }

    /// Whether the next value is the only element of an array in a form or a parameter.
    @usableFromInline var isSingleElement: Bool {
        mutating get { form == .text && kind != .array }
    }

    @usableFromInline
    mutating func enter(_ index: Int) { issues.path.append(.index(index)) }
}

extension _Core {
    /// The codec of a set. Duplicates are reported.
    public struct SetCodec<Element: Codec>: Codec where Element.Value: Hashable {
        let element: Element

        public func read(_ json: inout JSONReader) -> Set<Element.Value>? {
            guard let elements = json.readElements(element) else { return nil }
            var result: Set<Element.Value> = []
            for (index, value) in elements.enumerated() where !result.insert(value).inserted {
                json.issues.path.append(.index(index))
                json.report("must be unique", keyword: "uniqueItems")
                json.issues.path.removeLast()
            }
            return result
        }

        public func write(_ value: Set<Element.Value>, to json: inout JSONWriter) {
            json.beginArray()
            for item in value { element.write(item, to: &json) }
            json.endArray()
        }

        public func check(_ value: Set<Element.Value>, _ rules: Rules, _ issues: inout Issues) {
            rules.checkItemCount(value.count, &issues)
            guard let itemRules = rules.items else { return }
            for item in value { element.check(item, itemRules, &issues) }
        }

        public var placeholder: Set<Element.Value>? { [] }
        public var shape: WireShape { .array }
    }
}

extension _Core {
    /// The codec of a dictionary, which is an object with arbitrary keys.
    public struct MapCodec<Element: Codec>: Codec {
        let element: Element

        public func read(_ json: inout JSONReader) -> [String: Element.Value]? {
            guard var object = json.beginObject() else { return nil }
            var properties = OtherProperties(element)
            while let key = json.nextKey(&object) { properties.read(key, &json) }
            return properties.values
        }

        public func write(_ value: [String: Element.Value], to json: inout JSONWriter) {
            json.beginObject()
            for (key, item) in value.sorted(by: { $0.key < $1.key }) { json.property(key, item, element) }
            json.endObject()
        }

        public func check(_ value: [String: Element.Value], _ rules: Rules, _ issues: inout Issues) {
            rules.checkPropertyCount(value.count, &issues)
            guard rules.additionalProperties != nil || rules.propertyNames != nil else { return }
            for (key, item) in value.sorted(by: { $0.key < $1.key }) {
                issues.path.append(.key(key))
                if let names = rules.propertyNames { key.check(names, &issues) }
                if let values = rules.additionalProperties { element.check(item, values, &issues) }
                issues.path.removeLast()
            }
        }

        public var placeholder: [String: Element.Value]? { [:] }
        public var shape: WireShape { .object }
    }
}

extension _Core {
    /// The codec of a value that may be null.
    public struct NullableCodec<Wrapped: Codec>: Codec {
        @usableFromInline let wrapped: Wrapped

        @inlinable
        public func read(_ json: inout JSONReader) -> Nullable<Wrapped.Value>? {
            json.readNull() ? .null : wrapped.read(&json).map { .value($0) }
        }

        @inlinable
        public func write(_ value: Nullable<Wrapped.Value>, to json: inout JSONWriter) {
            switch value {
            case .null: json.writeNull()
            case .value(let value): wrapped.write(value, to: &json)
            }
        }

        public func check(_ value: Nullable<Wrapped.Value>, _ rules: Rules, _ issues: inout Issues) {
            if case .value(let value) = value { wrapped.check(value, rules, &issues) }
        }

        public var placeholder: Nullable<Wrapped.Value>? { .null }
        public var shape: WireShape { wrapped.shape }
    }
}
