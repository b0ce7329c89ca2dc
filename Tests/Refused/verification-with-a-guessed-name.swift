import Concord

@SecurityScheme(.http("bearer")) struct SignedIn {
    func authenticate(_ credential: BearerCredential) async throws -> UserIdentity? { nil }
    // refused: type 'SignedIn' does not conform to protocol 'SecurityScheme'
}
