import CConcordPostgreSQL
import ConcordDatabase

/// A libpq connection to the server.
final class ServerLink {
    let pointer: OpaquePointer
    let cancelKey: CancelKey

    /// Connects.
    init(_ parameters: ConnectionParameters) throws {
        guard let pointer = parameters.connect() else {
            throw DatabaseError(.unavailable, "There is not enough memory for a connection to the database.")
        }
        guard PQstatus(pointer) == CONNECTION_OK, let cancelKey = CancelKey(pointer) else {
            let message = String(cString: PQerrorMessage(pointer)).trimmed
            PQfinish(pointer)
            throw DatabaseError(.unavailable, "The database can't be reached: \(message)")
        }
        self.pointer = pointer
        self.cancelKey = cancelKey
        // Don't print notices of the server to standard error.
        PQsetNoticeProcessor(pointer, { _, _ in }, nil)
    }

    deinit { PQfinish(pointer) }

    /// Whether the connection is still open after it was idle.
    var isAlive: Bool {
        // The first call may read the closing message of the server, and the second one the end of the connection.
        PQconsumeInput(pointer) == 1 && PQconsumeInput(pointer) == 1 && !isLost
    }

    /// Whether libpq has detected that the connection is closed.
    var isLost: Bool { PQstatus(pointer) == CONNECTION_BAD }

    /// Whether a transaction is in progress.
    var isInTransaction: Bool {
        switch PQtransactionStatus(pointer) {
        case PQTRANS_IDLE, PQTRANS_UNKNOWN: false
        default: true
        }
    }

    /// The error message of the last call.
    var message: String { String(cString: PQerrorMessage(pointer)).trimmed }
}

/// The key for canceling the running statement of a connection.
///
/// libpq never modifies it, and allows its use on any thread.
final class CancelKey: @unchecked Sendable {
    private let pointer: OpaquePointer

    init?(_ connection: OpaquePointer) {
        guard let pointer = PQgetCancel(connection) else { return nil }
        self.pointer = pointer
    }

    deinit { PQfreeCancel(pointer) }

    /// Asks the server to cancel the statement, and waits until the request is sent.
    func cancel() {
        var message = [CChar](repeating: 0, count: 256)
        // A statement that can't be canceled runs to its end.
        _ = PQcancel(pointer, &message, CInt(message.count))
    }
}
