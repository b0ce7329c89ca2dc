public import Concord

/// Signs out.
@View("/logout")
public struct LogoutView {
    /// A session, which ends.
    public static let authentication: [any Authentication] = [SessionAuthentication()]

    @CurrentUser var user: User
    @CurrentUser var session: Session

    /// Sign out.
    @POST("logout", .status(204))
    public func post(
        /// Whether all sessions of the user end.
        @Query everywhere: Bool = false
    ) async throws -> SessionEnd {
        if everywhere { try await user.endSessions() } else { try await session.delete() }
        return SessionEnd(cookie: SessionCookie.removal)
    }

    /// The session is over.
    @Response
    public struct SessionEnd {
        /// Removes the key of the session.
        @Header("Set-Cookie") public var cookie: String
    }
}
