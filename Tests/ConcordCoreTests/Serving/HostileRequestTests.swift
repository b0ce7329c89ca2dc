import ConcordCore
import ConcordTesting
import Testing

/// Malformed requests. Each gets a response, and none is a server error.
@Suite struct HostileRequestTests {
    private let client = TestClient(PetAPI.self)

    /// A random number generator with the same numbers in each run (SplitMix64).
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    /// Returns a text with some bytes removed, duplicated, or replaced with significant ones.
    private func mutate(_ text: [UInt8], _ numbers: inout Numbers) -> [UInt8] {
        var bytes = text
        for _ in 0..<Int.random(in: 1...4, using: &numbers) where !bytes.isEmpty {
            let index = Int.random(in: 0..<bytes.count, using: &numbers)
            switch Int.random(in: 0..<4, using: &numbers) {
            case 0: bytes.remove(at: index)
            case 1: bytes.insert(contentsOf: bytes[index...].prefix(20), at: index)
            case 2: bytes[index] = UInt8.random(in: 0...255, using: &numbers)
            default: bytes[index] = Array("{}[]\",:\\%&=;-.e@\r\n\u{0}".utf8).randomElement(using: &numbers) ?? 0
            }
        }
        return bytes
    }

    @Test func bodies() async throws {
        let multipart = """
            --x\r\nContent-Disposition: form-data; name="photo"; filename="a"\r\nContent-Type: image/png\r\n\r\n123\r\n\
            --x\r\nContent-Disposition: form-data; name="places"\r\n\r\n3\r\n--x--\r\n
            """
        let samples = [
            (
                "/pets", "application/json",
                #"{"name": "R\u00e9x", "tags": ["a", "b"], "born": "2026-03-01", "history": []}"#
            ),
            ("/upload", "multipart/form-data; boundary=x", multipart),
        ]
        var numbers = Numbers(state: 1)
        for _ in 0..<500 {
            for (path, type, text) in samples {
                let bytes = mutate(Array(text.utf8), &numbers)
                let response = try await client.send(.post, path, headers: ["Content-Type": type], bytes: bytes)
                #expect([200, 201, 202, 204, 400, 409].contains(response.status), "\(bytes)")
            }
        }
    }

    @Test func targetsAndHeaders() async throws {
        var numbers = Numbers(state: 2)
        for _ in 0..<500 {
            let target = mutate(Array("/pets?tags=a%7Cb&sort_by=age&filter%5Bage%5D=7&page_size=9".utf8), &numbers)
            let type = mutate(Array("multipart/form-data; boundary=\"x\"; charset=utf-8".utf8), &numbers)
            let accept = mutate(Array("text/*;q=0.5, application/json;q=1".utf8), &numbers)
            let response = try await client.send(
                .get, String(decoding: target, as: UTF8.self),
                headers: [
                    "Content-Type": String(decoding: type, as: UTF8.self),
                    "Accept": String(decoding: accept, as: UTF8.self),
                    "Cookie": String(decoding: target, as: UTF8.self),
                    "X-Tenant": String(decoding: type, as: UTF8.self),
                ])
            #expect([200, 400, 404].contains(response.status))
        }
    }

    @Test func repetitions() async throws {
        let pairs = String(repeating: "tags=a&", count: 9_000)
        #expect(try await client.get("/pets?" + pairs).status == 200)
        #expect(try await client.get("/pets?" + pairs + pairs).status == 414)
        let names = (0..<50_000).map { "\"\($0)\":1" }.joined(separator: ",")
        let object = try await client.send(
            .post, "/pets", headers: ["Content-Type": "application/json"], bytes: Array("{\(names)}".utf8))
        #expect(object.status == 400)
        let nested = "filter" + String(repeating: "[a]", count: 10_000) + "=1"
        #expect(try await client.get("/pets?" + nested).status == 200)
        #expect(try await client.get(String(repeating: "/", count: 60_000)).status == 404)
        let delimiters = String(repeating: "\r\n--", count: 200_000)
        let parts = try await client.send(
            .post, "/upload", headers: ["Content-Type": "multipart/form-data; boundary=x"],
            bytes: Array("--x\(delimiters)".utf8))
        #expect(parts.status == 400)
    }
}
