import ConcordDeclarations
import ConcordDiagnostics
import ConcordMigrations
import ConcordNames
import ConcordOutline
import ConcordSwiftReader

/// Reads the operations of migrations.
struct OperationReading {
    private let types: SourceTypes
    /// The errors so far.
    private(set) var diagnostics: [Diagnostic] = []

    init(_ types: SourceTypes) { self.types = types }

    /// Returns the change of an operation, or reports that it can't be read without running the program.
    mutating func change(_ operation: Argument) -> MigrationChange? {
        let problems = diagnostics.count
        if let change = MigrationChange(operation.value, &self) ?? referenced(operation.value) { return change }
        if diagnostics.count == problems { report("the operation", at: operation.mark) }
        return nil
    }

    /// Returns the operation of another migration that an expression refers to, as squashed migrations do:
    /// `Migration0002Parts.operations[2]`.
    private mutating func referenced(_ value: Expression) -> MigrationChange? {
        guard case .dynamic(let text) = value, let match = text.wholeMatch(of: /([\w.]+)\.operations\[(\d+)\]/),
            let index = Int(match.2), let type = types.find(String(match.1).components),
            case .array(let operations)? = types.staticValue("operations", of: type)?.value,
            operations.indices.contains(index)
        else { return nil }
        guard let change = MigrationChange(operations[index], &self) else { return nil }
        if case .run = change { return .run(reference: text) }
        return change
    }

    /// Reports that a part of an operation can't be read.
    mutating func report(_ subject: String, at mark: SourceMark) {
        diagnostics.append(
            Diagnostic(
                .error, "computed-migration", "\(subject) can't be read without running the program", at: mark.position,
                help: .builtCommand(or: "write the value as a literal here")))
    }
}

extension MigrationChange {
    /// Reads an operation such as `.deleteModel("product")`. Returns `nil` if the expression is not an operation or
    /// can't be read.
    fileprivate init?(_ value: Expression, _ reading: inout OperationReading) {
        if case .dynamic(let text) = value {
            guard text.prefixMatch(of: /(MigrationOperation)?\s*\.run\s*[({]/) != nil else { return nil }
            self = .run(reference: nil)
            return
        }
        guard case .call(let callee, let list) = value, let name = callee.calledName else { return nil }
        var arguments = OperationArguments(list)
        if name == "run" {
            self = .run(reference: nil)
            return
        }
        if name == "runSQL" {
            guard let text = arguments.text() else { return nil }
            self = .runSQL(text, reverse: arguments.text("reverse"))
            return
        }
        guard let change = Self.read(name, &arguments, &reading), arguments.isEmpty else { return nil }
        self = change
    }

    private static func read(
        _ name: String, _ arguments: inout OperationArguments, _ reading: inout OperationReading
    ) -> MigrationChange? {
        guard let table = arguments.text("of") ?? arguments.text() else { return nil }
        switch name {
        case "createModel": return creation(of: table, &arguments, &reading).map { .createModel($0) }
        case "deleteModel": return .deleteModel(table)
        case "renameModel": return arguments.text("to").map { .renameModel(table, to: $0) }
        case "addField": return column(&arguments, &reading).map { .addField(of: table, $0) }
        case "alterField": return column(&arguments, &reading).map { .alterField(of: table, $0) }
        case "removeField": return arguments.text().map { .removeField(of: table, $0) }
        case "renameField":
            guard let name = arguments.text(), let new = arguments.text("to") else { return nil }
            return .renameField(of: table, name, to: new)
        case "addConstraint":
            guard let value = arguments.value() else { return nil }
            if let constraint = UniqueConstraint(value) { return .addConstraint(of: table, constraint) }
            return CheckConstraint(value).map { .addCheck(of: table, $0) }
        case "removeConstraint": return arguments.text().map { .removeConstraint(of: table, $0) }
        case "addIndex": return arguments.value().flatMap { TableIndex($0) }.map { .addIndex(of: table, $0) }
        case "removeIndex": return arguments.text().map { .removeIndex(of: table, $0) }
        default: return nil
        }
    }

    private static func column(
        _ arguments: inout OperationArguments, _ reading: inout OperationReading
    ) -> ColumnDefinition? {
        arguments.value().flatMap { ColumnDefinition($0, &reading) }
    }

    private static func creation(
        of name: String, _ arguments: inout OperationArguments, _ reading: inout OperationReading
    ) -> TableDefinition? {
        guard let fields = arguments.elements(),
            let constraints = arguments.elements("constraints", orNone: true),
            let checks = arguments.elements("checks", orNone: true),
            let indexes = arguments.elements("indexes", orNone: true)
        else { return nil }
        let table = TableDefinition(
            name, columns: fields.compactMap { ColumnDefinition($0, &reading) },
            constraints: constraints.compactMap { UniqueConstraint($0) },
            checks: checks.compactMap { CheckConstraint($0) }, indexes: indexes.compactMap { TableIndex($0) })
        let isWhole =
            table.columns.count == fields.count && table.constraints.count == constraints.count
            && table.checks.count == checks.count && table.indexes.count == indexes.count
        return isWhole ? table : nil
    }
}

extension ColumnDefinition {
    /// Reads a column such as `.field("name", .text, .unique)`, or reports the part of it that can't be read.
    fileprivate init?(_ value: Expression, _ reading: inout OperationReading) {
        guard case .call(let callee, let list) = value, callee.calledName == "field" else { return nil }
        var arguments = OperationArguments(list)
        guard let name = arguments.text(), let type = arguments.value().flatMap({ _Core.ColumnType($0) }) else {
            reading.report("the field", at: list.first?.mark ?? SourceMark())
            return nil
        }
        self.init(name, type)
        for trait in list.dropFirst(2) where !add(trait.value) {
            // A default is part of the state only if a deletion sets it.
            let isIgnored = trait.value.traitName == "default" && !list.contains { $0.value.setsDefault }
            if isIgnored { continue }
            reading.report("'\(trait.value.traitName.map { "." + $0 } ?? "the trait")' of '\(name)'", at: trait.mark)
            return nil
        }
    }

    /// Adds a trait. Returns `false` if it can't be read.
    private mutating func add(_ trait: Expression) -> Bool {
        switch trait {
        case .member(_, "null"): isNullable = true
        case .member(_, "primaryKey"): isPrimaryKey = true
        case .member(_, "unique"): isUnique = true
        case .member(_, "index"): isIndexed = true
        case .call(let callee, let list):
            var arguments = OperationArguments(list)
            return add(callee.calledName ?? "", &arguments)
        default: return false
        }
        return true
    }

    private mutating func add(_ name: String, _ arguments: inout OperationArguments) -> Bool {
        switch name {
        case "references":
            guard let table = arguments.text(), let column = arguments.text(),
                let rule = arguments.value("onDelete").flatMap({ DeletionRule($0) })
            else { return false }
            reference = ForeignKey(table, column, onDelete: rule)
        case "default":
            guard let value = arguments.value().flatMap({ ColumnLiteral(migration: $0) }) else { return false }
            initialValue = value
        case "values":
            guard let elements = arguments.elements() else { return false }
            bounds.values = elements.compactMap { ColumnLiteral(migration: $0) }
            return bounds.values.count == elements.count
        case "minLength", "maxLength":
            guard let length = arguments.value()?.decimal.flatMap({ Int($0) }) else { return false }
            if name == "minLength" { bounds.minLength = length } else { bounds.maxLength = length }
        default:
            guard let number = arguments.value().flatMap({ BoundNumber(literal: $0) }) else { return false }
            switch name {
            case "minimum": bounds.minimum = number
            case "exclusiveMinimum": bounds.exclusiveMinimum = number
            case "maximum": bounds.maximum = number
            case "exclusiveMaximum": bounds.exclusiveMaximum = number
            default: return false
            }
        }
        return true
    }
}

extension Expression {
    /// The name of the function or type in a call, without its qualification.
    var calledName: String? {
        switch self {
        case .member(_, let name), .reference(let name): name
        case .type(let type): type.path?.last
        default: nil
        }
    }

    /// Whether the expression is a reference whose rule sets the default.
    fileprivate var setsDefault: Bool {
        guard case .call(_, let arguments) = self else { return false }
        return arguments.contains { $0.label == "onDelete" && $0.value.calledName == "setDefault" }
    }
}

extension _Core.ColumnType {
    /// Reads a type such as `.text`, `.integer(bits: 64)` or `.array(.text)`.
    init?(_ value: Expression) {
        switch value {
        case .member(_, let name):
            guard let type = Self.named[name] else { return nil }
            self = type
        case .call(let callee, let list):
            var arguments = OperationArguments(list)
            switch callee.calledName {
            case "integer":
                guard let bits = arguments.value("bits")?.decimal.flatMap({ Int($0) }) else { return nil }
                self = .integer(bits: bits)
            case "array":
                guard let element = arguments.value().flatMap({ _Core.ColumnType($0) }) else { return nil }
                self = .array(element)
            default: return nil
            }
        default: return nil
        }
    }

    private static let named: [String: _Core.ColumnType] = [
        "boolean": .boolean, "unsigned": .unsigned, "double": .double, "decimal": .decimal, "text": .text,
        "bytes": .bytes, "uuid": .uuid, "timestamp": .timestamp, "date": .date, "time": .time,
        "interval": .interval, "json": .json,
    ]
}

extension DeletionRule {
    /// Reads a rule such as `.cascade`.
    fileprivate init?(_ value: Expression) {
        guard case .member(_, let name) = value, let rule = RelationDeclaration.DeleteRule(rawValue: name) else {
            return nil
        }
        self.init(rule)
    }

    /// Creates the rule from its declaration.
    init(_ rule: RelationDeclaration.DeleteRule) {
        self =
            switch rule {
            case .cascade: .cascade
            case .protect: .protect
            case .restrict: .restrict
            case .setNull: .setNull
            case .setDefault: .setDefault
            case .doNothing: .doNothing
            }
    }
}

extension UniqueConstraint {
    fileprivate init?(_ value: Expression) {
        guard case .call(let callee, let list) = value, callee.calledName == "UniqueConstraint" else { return nil }
        var arguments = OperationArguments(list)
        guard let name = arguments.text(), let columns = arguments.texts(), arguments.isEmpty else { return nil }
        self.init(name, columns)
    }
}

extension CheckConstraint {
    fileprivate init?(_ value: Expression) {
        guard case .call(let callee, let list) = value, callee.calledName == "CheckConstraint" else { return nil }
        var arguments = OperationArguments(list)
        guard let name = arguments.text(), let condition = arguments.text(), arguments.isEmpty else { return nil }
        self.init(name, condition)
    }
}

extension TableIndex {
    fileprivate init?(_ value: Expression) {
        guard case .call(let callee, let list) = value, callee.calledName == "TableIndex" else { return nil }
        var arguments = OperationArguments(list)
        guard let name = arguments.text(), let columns = arguments.texts() else { return nil }
        self.init(name, columns)
        if let value = arguments.value("isUnique") {
            guard case .boolean(let flag) = value else { return nil }
            isUnique = flag
        }
        condition = arguments.text("where")
        guard arguments.isEmpty else { return nil }
    }
}

/// The arguments of a call in a migration, which are taken in order.
struct OperationArguments {
    private var rest: [Argument]

    init(_ arguments: [Argument]) { rest = arguments }

    var isEmpty: Bool { rest.isEmpty }

    /// Takes the first argument with a label, or the first one without a label.
    mutating func value(_ label: String? = nil) -> Expression? {
        rest.firstIndex { $0.label == label }.map { rest.remove(at: $0).value }
    }

    /// Takes a string literal. An argument with another value remains.
    mutating func text(_ label: String? = nil) -> String? {
        guard let index = rest.firstIndex(where: { $0.label == label }), case .string(let text) = rest[index].value
        else { return nil }
        rest.remove(at: index)
        return text
    }

    /// Takes an array literal. Without the argument, returns an empty array if `orNone` is `true`.
    mutating func elements(_ label: String? = nil, orNone: Bool = false) -> [Expression]? {
        guard let value = value(label) else { return orNone ? [] : nil }
        if case .array(let elements) = value { return elements }
        return nil
    }

    /// Takes an array of string literals.
    mutating func texts() -> [String]? {
        guard let elements = elements() else { return nil }
        let texts = elements.compactMap { if case .string(let text) = $0 { text } else { nil } }
        return texts.count == elements.count ? texts : nil
    }
}
