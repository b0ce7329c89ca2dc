import Concord

@SecurityScheme(.apiKey(header: "X-Key")) struct Keyed {
    func user(of credential: BearerCredential) async throws -> UserIdentity? { nil }
    // refused: type 'Keyed' does not conform to protocol 'SecurityScheme'
}
