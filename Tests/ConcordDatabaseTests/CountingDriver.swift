import Concord
import ConcordDatabase
import Synchronization

/// A driver that records statements.
final class CountingDriver: DatabaseDriver {
    private let driver: any DatabaseDriver
    private let executed = Mutex<[String]>([])

    init(_ driver: any DatabaseDriver) { self.driver = driver }

    var statements: [String] { executed.withLock { $0 } }
    var dialect: Dialect { driver.dialect }

    func forget() { executed.withLock { $0 = [] } }

    func connection(for access: DatabaseAccess) async throws -> any DatabaseConnection {
        Connection(connection: try await driver.connection(for: access), driver: self)
    }

    func release(_ connection: any DatabaseConnection) {
        if let connection = connection as? Connection { driver.release(connection.connection) }
    }

    func close() async throws { try await driver.close() }

    struct Connection: DatabaseConnection {
        let connection: any DatabaseConnection
        let driver: CountingDriver

        func execute(_ statement: SQLStatement) async throws -> Int {
            driver.executed.withLock { $0.append(statement.text) }
            return try await connection.execute(statement)
        }

        func rows<Value: Sendable>(
            of statement: SQLStatement, _ decode: @escaping @Sendable (any _Core.Row) throws -> Value
        ) async throws -> [Value] {
            driver.executed.withLock { $0.append(statement.text) }
            return try await connection.rows(of: statement, decode)
        }
    }
}
