import ConcordDiagnostics
import ConcordOutline

/// What `@Field` states about a model's column, and not about what goes over the wire.
public struct FieldStorage: Hashable, Sendable {
    /// `.primaryKey`.
    public var isPrimaryKey: Bool?
    /// `.unique`.
    public var isUnique: Bool?
    /// `.index`.
    public var isIndexed: Bool?
    /// `.column`; unstated it is the property's name in snake case, as the table's is.
    public var column: String?
    /// `.setOn`: when the model itself sets the value.
    public var setOn: Moment?

    /// When a model sets a value by itself.
    public enum Moment: String, Hashable, Sendable, CaseIterable {
        case create, update
    }

    /// States nothing.
    public init() {}

    /// Whether nothing is stated.
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

/// `.maxDigits(6), .decimalPlaces(2)`: how many digits a number has at most.
public struct DecimalDigits: Hashable, Sendable {
    /// In all.
    public var maximum: Int
    /// Behind the point.
    public var places: Int

    /// States both.
    public init(maximum: Int, places: Int) {
        self.maximum = maximum
        self.places = places
    }

    static let labels = ["maxDigits", "decimalPlaces"]

    /// The most digits that a number may have: a `Decimal` holds 38 exactly.
    public static let most = DecimalDigits(maximum: 38, places: 18)

    init?(_ arguments: inout Arguments, _ reading: inout Reading) {
        let maximum = arguments.take(Self.labels[0])?.first
        let places = arguments.take(Self.labels[1])?.first
        guard let mark = (maximum ?? places)?.mark else { return nil }
        guard let maximum = maximum.flatMap({ reading.count($0) }), let places = places.flatMap({ reading.count($0) }),
            places <= maximum, maximum > 0
        else {
            reading.error(
                "decimal-digits", "'maxDigits' and 'decimalPlaces' go together, the first being the larger", at: mark,
                help: "write '.maxDigits(8), .decimalPlaces(2)'")
            return nil
        }
        guard places <= Self.most.places, maximum - places <= Self.most.maximum - Self.most.places else {
            reading.error(
                "decimal-digits", "a number has at most 20 digits before the point and 18 behind it", at: mark)
            return nil
        }
        self.init(maximum: maximum, places: places)
    }

    var arguments: [Argument] {
        [Argument(Self.labels[0], .number(String(maximum))), Argument(Self.labels[1], .number(String(places)))]
    }
}

extension Reading {
    /// A whole number that is not negative.
    mutating func count(_ argument: Argument) -> Int? {
        if let count = argument.value.decimal.flatMap({ Int($0) }), count >= 0 { return count }
        notStatic(argument, expected: "a whole number")
        return nil
    }
}
