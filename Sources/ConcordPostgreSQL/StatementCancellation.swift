import Dispatch
import Synchronization

/// Ends one statement when its task is canceled, and none that is executed after it.
final class StatementCancellation: Sendable {
    private enum Phase {
        case waiting
        case running(CancelKey)
        case done
        case canceled
    }

    private let phase = Mutex(Phase.waiting)

    /// Notes that the statement goes to the server.
    ///
    /// - Throws: `CancellationError` if the task was canceled before.
    func begin(_ key: CancelKey) throws {
        try phase.withLock { phase in
            if case .canceled = phase { throw CancellationError() }
            phase = .running(key)
        }
    }

    /// Notes that the statement is done, and waits while the server is being told to end it: the next one on the connection must
    /// not be ended in its place.
    ///
    /// - Returns: Whether the server was told to end it.
    func end() -> Bool {
        phase.withLock { phase in
            if case .canceled = phase { return true }
            phase = .done
            return false
        }
    }

    /// Ends the statement, on a thread that may wait for the server.
    func cancel() {
        DispatchQueue.global().async {
            self.phase.withLock { phase in
                switch phase {
                case .waiting: phase = .canceled
                case .running(let key):
                    key.cancel()
                    phase = .canceled
                case .done, .canceled: break
                }
            }
        }
    }
}
