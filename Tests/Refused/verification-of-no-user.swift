import Concord

@SecurityScheme(.http("bearer")) struct SignedIn {
    func user(of credential: BearerCredential) async throws -> String? { nil }
    // refused: type 'SignedIn' does not conform to protocol 'SecurityScheme'
}
