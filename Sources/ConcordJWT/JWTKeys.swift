import Concord
import Foundation
import JWTKit
import Logging

/// The keys of an issuer, loaded on first use.
actor JWTKeys {
    private let source: JWTKeySource
    private var keys: [JWK] = []
    private var lastReading: Date?
    private var lastAttempt: Date?
    /// The minimum number of seconds between two reads of the keys.
    private let pause: TimeInterval

    init(_ source: JWTKeySource, pause: TimeInterval = 60) {
        self.source = source
        self.pause = pause
    }

    /// Returns a collection with the key that a token names, or with the only key for the algorithm if the token names
    /// none. Returns `nil` if the issuer has no such key.
    ///
    /// - Throws: A ``ConcordCore/Problem`` with status 503 if the keys can't be read.
    func key(_ identifier: String?, _ algorithm: JWTSignatureAlgorithm) async throws -> JWTKeyCollection? {
        if lastReading == nil || source.isRefreshed && isOlder(lastReading, than: 3600) { try await read() }
        if source.isRefreshed, find(identifier, algorithm) == nil { try await read() }
        guard let key = find(identifier, algorithm) else { return nil }
        return try? await JWTKeyCollection().add(jwk: key, isDefault: true)
    }

    private func isOlder(_ date: Date?, than seconds: TimeInterval) -> Bool {
        date.map { $0.timeIntervalSinceNow < -seconds } ?? true
    }

    private func find(_ identifier: String?, _ algorithm: JWTSignatureAlgorithm) -> JWK? {
        let candidates = keys.filter { key in
            guard let stated = key.algorithm?.rawValue else { return key.keyType == algorithm.keyType }
            return stated == algorithm.rawValue
        }
        let found = candidates.filter { identifier == nil || $0.keyIdentifier?.string == identifier }
        // With several keys, a token must name one of them.
        guard found.count == 1, var key = found.first else { return nil }
        key.algorithm = JWK.Algorithm(rawValue: algorithm.rawValue)
        return key
    }

    /// Reads the keys at a limited rate, so that clients can't cause a request to the issuer for each token. If the
    /// issuer doesn't respond, the current keys remain valid.
    private func read() async throws {
        guard isOlder(lastAttempt, than: lastReading == nil ? min(pause, 5) : pause) else {
            if lastReading == nil { throw unavailable }
            return
        }
        lastAttempt = .now
        do {
            let data = try await source.read()
            keys = try JSONDecoder().decode(KeySet.self, from: data).keys.compactMap(\.key)
            lastReading = .now
        } catch {
            Logger(label: "concord.jwt").error("The keys of the issuer can't be read", metadata: ["error": "\(error)"])
            if lastReading == nil { throw unavailable }
        }
    }

    private var unavailable: Problem {
        Problem(503, "The keys of the issuer can't be read.", headers: [.retryAfter: "5"])
    }

    /// A key set without unsupported keys, such as encryption keys.
    private struct KeySet: Decodable {
        let keys: [Entry]

        struct Entry: Decodable {
            let key: JWK?

            private enum Name: String, CodingKey { case use }

            init(from decoder: any Decoder) throws {
                let use = try? decoder.container(keyedBy: Name.self).decode(String.self, forKey: .use)
                key = use == "enc" ? nil : try? JWK(from: decoder)
            }
        }
    }
}

extension JWTSignatureAlgorithm {
    fileprivate var keyType: JWK.KeyType {
        switch self {
        case .es256, .es384, .es512: .ecdsa
        case .rs256, .rs384, .rs512, .ps256, .ps384, .ps512: .rsa
        case .edDSA: .octetKeyPair
        }
    }
}
