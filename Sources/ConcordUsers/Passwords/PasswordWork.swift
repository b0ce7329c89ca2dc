import ConcordDatabase
import Dispatch
import Foundation

/// Runs functions that hash passwords on separate threads. At most half the cores are in use at the same time, so that
/// many sign-ins don't block other requests.
enum PasswordWork {
    private static let turnstile = Turnstile(room: ProcessInfo.processInfo.activeProcessorCount / 2)
    private static let queue = DispatchQueue(label: "concord.passwords", qos: .utility, attributes: .concurrent)

    /// Runs a function when a thread is available.
    ///
    /// - Throws: `CancellationError` if the task is canceled while it waits, or the error of the function.
    static func run<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await turnstile.enter()
        defer { turnstile.leave() }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Swift.Result(catching: work)) }
        }
    }
}
