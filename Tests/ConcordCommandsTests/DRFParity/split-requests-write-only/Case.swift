import Concord

@API(title: "split-requests-write-only", version: "1.0.0", .requests(.split))
enum SignInAPI {
    static let views: [any View.Type] = [SignIn.self]
}

@Serializer
struct CredentialsSerializer {
    @Field(.minLength(1), .writeOnly) var user: String
    @Field(.minLength(1), .writeOnly) var password: String
}

@View("/sign-in", .tags("sign-in"))
struct SignIn {
    @POST("signIn", .status(201))
    func post(@Body credentials: CredentialsSerializer) async throws { throw NotImplemented() }
}
