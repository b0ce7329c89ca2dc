import Synchronization

/// A fair semaphore. It admits a limited number of tasks, in order of arrival.
package final class Turnstile: Sendable {
    private struct State {
        var free: Int
        var nextTicket = 0
        var waiting: [(ticket: Int, continuation: CheckedContinuation<Void, any Error>)] = []
        /// The tasks that were canceled before they started to wait.
        var canceled: Set<Int> = []
    }

    private let state: Mutex<State>

    /// Creates a turnstile for a number of tasks, at least one.
    package init(room: Int = 1) { state = Mutex(State(free: max(room, 1))) }

    /// Waits for admission.
    ///
    /// - Throws: `CancellationError` if the task is canceled while it waits.
    package func enter() async throws {
        let ticket = state.withLock { state in
            state.nextTicket += 1
            return state.nextTicket
        }
        // The task may be canceled after it was admitted.
        defer { state.withLock { _ = $0.canceled.remove(ticket) } }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { wait(ticket, $0) }
        } onCancel: {
            cancel(ticket)
        }
    }

    private func wait(_ ticket: Int, _ continuation: CheckedContinuation<Void, any Error>) {
        let outcome: Result<Void, any Error>? = state.withLock { state in
            if state.canceled.contains(ticket) { return .failure(CancellationError()) }
            if state.free == 0 {
                state.waiting.append((ticket, continuation))
                return nil
            }
            state.free -= 1
            return .success(())
        }
        if let outcome { continuation.resume(with: outcome) }
    }

    private func cancel(_ ticket: Int) {
        let continuation = state.withLock { state -> CheckedContinuation<Void, any Error>? in
            guard let index = state.waiting.firstIndex(where: { $0.ticket == ticket }) else {
                state.canceled.insert(ticket)
                return nil
            }
            return state.waiting.remove(at: index).continuation
        }
        continuation?.resume(throwing: CancellationError())
    }

    /// Admits the next task.
    package func leave() {
        let next = state.withLock { state -> CheckedContinuation<Void, any Error>? in
            guard !state.waiting.isEmpty else {
                state.free += 1
                return nil
            }
            return state.waiting.removeFirst().continuation
        }
        next?.resume()
    }
}
