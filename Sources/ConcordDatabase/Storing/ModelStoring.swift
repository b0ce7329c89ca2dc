public import ConcordCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Model {
    /// Inserts the object.
    ///
    /// If an integer key is 0, the database chooses the key. Fields with `.setOn` are set to the current time.
    ///
    /// - Throws: ``ConstraintViolation`` with the invalid fields, or ``DatabaseError``.
    public mutating func insert() async throws {
        let database = try Database.current
        if Self.fields.contains(where: { $0.isManyToMany }) {
            self = try await database.transaction { [self] in
                var object = self
                try await object.insertRow(in: database)
                try await object.storePairs(in: database)
                return object
            }
        } else {
            try await insertRow(in: database)
        }
    }

    /// Updates the object with the same key. If it doesn't exist, inserts the object.
    ///
    /// - Throws: ``ConstraintViolation`` with the invalid fields, or ``DatabaseError``.
    public mutating func save() async throws {
        let database = try Database.current
        guard Self.fields.contains(where: { $0.isManyToMany }) else {
            // One statement is a transaction by itself.
            if hasGeneratedKey { return try await insertRow(in: database) }
            if try await !updateRow(in: database) { try await insertRow(in: database) }
            return
        }
        self = try await database.transaction { [self] in
            var object = self
            if !object.hasGeneratedKey, try await object.updateRow(in: database) {
                try await object.storePairs(in: database)
            } else {
                try await object.insert()
            }
            return object
        }
    }

    /// Deletes the object.
    ///
    /// The `onDelete` of each key determines what happens to the objects that refer to it.
    ///
    /// - Throws: ``ProtectedDeletion`` if a protected key refers to it.
    public func delete() async throws { try await stored.delete() }

    /// Reads the object again from the database.
    ///
    /// - Throws: ``DoesNotExist`` if it no longer exists.
    public mutating func refresh() async throws { self = try await stored.get() }

    /// The query for this object.
    var stored: QuerySet<Self> {
        guard let key = Self.primaryKey else { return Self.objects.none() }
        return Self.objects.order(by: []).filter(.compare(.column(key.reference), .equal, key.queryValue(of: self)))
    }
}

extension QuerySet {
    /// Inserts an object and returns it as stored.
    ///
    ///     let peak = try await Station.objects.create(Station(name: "Peak", owner: owner.id))
    ///
    /// - Throws: ``ConstraintViolation`` with the invalid fields, or ``DatabaseError``.
    @discardableResult
    public func create(_ object: M) async throws -> M {
        var object = object
        try await object.insert()
        return object
    }

    /// Returns the object that matches the query. If there is none, inserts one.
    ///
    /// Concurrent calls return the same object if a unique constraint allows only one.
    ///
    /// - Parameter object: The object to insert if there is none.
    /// - Returns: The object, and whether it was inserted.
    /// - Throws: ``MultipleObjectsReturned`` if several objects match the query.
    public func getOrCreate(_ object: @autoclosure () -> M) async throws -> (object: M, isNew: Bool) {
        try await findOrCreate(object) { try await get() }
    }

    /// Changes the object that matches the query. If there is none, inserts one.
    ///
    ///     let (tag, isNew) = try await Tag.objects.filter { $0.word == "high" }
    ///         .updateOrCreate(Tag(word: "high", count: 1)) { $0.count += 1 }
    ///
    /// The object is locked during the change. Concurrent calls change the same object if a unique constraint allows
    /// only one.
    ///
    /// - Parameters:
    ///   - object: The object to insert if there is none.
    ///   - change: A closure that changes the existing object.
    /// - Returns: The object, and whether it was inserted.
    /// - Throws: ``MultipleObjectsReturned`` if several objects match the query.
    public func updateOrCreate(
        _ object: @autoclosure () -> M, update change: (inout M) throws -> Void
    ) async throws -> (object: M, isNew: Bool) {
        try await Database.current.transaction {
            try await findOrCreate(object) { try await changeLocked(change) }
        }
    }

    /// Returns the object that a closure finds, or stores a new one. If another task stores the object first, returns
    /// that object.
    private func findOrCreate(
        _ object: () -> M, _ find: () async throws -> M
    ) async throws -> (object: M, isNew: Bool) {
        do {
            return (try await find(), false)
        } catch is DoesNotExist {
            do {
                let new = object()
                return (try await Database.current.transaction { try await create(new) }, true)
            } catch let violation as ConstraintViolation where violation.kind.isUnique {
                return (try await find(), false)
            }
        }
    }

    private func changeLocked(_ change: (inout M) throws -> Void) async throws -> M {
        var object = try await selectForUpdate().get()
        try change(&object)
        try await object.save()
        return object
    }

    /// Inserts objects in as few statements as possible, and returns them as stored.
    ///
    /// - Parameters:
    ///   - objects: The objects.
    ///   - conflict: The treatment of objects that conflict with existing ones.
    /// - Throws: ``ConstraintViolation`` with the invalid fields, or ``DatabaseError``. If it throws, no object is
    ///   inserted.
    @discardableResult
    public func bulkInsert(_ objects: [M], onConflict conflict: InsertConflict<M> = .fail) async throws -> [M] {
        if objects.isEmpty { return [] }
        let database = try Database.current
        return try await database.transaction {
            var stored: [M] = []
            var rest = objects[...]
            let perStatement = max(1, 2000 / max(1, M.definition.columns.count))
            while !rest.isEmpty {
                stored += try await M.insertRows(Array(rest.prefix(perStatement)), conflict, in: database)
                rest = rest.dropFirst(perStatement)
            }
            // An object that was ignored because of a conflict has no row to join keys to.
            if conflict.isFailing, M.fields.contains(where: \.isManyToMany) {
                for object in stored { try await object.storePairs(in: database) }
            }
            return stored
        }
    }
}

extension ConstraintViolation.Kind {
    var isUnique: Bool { if case .unique = self { true } else { false } }
}

/// The treatment of objects that conflict with existing ones in a bulk insertion.
public struct InsertConflict<M: Model>: Sendable {
    let text: @Sendable () -> String
    var isFailing = false

    /// Throws an error, and inserts no objects.
    public static var fail: InsertConflict { InsertConflict(text: { "" }, isFailing: true) }

    /// Keeps the existing object unchanged.
    public static var ignore: InsertConflict { InsertConflict(text: { " ON CONFLICT DO NOTHING" }) }

    /// Updates these fields of the existing object: `.update(\.name, of: \.code)`.
    public static func update(
        _ fields: (PartialKeyPath<M> & Sendable)..., of key: (PartialKeyPath<M> & Sendable)...
    ) -> InsertConflict {
        InsertConflict(text: {
            let target = key.map { Dialect.quoted(M.reference(to: $0).column) }.joined(separator: ", ")
            let settings = fields.map { field in
                let column = Dialect.quoted(M.reference(to: field).column)
                return "\(column) = EXCLUDED.\(column)"
            }
            return " ON CONFLICT (\(target)) DO UPDATE SET \(settings.joined(separator: ", "))"
        })
    }
}

extension Model {
    /// Whether the database chooses the key of the object.
    var hasGeneratedKey: Bool {
        guard let key = Self.primaryKey, case .integer = key.reference.type else { return false }
        return key.queryValue(of: self) == .integer(0)
    }

    private var columnValues: [QueryValue] {
        var writer = _Core.RowWriter()
        write(to: &writer)
        return writer.values
    }

    /// Sets the fields with `.setOn` to the current time.
    mutating func setMoments(_ moments: [FieldTrait.SetMoment]) {
        let fields = Self.fields(setOn: moments)
        if !fields.isEmpty { set(fields, to: Self.moment) }
    }

    private static func fields(setOn moments: [FieldTrait.SetMoment]) -> [_Core.ModelField<Self>] {
        fields.filter { $0.options.setOn.map { moments.contains($0) } == true }
    }

    /// The current time, with the precision of databases.
    private static var moment: Date {
        Date(timeIntervalSince1970: Double(AppEnvironment.current.now().microsecondsSince1970) / 1_000_000)
    }

    private mutating func set(_ fields: [_Core.ModelField<Self>], to moment: Date) {
        for field in fields { (field.value(moment) ?? field.value(CalendarDate(moment)))?.assign(&self) }
    }

    fileprivate mutating func insertRow(in database: Database) async throws {
        self = try await Self.insertRows([self], .fail, in: database).first ?? self
    }

    /// Inserts objects and sets the keys that the database chose.
    fileprivate static func insertRows(
        _ objects: [Self], _ conflict: InsertConflict<Self>, in database: Database
    ) async throws -> [Self] {
        var objects = objects
        let momentFields = fields(setOn: [.create, .update])
        if !momentFields.isEmpty { for index in objects.indices { objects[index].set(momentFields, to: moment) } }
        // A generated key is not a column of the statement, so objects with and without one need separate statements.
        let isGenerated = objects.contains(where: \.hasGeneratedKey)
        let returned = try await insertStatement(objects, isGenerated: isGenerated, conflict, database)
        if !isGenerated {
            let keys = objects.compactMap { primaryKey?.queryValue(of: $0) }
            try await moveSequence(behind: keys, in: database)
        }
        guard isGenerated, returned.count == objects.count, let key = primaryKey else { return objects }
        for index in objects.indices { objects[index].set(key, to: returned[index]) }
        return objects
    }

    private static func insertStatement(
        _ objects: [Self], isGenerated: Bool, _ conflict: InsertConflict<Self>, _ database: Database
    ) async throws -> [Int64] {
        var writer = SQLWriter(database.dialect)
        let key = isGenerated ? definition.columns.firstIndex { $0.column == primaryKey?.column } : nil
        let columns = definition.columns.indices.filter { $0 != key }
        var rows = ""
        for object in objects {
            let values = object.columnValues
            rows += rows.isEmpty ? "(" : ", ("
            for (position, column) in columns.enumerated() {
                if position > 0 { rows += ", " }
                rows += writer.bind(values[column])
            }
            rows += ")"
        }
        let names = columns.map { Dialect.quoted(definition.columns[$0].column) }.joined(separator: ", ")
        var text = "INSERT INTO \(Dialect.quoted(table)) (\(names)) VALUES \(rows)"
        if columns.isEmpty { text = "INSERT INTO \(Dialect.quoted(table)) DEFAULT VALUES" }
        text += conflict.text()
        if let key { text += " RETURNING \(Dialect.quoted(definition.columns[key].column))" }
        let statement = SQLStatement(text, writer.bindings)
        do {
            return try await database.withConnection(for: .write) { connection in
                if isGenerated { return try await connection.rows(of: statement) { try $0.integer(at: 0) } }
                try await connection.execute(statement)
                return []
            }
        } catch let error as DatabaseError {
            throw try await violation(error, storing: objects, in: database)
        }
    }

    /// Moves PostgreSQL's sequence past the keys of stored objects, so that it doesn't generate one of them. SQLite
    /// does this automatically.
    static func moveSequence(behind keys: [QueryValue], in database: Database) async throws {
        guard database.dialect == .postgreSQL, let key = primaryKey, key.options.relation == nil,
            case .integer = key.reference.type
        else { return }
        let numbers = keys.compactMap { if case .integer(let number) = $0 { number } else { nil } }
        guard let greatest = numbers.max(), greatest > 0 else { return }
        let text = """
            SELECT setval(sequence, $1) FROM (SELECT pg_get_serial_sequence($2, $3)::regclass AS sequence) AS s \
            WHERE COALESCE(pg_sequence_last_value(sequence), 0) < $1
            """
        let values: [QueryValue] = [.integer(greatest), .text(Dialect.quoted(table)), .text(key.column)]
        _ = try await database.rows(of: SQLStatement(text, values), writes: true) { _ in true }
    }

    private mutating func set(_ key: _Core.ModelField<Self>, to number: Int64) {
        // Most keys are of this type. For others, the field converts the number.
        (key.value(Int(number)) ?? key.fieldValue(ofStored: .number(Number(number))))?.assign(&self)
    }

    /// Updates a row, or returns `false` if it doesn't exist.
    mutating func updateRow(in database: Database) async throws -> Bool {
        var object = self
        object.setMoments([.update])
        guard try await object.overwriteRow(in: database) else { return false }
        self = object
        return true
    }

    private func overwriteRow(in database: Database) async throws -> Bool {
        guard let key = Self.primaryKey?.reference else { return false }
        var writer = SQLWriter(database.dialect)
        let values = columnValues
        let columns = Self.definition.columns
        let settings = columns.indices.filter { columns[$0] != key }.map { index in
            "\(Dialect.quoted(columns[index].column)) = \(writer.bind(values[index]))"
        }
        guard !settings.isEmpty else { return try await stored.exists() }
        let position = columns.firstIndex(of: key) ?? 0
        let condition = "\(Dialect.quoted(key.column)) = \(writer.bind(values[position]))"
        let statement = SQLStatement(
            "UPDATE \(Dialect.quoted(Self.table)) SET \(settings.joined(separator: ", ")) WHERE \(condition)",
            writer.bindings)
        do {
            return try await database.execute(statement: statement) > 0
        } catch let error as DatabaseError {
            throw try await Self.violation(error, storing: [self], in: database)
        }
    }

    /// Returns the violation for an error. SQLite doesn't report which key is invalid, so each key is checked.
    private static func violation(
        _ error: DatabaseError, storing objects: [Self], in database: Database
    ) async throws -> any Error {
        if let violation = ConstraintViolation(error, of: Self.self) { return violation }
        guard error.kind.isForeignKey, database.dialect == .sqlite else { return error }
        for field in fields where !field.isManyToMany {
            guard let target = field.options.relation?.target else { continue }
            for object in objects {
                let key = field.queryValue(of: object)
                if key == .null { continue }
                if try await !target.exists(key) {
                    return ConstraintViolation(.missingObject, fields: [field.name])
                }
            }
        }
        return error
    }

    fileprivate static func exists(_ key: QueryValue) async throws -> Bool {
        guard let field = primaryKey else { return false }
        return try await objects.filter(.compare(.column(field.reference), .equal, key)).exists()
    }
}

extension CalendarDate {
    /// Creates the date of a timestamp, in UTC.
    fileprivate init?(_ moment: Date) { self.init(String(moment.rfc3339.prefix(10))) }
}
