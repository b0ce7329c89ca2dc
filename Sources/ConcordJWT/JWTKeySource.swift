import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A source of an issuer's public keys, as a JSON Web Key Set (RFC 7517).
public struct JWTKeySource: Sendable {
    /// Whether the keys can change while the server runs.
    let isRefreshed: Bool
    let read: @Sendable () async throws -> Data

    /// Uses a fixed key set.
    ///
    /// - Parameter json: The key set as JSON.
    public static func json(_ json: String) -> JWTKeySource {
        JWTKeySource(isRefreshed: false) { Data(json.utf8) }
    }

    /// Reads a key set from a file. The file is read again when a token names an unknown key.
    ///
    /// - Parameter path: The path of the file.
    public static func file(_ path: String) -> JWTKeySource {
        JWTKeySource(isRefreshed: true) { try Data(contentsOf: URL(filePath: path)) }
    }

    /// Loads a key set from a server. It is loaded again after an hour, and when a token names an unknown key, but at
    /// most once a minute.
    ///
    /// - Parameters:
    ///   - address: The URL of the key set. The scheme must be `https`, unless the host is this machine.
    ///   - timeout: The time to wait for data from the server.
    public static func url(_ address: String, timeout: Duration = .seconds(10)) -> JWTKeySource {
        JWTKeySource(isRefreshed: true) {
            guard let url = URL(string: address), url.scheme == "https" || url.host() == "127.0.0.1" else {
                throw URLError(.unsupportedURL)
            }
            var request = URLRequest(url: url)
            request.timeoutInterval = timeout / .seconds(1)
            let (data, response) = try await URLSession.shared.data(for: request)
            guard (response as? HTTPURLResponse)?.statusCode == 200 else { throw URLError(.badServerResponse) }
            return data
        }
    }
}
