/// A credential of a request for a security scheme: a token, a username and password, or a key.
public protocol SecurityCredential: Sendable {
    /// Reads the credential, or returns `nil` if the request has none.
    init?(of request: APIRequest, from source: CredentialSource)
}

/// The part of a request that contains the credential of a security scheme.
public enum CredentialSource: Sendable, Hashable {
    /// The header field `Authorization`, with the name of an HTTP authentication scheme: `Bearer`.
    case authorization(String)
    /// A header field.
    case header(String)
    /// A query parameter.
    case query(String)
    /// A cookie.
    case cookie(String)
    /// The connection, with a client certificate.
    case connection

    /// Returns the credential of a request as a string, or `nil` if the request has none.
    func text(in request: APIRequest) -> String? {
        let text: String?
        switch self {
        case .authorization(let scheme): text = request.authorization(scheme)
        case .header(let name): text = request.headers[name]
        case .query(let name):
            text = URLEncodedForm.pairs(request.query ?? "").first { $0.name == name }.flatMap {
                PercentEncoding.decode($0.value, plusIsSpace: true)
            }
        case .cookie(let name): text = request.cookie(name)
        case .connection: text = nil
        }
        return text?.isEmpty == true ? nil : text
    }

    /// The challenge for the scheme in `WWW-Authenticate` (RFC 9110, section 11.6.1).
    var challenge: String {
        switch self {
        case .authorization(let scheme) where scheme.lowercased() == "basic": #"Basic realm="api", charset="UTF-8""#
        case .authorization(let scheme): scheme
        case .header(let name): #"APIKey in="header", name="\#(name)""#
        case .query(let name): #"APIKey in="query", name="\#(name)""#
        case .cookie(let name): #"APIKey in="cookie", name="\#(name)""#
        case .connection: "MutualTLS"
        }
    }
}

extension APIRequest {
    /// Returns the value of `Authorization` after the name of a scheme, which is compared case-insensitively.
    fileprivate func authorization(_ scheme: String) -> String? {
        guard let value = headers[.authorization] else { return nil }
        let end = value.firstIndex(of: " ") ?? value.endIndex
        guard value[..<end].lowercased() == scheme.lowercased() else { return nil }
        return value[end...].trimmingSpaces()
    }
}

/// The token of `Authorization: Bearer …` (RFC 6750), for the schemes `http` with `bearer`, `oauth2`, and
/// `openIdConnect`.
public struct BearerCredential: SecurityCredential {
    /// The token.
    public let token: String
    /// The request with the credential.
    public let request: APIRequest

    /// Reads the token, or returns `nil` if the request has none.
    public init?(of request: APIRequest, from source: CredentialSource) {
        guard let token = source.text(in: request) else { return nil }
        self.token = token
        self.request = request
    }
}

/// The username and password of `Authorization: Basic …` (RFC 7617).
public struct BasicCredential: SecurityCredential {
    /// The user's name.
    public let username: String
    /// The user's password.
    public let password: String
    /// The request with the credential.
    public let request: APIRequest

    /// Reads the username and password, or returns `nil` if the request has none in the format of RFC 7617.
    public init?(of request: APIRequest, from source: CredentialSource) {
        guard let text = source.text(in: request), let bytes = Base64.decode(text),
            let pair = String(validating: bytes, as: UTF8.self), let colon = pair.firstIndex(of: ":")
        else { return nil }
        username = String(pair[..<colon])
        password = String(pair[pair.index(after: colon)...])
        self.request = request
    }
}

/// The key for a scheme of type `apiKey`.
public struct APIKeyCredential: SecurityCredential {
    /// The key.
    public let key: String
    /// The request with the credential.
    public let request: APIRequest

    /// Reads the key, or returns `nil` if the request has none.
    public init?(of request: APIRequest, from source: CredentialSource) {
        guard let key = source.text(in: request) else { return nil }
        self.key = key
        self.request = request
    }
}

/// The credential of an HTTP authentication scheme other than `Basic` and `Bearer`, in `Authorization`.
public struct AuthorizationCredential: SecurityCredential {
    /// The value after the scheme's name.
    public let value: String
    /// The request with the credential.
    public let request: APIRequest

    /// Reads the value, or returns `nil` if the request has none.
    public init?(of request: APIRequest, from source: CredentialSource) {
        guard let value = source.text(in: request) else { return nil }
        self.value = value
        self.request = request
    }
}

/// The request itself, for the scheme `mutualTLS`. A proxy that terminates TLS forwards the client certificate in a
/// header field.
public struct ClientCertificateCredential: SecurityCredential {
    /// The request.
    public let request: APIRequest

    /// Creates the credential from any request.
    public init?(of request: APIRequest, from source: CredentialSource) { self.request = request }
}
