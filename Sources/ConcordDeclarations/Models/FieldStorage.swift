import ConcordDiagnostics
import ConcordOutline

/// The arguments of `@Field` that configure the column of a model's field and not its schema.
public struct FieldStorage: Hashable, Sendable {
    /// The value of `.primaryKey`.
    public var isPrimaryKey: Bool?
    /// The value of `.unique`.
    public var isUnique: Bool?
    /// The value of `.index`.
    public var isIndexed: Bool?
    /// The value of `.column`. By default, it is the property's name in snake case.
    public var column: String?
    /// The value of `.setOn`: the event on which the model sets the value itself.
    public var setOn: Moment?

    /// The event on which a model sets a value itself.
    public enum Moment: String, Hashable, Sendable, CaseIterable {
        case create, update
    }

    /// Creates storage without stated values.
    public init() {}

    /// Whether all values have their defaults.
    public var isEmpty: Bool { self == FieldStorage() }

    static let labels = ["primaryKey", "unique", "index", "column", "setOn"]

    init(_ arguments: inout Arguments, _ reading: inout Reading) {
        isPrimaryKey = arguments.takeFlag("primaryKey", &reading)
        isUnique = arguments.takeFlag("unique", &reading)
        isIndexed = arguments.takeFlag("index", &reading)
        column = arguments.takeText("column", &reading)
        setOn = arguments.takeSymbol("setOn", &reading)
    }

    var arguments: [Argument] {
        .flag("primaryKey", isPrimaryKey) + .flag("unique", isUnique) + .flag("index", isIndexed)
            + .text("column", column) + .symbol("setOn", setOn?.rawValue)
    }
}

/// The maximum number of digits of a number: `.maxDigits(6), .decimalPlaces(2)`.
public struct DecimalDigits: Hashable, Sendable {
    /// The maximum number of digits in total.
    public var maximum: Int
    /// The maximum number of digits after the decimal point.
    public var places: Int

    /// Creates digits with both values.
    public init(maximum: Int, places: Int) {
        self.maximum = maximum
        self.places = places
    }

    static let labels = ["maxDigits", "decimalPlaces"]

    /// The largest number of digits. A `Decimal` stores 38 digits exactly.
    public static let most = DecimalDigits(maximum: 38, places: 18)

    init?(_ arguments: inout Arguments, _ reading: inout Reading) {
        let maximum = arguments.take(Self.labels[0])?.first
        let places = arguments.take(Self.labels[1])?.first
        guard let mark = (maximum ?? places)?.mark else { return nil }
        guard let maximum = maximum.flatMap({ reading.count($0) }), let places = places.flatMap({ reading.count($0) }),
            places <= maximum, maximum > 0
        else {
            reading.error(
                "decimal-digits",
                "'maxDigits' and 'decimalPlaces' must be used together, and 'maxDigits' must not be less than 'decimalPlaces'",
                at: mark,
                help: "write '.maxDigits(8), .decimalPlaces(2)'")
            return nil
        }
        guard places <= Self.most.places, maximum - places <= Self.most.maximum - Self.most.places else {
            reading.error(
                "decimal-digits", "a decimal number has at most 20 digits before the decimal point and 18 after it",
                at: mark)
            return nil
        }
        self.init(maximum: maximum, places: places)
    }

    var arguments: [Argument] {
        [Argument(Self.labels[0], .number(String(maximum))), Argument(Self.labels[1], .number(String(places)))]
    }
}

extension Reading {
    /// Returns a nonnegative integer, or reports that the argument isn't one.
    mutating func count(_ argument: Argument) -> Int? {
        if let count = argument.value.decimal.flatMap({ Int($0) }), count >= 0 { return count }
        notStatic(argument, expected: "an integer")
        return nil
    }
}
