import Concord

/// The cookie with the key of a session.
package enum SessionCookie {
    /// The name that ``SessionAuthentication`` reads.
    package static let name = "sessionid"

    /// Returns the value of `Set-Cookie` for a key. Scripts can't read the cookie, and forms of other sites don't send
    /// it.
    static func header(_ key: String, maximumAge: Duration) -> String {
        let secure = AppEnvironment.current.users.sessions.isCookieSecure ? "; Secure" : ""
        return "\(name)=\(key); Path=/; Max-Age=\(Int(maximumAge.seconds)); HttpOnly; SameSite=Lax\(secure)"
    }

    /// The value of `Set-Cookie` that removes the key from the browser.
    package static var removal: String { header("", maximumAge: .zero) }

    /// The header field for a failed sign-in, which status 401 requires.
    static var challenge: HTTPFields { [.wwwAuthenticate: "APIKey in=\"cookie\", name=\"\(name)\""] }
}
