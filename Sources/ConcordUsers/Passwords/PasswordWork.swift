import ConcordDatabase
import Dispatch
import Foundation

/// Runs functions that hash passwords on threads of their own, as many at a time as half the cores, so that a flood of
/// sign-ins leaves the other requests their share of the processor.
enum PasswordWork {
    private static let turnstile = Turnstile(room: ProcessInfo.processInfo.activeProcessorCount / 2)
    private static let queue = DispatchQueue(label: "concord.passwords", qos: .utility, attributes: .concurrent)

    /// Runs a function when a thread is free.
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
