import Foundation
import Synchronization
import Testing

@testable import ConcordUsers

/// The threads that hash passwords.
@Suite struct PasswordWorkTests {
    /// The number of running functions, and the maximum number that have run at the same time.
    private final class Count: Sendable {
        private let values = Mutex((now: 0, most: 0))

        var most: Int { values.withLock { $0.most } }

        func add(_ change: Int) {
            values.withLock { values in
                values.now += change
                values.most = max(values.most, values.now)
            }
        }
    }

    @Test func atMostHalfTheCoresWork() async throws {
        let count = Count()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...40 {
                group.addTask {
                    try await PasswordWork.run {
                        count.add(1)
                        _ = try PasswordHash(of: "secret", .scrypt(rounds: 1024, parallelism: 1))
                        count.add(-1)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(count.most >= 1)
        #expect(count.most <= max(1, ProcessInfo.processInfo.activeProcessorCount / 2))
    }

    @Test func anErrorReachesTheCaller() async {
        await #expect(throws: CocoaError.self) { try await PasswordWork.run { throw CocoaError(.fileNoSuchFile) } }
    }
}
