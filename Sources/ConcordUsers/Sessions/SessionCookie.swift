import Concord

/// The cookie that holds the key of a session.
package enum SessionCookie {
    /// The name that ``SessionAuthentication`` reads.
    package static let name = "sessionid"

    /// The value of `Set-Cookie` for a key. Scripts can't read the cookie, and other sites' forms don't send it.
    static func header(_ key: String, maximumAge: Duration) -> String {
        let secure = AppEnvironment.current.users.sessions.isCookieSecure ? "; Secure" : ""
        return "\(name)=\(key); Path=/; Max-Age=\(Int(maximumAge.seconds)); HttpOnly; SameSite=Lax\(secure)"
    }

    /// The value of `Set-Cookie` that makes the browser forget the key.
    package static var removal: String { header("", maximumAge: .zero) }

    /// The header field of a refused sign-in, which status 401 requires.
    static var challenge: HTTPFields { [.wwwAuthenticate: "APIKey in=\"cookie\", name=\"\(name)\""] }
}
