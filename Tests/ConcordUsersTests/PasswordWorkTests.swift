import Foundation
import Synchronization
import Testing

@testable import ConcordUsers

/// The threads that hash passwords.
@Suite struct PasswordWorkTests {
    /// How many functions run, and how many have run at the same time.
    private struct Count {
        var now = 0
        var most = 0
    }

    @Test func atMostHalfTheCoresWork() async throws {
        let count = Mutex(Count())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...40 {
                group.addTask {
                    try await PasswordWork.run {
                        count.withLock {
                            $0.now += 1
                            $0.most = max($0.most, $0.now)
                        }
                        _ = try PasswordHash(of: "secret", .scrypt(rounds: 1024, parallelism: 1))
                        count.withLock { $0.now -= 1 }
                    }
                }
            }
            try await group.waitForAll()
        }
        let most = count.withLock { $0.most }
        #expect(most >= 1)
        #expect(most <= max(1, ProcessInfo.processInfo.activeProcessorCount / 2))
    }

    @Test func anErrorReachesTheCaller() async {
        await #expect(throws: CocoaError.self) { try await PasswordWork.run { throw CocoaError(.fileNoSuchFile) } }
    }
}
