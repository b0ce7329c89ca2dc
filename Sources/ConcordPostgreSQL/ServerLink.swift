import CConcordPostgreSQL
import ConcordDatabase

/// libpq's connection to the server.
final class ServerLink {
    let pointer: OpaquePointer
    let cancelKey: CancelKey

    /// Connects.
    init(_ parameters: ConnectionParameters) throws {
        guard let pointer = parameters.connect() else {
            throw DatabaseError(.unavailable, "There is no memory for a connection to the database.")
        }
        guard PQstatus(pointer) == CONNECTION_OK, let cancelKey = CancelKey(pointer) else {
            let message = String(cString: PQerrorMessage(pointer)).trimmed
            PQfinish(pointer)
            throw DatabaseError(.unavailable, "The database can't be reached: \(message)")
        }
        self.pointer = pointer
        self.cancelKey = cancelKey
        // What the server only notes is nothing to print on standard error.
        PQsetNoticeProcessor(pointer, { _, _ in }, nil)
    }

    deinit { PQfinish(pointer) }

    /// Whether the server has not ended the connection while nothing was asked of it.
    var isAlive: Bool {
        // The first call may find the server's farewell, the second one finds that there is nothing behind it.
        PQconsumeInput(pointer) == 1 && PQconsumeInput(pointer) == 1 && !isLost
    }

    /// Whether libpq has found the connection ended.
    var isLost: Bool { PQstatus(pointer) == CONNECTION_BAD }

    /// Whether a transaction was begun and has not ended.
    var isInTransaction: Bool {
        switch PQtransactionStatus(pointer) {
        case PQTRANS_IDLE, PQTRANS_UNKNOWN: false
        default: true
        }
    }

    /// Why the last call failed.
    var message: String { String(cString: PQerrorMessage(pointer)).trimmed }
}

/// What it takes to end the statement that a connection executes.
///
/// libpq never changes it, and lets every thread use it.
final class CancelKey: @unchecked Sendable {
    private let pointer: OpaquePointer

    init?(_ connection: OpaquePointer) {
        guard let pointer = PQgetCancel(connection) else { return nil }
        self.pointer = pointer
    }

    deinit { PQfreeCancel(pointer) }

    /// Asks the server to end the statement, and waits until it has been told.
    func cancel() {
        var message = [CChar](repeating: 0, count: 256)
        // A statement that can't be canceled ends by itself.
        _ = PQcancel(pointer, &message, CInt(message.count))
    }
}
