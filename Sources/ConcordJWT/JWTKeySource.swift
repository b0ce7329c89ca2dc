import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Where the public keys of an issuer come from, as a JSON Web Key Set (RFC 7517).
public struct JWTKeySource: Sendable {
    /// Whether the keys can change while the server runs.
    let isRefreshed: Bool
    let read: @Sendable () async throws -> Data

    /// A key set at hand.
    ///
    /// - Parameter json: The key set as JSON.
    public static func json(_ json: String) -> JWTKeySource {
        JWTKeySource(isRefreshed: false) { Data(json.utf8) }
    }

    /// A file with a key set. It is read again if a token has a key that the file did not have.
    ///
    /// - Parameter path: The path of the file.
    public static func file(_ path: String) -> JWTKeySource {
        JWTKeySource(isRefreshed: true) { try Data(contentsOf: URL(filePath: path)) }
    }

    /// A key set that a server provides. It is read again after an hour, and if a token has a key that it did not have, but
    /// at most once a minute.
    ///
    /// - Parameter address: The URL of the key set. A URL that isn't of the scheme `https` gives no keys, unless it is of this
    ///   machine.
    public static func url(_ address: String) -> JWTKeySource {
        JWTKeySource(isRefreshed: true) {
            guard let url = URL(string: address), url.scheme == "https" || url.host() == "127.0.0.1" else {
                throw URLError(.unsupportedURL)
            }
            var request = URLRequest(url: url)
            request.timeoutInterval = 10
            let (data, response) = try await URLSession.shared.data(for: request)
            guard (response as? HTTPURLResponse)?.statusCode == 200 else { throw URLError(.badServerResponse) }
            return data
        }
    }
}
