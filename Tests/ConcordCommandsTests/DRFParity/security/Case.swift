import Concord

@API(title: "security", version: "1.0.0")
enum SecretsAPI {
    static let authentication: [any Authentication] = [BasicAuthentication(), TokenAuthentication()]
    static let views: [any View.Type] = [Secrets.self, PublicSecrets.self, OpenSecrets.self]
}

@Model
struct Secret {
    var id: Int
    var text: String
}

@Serializer(of: Secret.self, fields: \.text)
struct SecretSerializer {}

@View("/secrets", .tags("secrets"))
struct Secrets: ListCreateAPIView {
    static let serializer = SecretSerializer.self
    static let queryset = Secret.objects.all()
    static let permissions: [any Permission] = [IsAuthenticated()]
}

@View("/public-secrets", .tags("public-secrets"), .schema(AutoSchema(operationIDBase: "PublicSecret")))
struct PublicSecrets: ListCreateAPIView {
    static let serializer = SecretSerializer.self
    static let queryset = Secret.objects.all()
    static let authentication: [any Authentication] = [SessionAuthentication()]
    static let permissions: [any Permission] = [IsAuthenticatedOrReadOnly()]
}

@View("/open-secrets", .tags("open-secrets"), .schema(AutoSchema(operationIDBase: "OpenSecret")))
struct OpenSecrets: ListCreateAPIView {
    static let serializer = SecretSerializer.self
    static let queryset = Secret.objects.all()
    static let permissions: [any Permission] = [AllowAny()]
}
