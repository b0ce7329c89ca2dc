import ConcordDeclarations
import ConcordDiagnostics
import ConcordMigrations
import ConcordNames
import ConcordOutline
import Foundation

/// The tables of models, derived from their declarations.
struct ModelTables {
    private let types: SourceTypes
    private var models: [String: ModelDeclaration] = [:]
    /// The defaults of fields, by table and column name.
    private(set) var defaults: [String: FieldDefault] = [:]
    /// The fields, by table and column name.
    private(set) var places: [String: SourceMark] = [:]
    /// The errors so far.
    private(set) var diagnostics: [Diagnostic] = []

    /// The value of existing rows in a new column.
    enum FieldDefault {
        case value(ColumnLiteral)
        /// A default that is known only at run time.
        case unreadable
    }

    init(_ program: Program, _ types: SourceTypes) {
        self.types = types
        for declaration in program.declarations + program.imported {
            guard case .model(let model) = declaration, models[model.head.name] == nil else { continue }
            models[model.head.name] = model
        }
    }

    /// Returns the tables of models, and of those that their keys refer to, each after the tables that it refers to.
    mutating func tables(of names: [String]) -> [TableDefinition] {
        var tables: [TableDefinition] = []
        for name in withRelatedModels(names) {
            guard let model = models[name] else { continue }
            for table in self.tables(of: model) where !tables.contains(where: { $0.name == table.name }) {
                tables.append(table)
            }
        }
        return tables
    }

    /// Returns the models and the models that their keys refer to. A model replaces another model of the same table
    /// that has fewer fields, such as `User`.
    private func withRelatedModels(_ names: [String]) -> [String] {
        let all = withRelatedModels(names) { $0 }
        var widest: [String: ModelDeclaration] = [:]
        for model in all.compactMap({ models[$0] }) {
            if let other = widest[model.table], other.fields.count >= model.fields.count { continue }
            widest[model.table] = model
        }
        if all.count == widest.count { return all }
        return withRelatedModels(names) { name in
            models[name].flatMap { widest[$0.table]?.head.name } ?? name
        }
    }

    private func withRelatedModels(_ names: [String], _ replacement: (String) -> String) -> [String] {
        var sorted: [String] = []
        var seen: Set<String> = []
        func add(_ name: String) {
            let name = replacement(name)
            guard let model = models[name], seen.insert(name).inserted else { return }
            for field in model.fields {
                for related in [target(of: field, in: model), through(field, in: model)] { related.map(add) }
            }
            sorted.append(name)
        }
        for name in names { add(name) }
        return sorted
    }

    // MARK: Relations

    /// Returns the model in the type of a relation: `Owner` for `Owner.ID`.
    private func target(of field: ModelFieldDeclaration, in model: ModelDeclaration) -> String? {
        field.targetPath.flatMap { types.find($0, in: model.head.name.components) }
    }

    private func through(_ field: ModelFieldDeclaration, in model: ModelDeclaration) -> String? {
        field.relation?.through?.path.flatMap { types.find($0, in: model.head.name.components) }
    }

    /// Returns the column of a model's primary key and its type.
    private func key(of name: String, depth: Int = 0) -> (column: String, type: FieldType)? {
        // In a program that compiles, a chain of keys whose types are those of other keys ends.
        guard depth < 20, let model = models[name], let field = model.primaryKey,
            let type = type(of: field, in: model, depth: depth + 1)
        else { return nil }
        return (field.tableColumn, type)
    }

    private func type(of field: ModelFieldDeclaration, in model: ModelDeclaration, depth: Int = 0) -> FieldType? {
        types.fieldType(field.type.unwrapped, in: model.head.name.components) { key(of: $0, depth: depth)?.type }
    }

    // MARK: Tables

    private mutating func tables(of model: ModelDeclaration) -> [TableDefinition] {
        if model.head.wireNameConstant != nil {
            report(
                "the name of the table of '\(model.head.name)'", model.head.mark, help: "write the name as a literal")
        }
        var fields: [String: ConstraintReading.Field] = [:]
        var columns: [ColumnDefinition] = []
        for field in model.fields {
            guard let type = checkedType(of: field, in: model) else { continue }
            fields[field.head.name] = .init(column: field.tableColumn, type: type)
            if !field.isManyToMany { columns.append(column(field, type, in: model)) }
        }
        var table = TableDefinition(model.table, columns: columns)
        table.indexes = model.indexes.map { index in
            let columns = index.fields.compactMap { fields[$0.name]?.column }
            return TableIndex(index.name ?? ConstraintName.index(columns, of: model.table), columns)
        }
        addConstraints(of: model, ConstraintReading(fields: fields), to: &table)
        return [table] + model.fields.compactMap { pairs($0, of: model) }
    }

    private mutating func checkedType(of field: ModelFieldDeclaration, in model: ModelDeclaration) -> FieldType? {
        places["\(model.table).\(field.tableColumn)"] = field.head.mark
        if let type = type(of: field, in: model) { return type }
        let owner = field.targetPath?.joined(separator: ".")
        report(
            owner.map { "the model '\($0)', which '\(field.head.name)' refers to," }
                ?? "the type of '\(field.head.name)'", field.head.mark,
            help: .builtCommand(or: "pass the folder that declares it too"))
        return nil
    }

    private mutating func column(
        _ field: ModelFieldDeclaration, _ type: FieldType, in model: ModelDeclaration
    ) -> ColumnDefinition {
        var column = ColumnDefinition(
            field.tableColumn, type.column, isNullable: field.type.isOptional || type.hasNull,
            isPrimaryKey: model.primaryKey?.head.name == field.head.name,
            isUnique: field.storage.isUnique == true || field.relation?.kind == .oneToOne,
            // A deletion looks for the rows that refer to the deleted row.
            isIndexed: field.storage.isIndexed == true || field.relation?.kind == .foreignKey)
        if let relation = field.relation, let target = target(of: field, in: model), let key = key(of: target) {
            column.reference = .init(
                models[target]?.table ?? target, key.column,
                onDelete: relation.onDelete.map { DeletionRule($0) } ?? .cascade)
        }
        column.bounds = bounds(of: field, type)
        let name = "\(model.table).\(column.name)"
        defaults[name] = Self.value(of: field, type)
        if column.reference?.onDelete == .setDefault {
            switch defaults[name] {
            case .value(let value): column.initialValue = value
            case .unreadable: report("the default of '\(field.head.name)'", field.head.mark, help: "write a literal")
            case nil: break
            }
        }
        return column
    }

    /// Returns the default of a field, or `nil` if it has none.
    private static func value(of field: ModelFieldDeclaration, _ type: FieldType) -> FieldDefault? {
        if field.storage.setOn != nil { return .value(.now) }
        guard !field.type.isOptional, let value = field.initialValue, field.keywords.flag(.required) != true else {
            return nil
        }
        guard let literal = type.literal(value) else { return .unreadable }
        return literal == .null ? nil : .value(literal)
    }

    /// Returns the join table of a many-to-many field, if the field has its own.
    private func pairs(_ field: ModelFieldDeclaration, of model: ModelDeclaration) -> TableDefinition? {
        guard field.isManyToMany, field.relation?.through == nil, let name = target(of: field, in: model),
            let target = models[name], let source = key(of: model.head.name), let other = key(of: name)
        else { return nil }
        let isSelf = name == model.head.name
        let sourceName = isSelf ? "from_\(model.table)" : model.table
        let targetName = isSelf ? "to_\(model.table)" : target.table
        let table = "\(model.table)_\(field.tableColumn)"
        func column(_ name: String, _ table: String, _ key: (column: String, type: FieldType)) -> ColumnDefinition {
            ColumnDefinition(
                name, key.type.column, isIndexed: true, references: .init(table, key.column, onDelete: .cascade))
        }
        return TableDefinition(
            table, columns: [column(sourceName, model.table, source), column(targetName, target.table, other)],
            constraints: [UniqueConstraint(ConstraintName.pairs(of: table), [sourceName, targetName])])
    }

    private mutating func addConstraints(
        of model: ModelDeclaration, _ reading: ConstraintReading, to table: inout TableDefinition
    ) {
        for constraint in model.constraints {
            guard let conditional = constraint.conditional else {
                let columns = constraint.fields.compactMap { reading.fields[$0.name]?.column }
                let name = constraint.name ?? ConstraintName.unique(columns, of: table.name)
                table.constraints.append(UniqueConstraint(name, columns))
                continue
            }
            switch reading.constraint(conditional, of: table.name) {
            case .check(let check): table.checks.append(check)
            case .unique(let index): table.indexes.append(index)
            case nil:
                report(
                    "the condition of the constraint", constraint.mark,
                    help: .builtCommand(or: "compare fields with fields and literals"))
            }
        }
    }

    private mutating func report(_ subject: String, _ mark: SourceMark, help: String) {
        diagnostics.append(
            Diagnostic(
                .error, "computed-model", "\(subject) can't be read without running the program", at: mark.position,
                help: help))
    }
}

// MARK: Bounds

extension ModelTables {
    /// Returns the bounds of a column's values: those in the field's schema that a database can check.
    fileprivate mutating func bounds(of field: ModelFieldDeclaration, _ type: FieldType) -> ColumnBounds {
        let keywords = field.keywords.withSlugPattern.restricted(to: field.digits).withBranches
        var bounds = ColumnBounds()
        switch type.column {
        case .integer, .double, .decimal:
            let (minimum, exclusiveMinimum) = (
                number(.minimum, keywords, field), number(.exclusiveMinimum, keywords, field)
            )
            let (maximum, exclusiveMaximum) = (
                number(.maximum, keywords, field), number(.exclusiveMaximum, keywords, field)
            )
            let lower = Self.stricter(minimum, exclusiveMinimum, isLower: true)
            let upper = Self.stricter(maximum, exclusiveMaximum, isLower: false)
            (bounds.minimum, bounds.exclusiveMinimum) = lower
            (bounds.maximum, bounds.exclusiveMaximum) = upper
            bounds.values = type.listedValues
        case .text:
            bounds.minLength = number(.minLength, keywords, field).flatMap { Int($0.text) }
            bounds.maxLength = number(.maxLength, keywords, field).flatMap { Int($0.text) }
            bounds.values = type.listedValues
        default: break
        }
        return bounds
    }

    private mutating func number(
        _ keyword: Keyword, _ keywords: SchemaKeywords, _ field: ModelFieldDeclaration
    ) -> BoundNumber? {
        if case .constant? = keywords[keyword] {
            report(
                "'\(keyword.rawValue)' of '\(field.head.name)'", field.head.mark, help: "write the number as a literal")
        }
        return keywords.number(keyword).map { BoundNumber(keyword: $0) }
    }

    /// Returns the stricter of an inclusive and an exclusive bound.
    private static func stricter(
        _ inclusive: BoundNumber?, _ exclusive: BoundNumber?, isLower: Bool
    ) -> (inclusive: BoundNumber?, exclusive: BoundNumber?) {
        guard let inclusive, let exclusive else { return (inclusive, exclusive) }
        let isInclusive = isLower ? inclusive > exclusive : inclusive < exclusive
        return isInclusive ? (inclusive, nil) : (nil, exclusive)
    }
}

extension ModelFieldDeclaration {
    /// The name of the field's column in the table.
    fileprivate var tableColumn: String { storage.column ?? KeyStyle.snakeCase.wireName(of: head.name) }

    fileprivate var isManyToMany: Bool { relation?.kind == .manyToMany }

    /// The names in the model type of a relation.
    fileprivate var targetPath: [String]? {
        guard relation != nil else { return nil }
        var key = type.unwrapped
        if case .array(let element) = key { key = element }
        guard case .member(let model, "ID", _) = key else { return nil }
        return model.path
    }
}
