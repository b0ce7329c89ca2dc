import Dispatch
import Synchronization

/// Cancels the statement of an operation when its task is canceled, but not a later operation on the connection.
final class StatementCancellation: Sendable {
    private enum Phase {
        case waiting
        case running(CancelKey)
        case done
        case canceled
    }

    private let phase = Mutex(Phase.waiting)

    /// Records that the statement will be sent to the server.
    ///
    /// - Throws: `CancellationError` if the task is already canceled.
    func begin(_ key: CancelKey) throws {
        try phase.withLock { phase in
            if case .canceled = phase { throw CancellationError() }
            phase = .running(key)
        }
    }

    /// Records that the statement has finished. Waits for a pending cancel request, so that it doesn't cancel the next
    /// statement on the connection.
    ///
    /// - Returns: Whether a cancel request was sent.
    func end() -> Bool {
        phase.withLock { phase in
            if case .canceled = phase { return true }
            phase = .done
            return false
        }
    }

    /// Cancels the statement on a thread that can block.
    func cancel() {
        DispatchQueue.global().async {
            self.phase.withLock { phase in
                switch phase {
                // The operation may have another statement.
                case .waiting, .done: phase = .canceled
                case .running(let key):
                    key.cancel()
                    phase = .canceled
                case .canceled: break
                }
            }
        }
    }
}
