import Dispatch

/// Runs an actor on its own thread, so that blocking calls of libpq don't block the threads of Swift concurrency.
final class ConnectionThread: SerialExecutor {
    private let queue = DispatchQueue(label: "Concord.PostgreSQLConnection")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
