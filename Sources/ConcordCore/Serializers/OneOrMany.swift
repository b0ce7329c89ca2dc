extension _Core {
    /// One value, or an array of values.
    package enum OneOrMany<Value: Sendable>: Sendable {
        case one(Value)
        case many([Value])
    }

    /// Reads an array as several values, and any other value as one.
    package struct OneOrManyCodec<Element: Codec>: Codec {
        private let element: Element

        package init(_ element: Element) { self.element = element }

        package func read(_ json: inout JSONReader) -> OneOrMany<Element.Value>? {
            guard json.kind == .array else { return element.read(&json).map { .one($0) } }
            return Wire.list(element).read(&json).map { .many($0) }
        }

        package func write(_ value: OneOrMany<Element.Value>, to json: inout JSONWriter) {
            switch value {
            case .one(let value): element.write(value, to: &json)
            case .many(let values): Wire.list(element).write(values, to: &json)
            }
        }

        package func check(_ value: OneOrMany<Element.Value>, _ rules: Rules, _ issues: inout Issues) {
            if case .many(let values) = value { rules.checkItemCount(values.count, &issues) }
        }

        package var placeholder: OneOrMany<Element.Value>? { nil }
        package var shape: WireShape { .object }
    }
}
