import ConcordDiagnostics
import ConcordOutline

/// An OpenAPI object that Swift states as a value: `Server("https://pets.example", "Production")`.
public struct ValueObject: Hashable, Sendable {
    /// The shape of the object.
    public var shape: ValueShape
    /// The stated fields, in the order of the shape's parameters.
    public var fields: [Field]
    /// The value of `openAPI:`.
    public var fragment: Fragment?
    /// The position of the value.
    public var mark: SourceMark

    /// A field of the object.
    public struct Field: Hashable, Sendable {
        /// The key in the document.
        public var key: String
        /// The value for the key.
        public var value: Value

        /// Creates a field.
        public init(_ key: String, _ value: Value) {
            self.key = key
            self.value = value
        }
    }

    /// The value of a field.
    public indirect enum Value: Hashable, Sendable {
        case literal(Literal)
        case object(ValueObject)
        case objects([NamedObject])
    }

    /// An entry in a map of objects.
    public struct NamedObject: Hashable, Sendable {
        /// The key of the entry.
        public var name: String
        /// The value for the key.
        public var object: ValueObject

        /// Creates an entry.
        public init(_ name: String, _ object: ValueObject) {
            self.name = name
            self.object = object
        }
    }

    /// Creates an object of a shape.
    public init(_ shape: ValueShape, _ fields: [Field] = [], fragment: Fragment? = nil, mark: SourceMark = SourceMark())
    {
        self.shape = shape
        self.fields = fields
        self.fragment = fragment
        self.mark = mark
    }

    /// Returns the value for a key of the document.
    public subscript(key: String) -> Value? {
        fields.first { $0.key == key }?.value
    }

    /// Returns the string for a key of the document.
    public func text(_ key: String) -> String? {
        if case .literal(.string(let text)) = self[key] { text } else { nil }
    }
}

extension ValueObject {
    /// Reads a call. Reports arguments that can't be read and leaves them out.
    init?(_ shape: ValueShape, _ expression: Expression, at mark: SourceMark, _ reading: inout Reading) {
        if reading.isUnseen(expression) { return nil }
        guard case .call(let callee, let callArguments) = expression, callee.lastName == shape.rawValue else {
            let form = shape.isMember ? ".\(shape.rawValue)(…)" : "\(shape.rawValue)(…)"
            reading.error("unexpected-value", "expected \(form)", at: mark, help: "write the value as a literal here")
            return nil
        }
        self.init(shape, mark: mark)
        var arguments = Arguments(callArguments, of: shape.rawValue, at: mark)
        for parameter in shape.parameters {
            guard var group = parameter.label.map({ arguments.take($0) }) ?? arguments.takePositional().map({ [$0] }),
                let first = group.first, first.value != .null
            else { continue }
            group[0].label = parameter.label ?? parameter.key
            if let value = Value(parameter.kind, group, &reading) { fields.append(Field(parameter.key, value)) }
        }
        fragment = arguments.takeFragment(&reading)
        arguments.reportRest(known: shape.parameters.compactMap(\.label) + ["openAPI"], &reading)
    }

    /// The call that states the object.
    var expression: Expression {
        var arguments: [Argument] = []
        var skippedPositional = 0
        for parameter in shape.parameters {
            guard let value = self[parameter.key] else {
                if parameter.label == nil { skippedPositional += 1 }
                continue
            }
            if parameter.label == nil {
                arguments += (0..<skippedPositional).map { _ in Argument(nil, .null) }
                skippedPositional = 0
            }
            arguments += value.arguments(label: parameter.label, kind: parameter.kind)
        }
        if let fragment { arguments.append(Argument("openAPI", .string(fragment.text))) }
        return .call(shape.isMember ? .member(nil, shape.rawValue) : .reference(shape.rawValue), arguments)
    }
}

extension ValueObject.Value {
    init?(_ kind: ValueShape.Kind, _ group: [Argument], _ reading: inout Reading) {
        guard let first = group.first else { return nil }
        switch kind {
        case .text, .word, .flag, .literal:
            guard let literal = reading.literal(first, kind) else { return nil }
            self = .literal(literal)
        case .texts:
            self = .literal(.array(reading.texts(group).map(Literal.string)))
        case .textMap, .literalMap:
            guard let literal = reading.literal(first, kind) else { return nil }
            self = .literal(literal)
        case .object(let shape):
            guard let object = ValueObject(shape, first.value, at: first.mark, &reading) else { return nil }
            self = .object(object)
        case .objectMap(let shape):
            self = .objects(reading.namedObjects(shape, first))
        }
    }

    fileprivate func arguments(label: String?, kind: ValueShape.Kind) -> [Argument] {
        switch (self, kind) {
        case (.literal(.array(let elements)), .texts): .list(label, elements.map(\.expression))
        case (.literal(.string(let text)), .word): .symbol(label, text)
        case (.literal(let literal), _): [Argument(label, literal.argumentExpression)]
        case (.object(let object), _): [Argument(label, object.expression)]
        case (.objects(let objects), _):
            [Argument(label, .dictionary(objects.map { .init(.string($0.name), $0.object.expression) }))]
        }
    }
}
