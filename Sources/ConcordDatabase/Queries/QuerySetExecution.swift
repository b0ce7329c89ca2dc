public import ConcordCore

extension QuerySet {
    /// The SQL statement for the database of the current request or command. Without a database, the statement is for
    /// SQLite.
    public var sql: SQLStatement { select((try? Database.current.dialect) ?? .sqlite) }

    /// Returns the objects in order.
    ///
    /// - Throws: ``DatabaseError``, or ``NoDatabase`` outside requests and commands.
    public func fetch() async throws -> [M] {
        let database = try Database.current
        var objects = try await database.rows(of: select(database.dialect), writes: isLocking, M.decoded)
        try await M.loadPairs(of: &objects, in: database)
        return objects
    }

    /// Returns each object together with the object that one of its keys refers to, in one statement.
    ///
    /// - Parameters:
    ///   - model: A model of the table that the key refers to.
    ///   - key: The key, which is never null.
    package func fetch<Target: Model, Value, Other: Model>(
        with model: Other.Type, at key: (M.Columns) -> KeyColumn<Target, Value>
    ) async throws -> [(object: M, related: Other)] {
        let database = try Database.current
        let related = key(M.Columns(_Core.RelationPath())).columns(of: model)
        let statement = select(database.dialect) { scope, writer in
            (M.definition.columns + related).map { scope.column($0, &writer) }
        }
        let found = try await database.rows(of: statement, writes: isLocking) { row in
            var reader = _Core.RowReader(row)
            return (object: try M(row: &reader), related: try Other(row: &reader))
        }
        var others = found.map(\.related)
        try await Other.loadPairs(of: &others, in: database)
        return zip(found, others).map { ($0.object, $1) }
    }

    /// Returns the objects in order and the number of objects of another query, using one connection.
    func fetch(counting all: QuerySet) async throws -> (objects: [M], count: Int) {
        let database = try Database.current
        let (dialect, access) = (database.dialect, isLocking ? DatabaseAccess.write : .read)
        var (objects, counts) = try await database.withConnection(for: access) { connection in
            try await connection.rows(
                of: select(dialect), M.decoded, then: all.count(dialect), { try Int($0, at: 0) })
        }
        try await M.loadPairs(of: &objects, in: database)
        return (objects, counts.first ?? 0)
    }

    /// Returns the first object, or `nil` if there is none. Without an ordering, objects are sorted by primary key.
    public func first() async throws -> M? {
        let ordered = ordering.isEmpty ? order(by: M.primaryKeyOrdering) : self
        return try await ordered.limit(1).fetch().first
    }

    /// Returns the last object, or `nil` if there is none.
    public func last() async throws -> M? { try await reversed().first() }

    /// Returns the only object of the query.
    ///
    /// - Throws: ``DoesNotExist`` if there is none, or ``MultipleObjectsReturned`` if there are several.
    public func get() async throws -> M {
        let found = try await limit(2).fetch()
        guard let object = found.first else { throw DoesNotExist(self) }
        guard found.count == 1 else { throw MultipleObjectsReturned(self) }
        return object
    }

    /// Returns the only object that also satisfies a condition: `Station.objects.get { $0.name == "Peak" }`.
    ///
    /// - Throws: ``DoesNotExist`` if there is none, or ``MultipleObjectsReturned`` if there are several.
    public func get(_ condition: (M.Columns) -> Condition) async throws -> M { try await filter(condition).get() }

    /// Returns the number of objects.
    public func count() async throws -> Int {
        let database = try Database.current
        return try await database.rows(of: count(database.dialect)) { try Int($0, at: 0) }.first ?? 0
    }

    /// Returns whether the query has any objects.
    public func exists() async throws -> Bool {
        let database = try Database.current
        let statement = order(by: []).limit(1).select(database.dialect) { _, _ in ["1"] }
        return try await !database.rows(of: statement) { _ in true }.isEmpty
    }

    /// Returns the values of fields instead of objects: `stations.values { ($0.name, $0.elevation) }`.
    public func values<each Member: _Core.ComparedColumn>(
        _ columns: (M.Columns) -> (repeat each Member)
    ) async throws -> [(repeat (each Member).Value)] {
        let database = try Database.current
        let columns = columns(M.Columns(_Core.RelationPath()))
        let statement = select(database.dialect) { scope, writer in
            var texts: [String] = []
            for column in repeat each columns { texts.append(writer.expression(column.expression, &scope)) }
            return texts
        }
        return try await database.rows(of: statement) { row in
            var position = RowPosition()
            return
                (repeat try ColumnReading<(each Member).Value>.read(
                    row, at: position.next(), (each columns).expression, of: M.self))
        }
    }

    /// Updates fields of all objects in one statement, and returns the number of objects.
    ///
    ///     try await Station.objects.filter { $0.elevation < 0 }.update(.set(\.status, to: .retired))
    @discardableResult
    public func update(_ assignments: Assignment<M>...) async throws -> Int {
        if assignments.isEmpty { return 0 }
        let database = try Database.current
        return try await database.changeRows(M.self, update(assignments, database.dialect))
    }

    /// Deletes all objects in one statement, and returns their number.
    ///
    /// The `onDelete` of each key determines what happens to the objects that refer to them.
    ///
    /// - Throws: ``ProtectedDeletion`` if a protected key refers to one of them.
    @discardableResult
    public func delete() async throws -> Int {
        let database = try Database.current
        do {
            return try await database.changeRows(M.self, deletion(database.dialect))
        } catch let error as DatabaseError where error.kind.isForeignKey {
            throw ProtectedDeletion(model: M.self)
        }
    }
}

extension Model {
    /// Returns the object in a row.
    @Sendable fileprivate static func decoded(_ row: any _Core.Row) throws -> Self {
        var reader = _Core.RowReader(row)
        return try Self(row: &reader)
    }
}

extension Database {
    @discardableResult
    package func execute(statement: SQLStatement) async throws -> Int {
        try await withConnection(for: .write) { try await $0.execute(statement) }
    }

    package func rows<Value: Sendable>(
        of statement: SQLStatement, writes: Bool = false,
        _ decode: @escaping @Sendable (any _Core.Row) throws -> Value
    ) async throws -> [Value] {
        try await withConnection(for: writes ? .write : .read) { try await $0.rows(of: statement, decode) }
    }

    /// Executes a statement that changes rows in the table of a model.
    func changeRows<M: Model>(_ model: M.Type, _ statement: SQLStatement) async throws -> Int {
        do {
            return try await execute(statement: statement)
        } catch let error as DatabaseError {
            throw ConstraintViolation(error, of: M.self) ?? error
        }
    }
}

/// The error for a query without objects. Views respond with status 404.
public struct DoesNotExist: Error, CustomStringConvertible {
    /// A description with the query.
    public let description: String

    init<M>(_ query: QuerySet<M>) { description = "no object matches '\(query)'" }
}

/// The error for a query with several objects where one is expected.
public struct MultipleObjectsReturned: Error, CustomStringConvertible {
    /// A description with the query.
    public let description: String

    init<M>(_ query: QuerySet<M>) { description = "several objects match '\(query)'" }
}
