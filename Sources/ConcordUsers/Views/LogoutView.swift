public import Concord

/// Signs out the user.
@View("/logout")
public struct LogoutView {
    /// Requires a session, which ends.
    public static let authentication: [any Authentication] = [SessionAuthentication()]

    @CurrentUser var user: User
    @CurrentUser var session: Session

    /// Sign out.
    @POST("logout", .status(204))
    public func post(
        /// Whether to end all sessions of the user.
        @Query everywhere: Bool = false
    ) async throws -> SessionEnd {
        if everywhere { try await user.endSessions() } else { try await session.delete() }
        return SessionEnd(cookie: SessionCookie.removal)
    }

    /// The session has ended.
    @Response
    public struct SessionEnd {
        /// Removes the cookie with the key of the session.
        @Header("Set-Cookie") public var cookie: String
    }
}
