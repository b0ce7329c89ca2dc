/// The differences between two states of the tables, as operations.
package struct ModelChanges {
    /// The operations, in an order in which they can be performed.
    package private(set) var operations: [MigrationChange] = []
    /// The warnings about lost data, and about long locks on large tables.
    package private(set) var warnings: [String] = []
    /// The changes that require more information from the user.
    package private(set) var problems: [Problem] = []

    /// The removed names for which something similar is added, so they may have been renamed.
    package private(set) var possibleRenames: [(old: String, new: String)] = []

    /// The error that prevents a migration from being written.
    package struct Problem: Equatable, Sendable {
        /// The error.
        package let message: String
        /// The solution.
        package let help: String?
        /// The column that needs a value for existing rows, with its table: `station.code`.
        package let column: String?

        init(_ message: String) {
            self.message = message
            help = nil
            column = nil
        }

        init(needing name: String, _ column: String, of table: String) {
            message = "existing rows of '\(table)' need a value for '\(column)'"
            help = "give the field a default, make it optional, or pass a value with --default \(name)=VALUE"
            self.column = name
        }

        /// The message and the help.
        package var description: String { help.map { "\(message): \($0)" } ?? message }
    }

    private var old: MigrationState
    private let new: MigrationState
    private let initialValues: [String: ColumnLiteral]

    /// Compares two states.
    ///
    /// - Parameters:
    ///   - renamed: The new names by old name: `station` by `place`, `station.title` by `station.name`.
    ///   - initialValues: The values of existing rows in new columns, by `table.column`.
    package init(
        from old: MigrationState, to new: MigrationState, renamed: [(old: String, new: String)] = [],
        initialValues: [String: ColumnLiteral] = [:]
    ) {
        self.old = old
        self.new = new
        self.initialValues = initialValues
        for rename in renamed { self.rename(rename.old, to: rename.new) }
        findRenames()
        createTables()
        for table in new.tables { compare(table) }
        deleteTables()
    }

    /// Compares two states, and asks about each change that can be a rename.
    ///
    /// - Parameters:
    ///   - renamed: The new names by old name.
    ///   - initialValues: The values of existing rows in new columns, by `table.column`.
    ///   - isRenamed: A closure that asks whether a name was changed to another one, or `nil` without a terminal.
    package init(
        from old: MigrationState, to new: MigrationState, renamed: [(old: String, new: String)],
        initialValues: [String: ColumnLiteral], asking isRenamed: ((_ old: String, _ new: String) -> Bool)?
    ) {
        var renamed = renamed
        var denied: Set<[String]> = []
        while true {
            self.init(from: old, to: new, renamed: renamed, initialValues: initialValues)
            possibleRenames.removeAll { denied.contains([$0.old, $0.new]) }
            guard let isRenamed, let question = possibleRenames.first else { return }
            if isRenamed(question.old, question.new) {
                renamed.append(question)
            } else {
                denied.insert([question.old, question.new])
            }
        }
    }

    /// The questions about changes that can be renames.
    package var renameNotes: [String] {
        possibleRenames.map { old, new in
            "if '\(old)' was renamed to '\(new)', use --rename \(old)=\(new) to keep the values"
        }
    }

    private mutating func add(_ change: MigrationChange) {
        do {
            try old.apply(change)
            operations.append(change)
        } catch {
            problems.append(Problem("\(error)"))
        }
    }

    private mutating func rename(_ name: String, to new: String) {
        let parts = name.split(separator: ".").map(String.init)
        let newParts = new.split(separator: ".").map(String.init)
        switch (parts.count, newParts.count) {
        case (1, 1): add(.renameModel(parts[0], to: newParts[0]))
        case (2, 2) where parts[0] == newParts[0]: add(.renameField(of: parts[0], parts[1], to: newParts[1]))
        default: problems.append(Problem("'\(name)=\(new)' must name two tables or two columns of one table"))
        }
    }

    private mutating func findRenames() {
        let goneTables = old.tables.filter { new.table($0.name) == nil }
        let newTables = new.tables.filter { old.table($0.name) == nil }
        for (gone, added) in zip(goneTables, newTables) where gone.columns == added.columns {
            possibleRenames.append((gone.name, added.name))
        }
        for table in new.tables {
            guard let before = old.table(table.name) else { continue }
            let gone = before.columns.filter { table.column($0.name) == nil }
            let added = table.columns.filter { before.column($0.name) == nil }
            for (gone, added) in zip(gone, added) where gone.type == added.type {
                possibleRenames.append(("\(table.name).\(gone.name)", "\(table.name).\(added.name)"))
            }
        }
    }

    /// Adds new tables, each after those that its keys refer to. If keys form a cycle, they are added after the tables.
    private mutating func createTables() {
        var missing = new.tables.filter { old.table($0.name) == nil }
        while !missing.isEmpty {
            let names = Set(missing.map(\.name))
            let ready = missing.firstIndex { table in
                table.columns.allSatisfy {
                    $0.reference.map { $0.table == table.name || !names.contains($0.table) } ?? true
                }
            }
            var table = missing.remove(at: ready ?? 0)
            // The reference is added later, when the column's definitions are compared.
            if ready == nil {
                for index in table.columns.indices where names.contains(table.columns[index].reference?.table ?? "") {
                    table.columns[index].reference = nil
                }
            }
            add(.createModel(table))
        }
    }

    private mutating func compare(_ table: TableDefinition) {
        guard let before = old.table(table.name) else { return }
        for constraint in before.constraints where !table.constraints.contains(constraint) {
            add(.removeConstraint(of: table.name, constraint.name))
        }
        for check in before.checks where !table.checks.contains(check) {
            add(.removeConstraint(of: table.name, check.name))
        }
        for index in before.indexes where !table.indexes.contains(index) {
            add(.removeIndex(of: table.name, index.name))
        }
        for column in before.columns where table.column(column.name) == nil {
            warnings.append("the column '\(column.name)' of '\(table.name)' is removed with all its values")
            add(.removeField(of: table.name, column.name))
        }
        for column in table.columns { compare(column, of: table, before.column(column.name)) }
        for constraint in table.constraints where !before.constraints.contains(constraint) {
            warnings.append(
                "adding '\(constraint.name)' checks all rows of '\(table.name)', during which the table is locked")
            add(.addConstraint(of: table.name, constraint))
        }
        for check in table.checks where !before.checks.contains(check) {
            warnings.append(
                "adding '\(check.name)' checks all rows of '\(table.name)', during which the table is locked")
            add(.addCheck(of: table.name, check))
        }
        for index in table.indexes where !before.indexes.contains(index) { add(.addIndex(of: table.name, index)) }
    }

    private mutating func compare(_ column: ColumnDefinition, of table: TableDefinition, _ before: ColumnDefinition?) {
        var column = column
        let name = "\(table.name).\(column.name)"
        let needsValue = !column.isNullable && (before?.isNullable ?? true)
        if needsValue {
            column.initialValue = initialValues[name]
            if column.initialValue == nil {
                problems.append(Problem(needing: name, column.name, of: table.name))
                return
            }
        }
        guard let before else { return add(.addField(of: table.name, column)) }
        guard before != new.table(table.name)?.column(column.name) else { return }
        if before.type != column.type {
            warnings.append(
                "the values of '\(column.name)' of '\(table.name)' are converted, and all rows are rewritten")
        }
        if before.bounds != column.bounds, !column.bounds.isEmpty {
            warnings.append(
                "adding bounds of '\(column.name)' checks all rows of '\(table.name)', during which the table is locked"
            )
        }
        add(.alterField(of: table.name, column))
    }

    /// Deletes tables, each before those that its keys refer to.
    private mutating func deleteTables() {
        var gone = old.tables.filter { new.table($0.name) == nil }
        while !gone.isEmpty {
            let index = gone.firstIndex { table in
                !gone.contains { other in
                    other.name != table.name && other.columns.contains { $0.reference?.table == table.name }
                }
            }
            let table = gone.remove(at: index ?? 0)
            warnings.append("the table '\(table.name)' is deleted with all its rows")
            add(.deleteModel(table.name))
        }
    }
}
