import ConcordCore
import Hummingbird

/// The pieces of a request body as they arrive.
///
/// If the transfer of a body fails, it is incomplete or malformed. This is an error of the client, so it becomes a
/// problem with status 400. Middleware can replace the body, and its errors have their own status.
struct ReceivedPieces: AsyncSequence, Sendable {
    let body: RequestBody

    struct AsyncIterator: AsyncIteratorProtocol {
        var body: RequestBody.AsyncIterator

        mutating func next() async throws -> [UInt8]? {
            do {
                return try await body.next().map { Array($0.readableBytesView) }
            } catch {
                if error is CancellationError || error is Problem || error is any HTTPResponseError { throw error }
                throw Problem(400, "The request body is not complete, or is not valid HTTP.")
            }
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(body: body.makeAsyncIterator()) }
}
