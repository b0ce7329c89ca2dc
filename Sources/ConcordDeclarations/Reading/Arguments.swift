import ConcordDiagnostics
import ConcordOutline

/// The arguments of an attribute or call. Each is taken once, so that the remaining ones can be reported as unknown.
///
/// Unlabeled arguments after a labeled one belong to its group: `fields: \.a, \.b` is one group of two. A trait counts
/// as the argument that it represents: `.tags("a", "b")` is also a group of two.
struct Arguments {
    private var positional: ArraySlice<Argument>
    private var groups: [(label: String, arguments: [Argument], isTrait: Bool)] = []
    private let owner: String
    private let mark: SourceMark
    private let traits: Set<String>
    /// The labeled arguments that must be written as traits.
    private var labelled: [Argument] = []

    init(_ arguments: [Argument], of owner: String, at mark: SourceMark) {
        self.init(arguments, of: owner, at: mark, traits: TraitForm.names(of: owner))
    }

    init(_ attribute: Attribute) {
        self.init(
            attribute.arguments ?? [], of: "@" + attribute.name, at: attribute.mark,
            traits: TraitForm.names(of: attribute.name))
    }

    private init(_ arguments: [Argument], of owner: String, at mark: SourceMark, traits: Set<String>) {
        self.owner = owner
        self.mark = mark
        self.traits = traits
        var plain: [Argument] = []
        for argument in arguments {
            if let name = TraitForm.trait(argument, of: traits) {
                groups.append((name, TraitForm.arguments(of: argument, named: name), true))
            } else {
                plain.append(argument)
            }
        }
        positional = plain.prefix { $0.label == nil }
        for argument in plain.dropFirst(positional.count) {
            if let label = argument.label {
                if traits.contains(label), !argument.value.isKeyPath { labelled.append(argument) }
                groups.append((label, [argument], false))
            } else {
                groups[groups.count - 1].arguments.append(argument)
            }
        }
    }

    mutating func takePositional() -> Argument? {
        positional.popFirst()
    }

    /// Takes the next unlabeled argument if the caller accepts its kind.
    mutating func takePositional(where accepts: (Expression) -> Bool) -> Argument? {
        guard let first = positional.first, accepts(first.value) else { return nil }
        return positional.popFirst()
    }

    mutating func take(_ label: String) -> [Argument]? {
        guard let index = groups.firstIndex(where: { $0.label == label }) else { return nil }
        return groups.remove(at: index).arguments
    }

    /// The labels that are schema keywords, in the order of keywords.
    var keywords: [Keyword] {
        groups.isEmpty ? [] : Set(groups.compactMap { Keyword(rawValue: $0.label) }).sorted()
    }

    /// Returns the arguments of a label without taking them.
    func peek(_ label: String) -> [Argument]? {
        groups.first { $0.label == label }?.arguments
    }

    mutating func takeText(_ label: String, _ reading: inout Reading) -> String? {
        take(label)?.first.flatMap { reading.text($0) }
    }

    mutating func takeFlag(_ label: String, _ reading: inout Reading) -> Bool? {
        take(label)?.first.flatMap { reading.flag($0) }
    }

    mutating func takeStatedText(_ label: String, _ reading: inout Reading) -> Stated<String> {
        guard let argument = take(label)?.first else { return .unstated }
        if argument.value == .null { return .silent }
        return Stated(reading.text(argument))
    }

    mutating func takeTexts(_ label: String, _ reading: inout Reading) -> Stated<[String]> {
        guard let group = take(label) else { return .unstated }
        if group.count == 1, group.first?.value == .null { return .silent }
        return .stated(reading.texts(group))
    }

    mutating func takeObject(_ label: String, _ shape: ValueShape, _ reading: inout Reading) -> ValueObject? {
        take(label)?.first.flatMap { ValueObject(shape, $0.value, at: $0.mark, &reading) }
    }

    mutating func takeFragment(_ reading: inout Reading) -> Fragment? {
        guard let argument = take("openAPI")?.first, let text = reading.text(argument) else { return nil }
        return Fragment(text, mark: argument.mark)
    }

    /// Reports the arguments that haven't been taken.
    func reportRest(known: @autoclosure () -> [String], _ reading: inout Reading) {
        for argument in labelled {
            let name = argument.label ?? ""
            reading.error(
                "labelled-trait", "'\(name)' is a trait of \(owner), not an argument", at: argument.mark,
                help: "write '\(TraitForm.written(argument, named: name))'")
        }
        for group in groups where group.isTrait {
            reading.error(
                "unknown-trait", "\(owner) does not accept '.\(group.label)' here",
                at: group.arguments.first?.mark ?? mark)
        }
        for group in groups where !group.isTrait {
            let nearest = known().nearest(to: group.label)
            reading.error(
                "unknown-argument", "\(owner) has no argument '\(group.label)'", at: group.arguments[0].mark,
                help: nearest.map { "did you mean '\(traits.contains($0) ? "." : "")\($0)'?" })
        }
        if let first = positional.first, let name = first.value.traitName {
            let nearest = known().nearest(to: name)
            return reading.error(
                "unknown-trait", "\(owner) has no trait '.\(name)'", at: first.mark,
                help: nearest.map { "did you mean '.\($0)'?" })
        }
        if let first = positional.first {
            if reading.isName(first.value) { return reading.notStatic(first, expected: "a string literal") }
            reading.error("unknown-argument", "\(owner) does not accept another unlabeled argument", at: first.mark)
        }
    }
}

extension Array<Argument> {
    /// Returns a group with one label: `.tags("a", "b")`.
    static func list(_ label: String?, _ values: [Expression]) -> [Argument] {
        values.enumerated().map { Argument($0.offset == 0 ? label : nil, $0.element) }
    }

    static func text(_ label: String?, _ text: String?) -> [Argument] {
        text.map { [Argument(label, .string($0))] } ?? []
    }

    static func flag(_ label: String?, _ flag: Bool?) -> [Argument] {
        flag.map { [Argument(label, .boolean($0))] } ?? []
    }

    static func stated(_ label: String?, _ text: Stated<String>) -> [Argument] {
        switch text {
        case .unstated: []
        case .silent: [Argument(label, .null)]
        case .stated(let text): [Argument(label, .string(text))]
        }
    }

    static func stated(_ label: String?, _ texts: Stated<[String]>) -> [Argument] {
        switch texts {
        case .unstated: []
        case .silent: [Argument(label, .null)]
        case .stated(let texts): list(label, texts.map(Expression.string))
        }
    }

    static func fragment(_ fragment: Fragment?) -> [Argument] {
        fragment.map { [Argument("openAPI", .string($0.text))] } ?? []
    }
}

extension Expression {
    /// The last component of a callee's name: `Server` for `Concord.Server`.
    var lastName: String? {
        switch self {
        case .reference(let name), .member(_, let name): name
        case .type(let type): type.path?.last
        default: nil
        }
    }
}
