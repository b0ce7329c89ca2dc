import Dispatch

/// Runs what an actor does on a thread of its own: libpq waits for the server there, and Swift's threads wait for nobody.
final class ConnectionThread: SerialExecutor {
    private let queue = DispatchQueue(label: "Concord.PostgreSQLConnection")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
