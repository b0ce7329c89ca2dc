/// What a request presents to a security scheme: a token, a name and a password, a key.
public protocol SecurityCredential: Sendable {
    /// Reads the credential; `nil` if the request presents none.
    init?(of request: APIRequest, from source: CredentialSource)
}

/// The part of a request that a security scheme reads its credential from.
public enum CredentialSource: Sendable, Hashable {
    /// `Authorization`, behind the name of an HTTP authentication scheme: `Bearer`.
    case authorization(String)
    /// A header field.
    case header(String)
    /// A parameter of the query.
    case query(String)
    /// A cookie.
    case cookie(String)
    /// The connection: a client certificate.
    case connection

    /// The text that a request presents; `nil` if it presents none.
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

    /// What `WWW-Authenticate` says of the scheme (RFC 9110, section 11.6.1).
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
    /// What `Authorization` presents behind the name of a scheme, in upper or lower case.
    fileprivate func authorization(_ scheme: String) -> String? {
        guard let value = headers[.authorization] else { return nil }
        let end = value.firstIndex(of: " ") ?? value.endIndex
        guard value[..<end].lowercased() == scheme.lowercased() else { return nil }
        return value[end...].trimmingSpaces()
    }
}

/// The token of `Authorization: Bearer …` (RFC 6750), for the schemes `http` with `bearer`, `oauth2` and `openIdConnect`.
public struct BearerCredential: SecurityCredential {
    /// The token.
    public let token: String
    /// The request that presents it.
    public let request: APIRequest

    /// Reads the token; `nil` if the request presents none.
    public init?(of request: APIRequest, from source: CredentialSource) {
        guard let token = source.text(in: request) else { return nil }
        self.token = token
        self.request = request
    }
}

/// The name and the password of `Authorization: Basic …` (RFC 7617).
public struct BasicCredential: SecurityCredential {
    /// The user's name.
    public let username: String
    /// The user's password.
    public let password: String
    /// The request that presents them.
    public let request: APIRequest

    /// Reads name and password; `nil` if the request presents none, or not in the form of RFC 7617.
    public init?(of request: APIRequest, from source: CredentialSource) {
        guard let text = source.text(in: request), let bytes = Base64.decode(text),
            let pair = String(validating: bytes, as: UTF8.self), let colon = pair.firstIndex(of: ":")
        else { return nil }
        username = String(pair[..<colon])
        password = String(pair[pair.index(after: colon)...])
        self.request = request
    }
}

/// The key of a scheme of type `apiKey`.
public struct APIKeyCredential: SecurityCredential {
    /// The key.
    public let key: String
    /// The request that presents it.
    public let request: APIRequest

    /// Reads the key; `nil` if the request presents none.
    public init?(of request: APIRequest, from source: CredentialSource) {
        guard let key = source.text(in: request) else { return nil }
        self.key = key
        self.request = request
    }
}

/// What `Authorization` presents to an HTTP authentication scheme other than `Basic` and `Bearer`.
public struct AuthorizationCredential: SecurityCredential {
    /// The text behind the scheme's name.
    public let value: String
    /// The request that presents it.
    public let request: APIRequest

    /// Reads the text; `nil` if the request presents none.
    public init?(of request: APIRequest, from source: CredentialSource) {
        guard let value = source.text(in: request) else { return nil }
        self.value = value
        self.request = request
    }
}

/// The request itself, for the scheme `mutualTLS`: a proxy that ends TLS passes the certificate on in a header field.
public struct ClientCertificateCredential: SecurityCredential {
    /// The request.
    public let request: APIRequest

    /// Takes the request as it is.
    public init?(of request: APIRequest, from source: CredentialSource) { self.request = request }
}
