import Concord

// Views that guard themselves in every way that Swift lets a setting be written. Each answers 403, or 401 where it asks for
// credentials, to a request that nothing allows.

@API(title: "Access", version: "1")
enum AccessAPI {
    static let views: [any View.Type] = [
        Unguarded.self, InPlace.self, ByConstant.self, Computed.self, AsFunction.self, OneType.self,
        InExtension.self, InOtherFile.self, InheritedDefault.self, PrivateSetting.self,
        AuthenticationByConstant.self, AuthenticationInExtension.self, AuthenticationComputed.self,
        OperationAuthentication.self, OperationByConstant.self, ThrottledByConstant.self, ThrottledInExtension.self,
        GuardedGroup.self, MemberProfile.self, Scoped.self, Both.self, Either.self, OptionalUser.self, Basic.self, Keys.self,
    ]
}

/// Nobody passes.
struct Refusal: Permission {
    func allows(_ request: APIRequest) -> Bool { false }
}

/// Every second request comes too soon.
struct TooSoon: Throttle {
    func delay(for request: APIRequest) -> Duration? { .seconds(1.5) }
}

/// A member of the club, whose token is the name behind `token-`.
struct Member: AuthenticatedUser {
    var name: String
    var identifier: String { name }
    var scopes: Set<String> { name == "librarian" ? ["read:books", "write:books"] : ["read:books"] }
}

/// A machine, which is no member.
struct Machine: AuthenticatedUser {
    var identifier: String
}

@SecurityScheme(.http("bearer"))
struct MemberToken {
    func user(of credential: BearerCredential) async throws -> Member? {
        credential.token.hasPrefix("token-") ? Member(name: String(credential.token.dropFirst(6))) : nil
    }
}

@SecurityScheme("machine-key", .apiKey(header: "X-Machine"))
struct MachineKey {
    func user(of credential: APIKeyCredential) async throws -> Machine? {
        credential.key == "m-1" ? Machine(identifier: "m-1") : nil
    }
}

@SecurityScheme(.apiKey(query: "key"))
struct QueryKey {
    func user(of credential: APIKeyCredential) async throws -> Machine? {
        credential.key == "a b" ? Machine(identifier: "q") : nil
    }
}

@SecurityScheme(.apiKey(cookie: "session"))
struct CookieKey {
    func user(of credential: APIKeyCredential) async throws -> Machine? {
        credential.key == "s-1" ? Machine(identifier: "c") : nil
    }
}

@SecurityScheme(.http("basic"))
struct Password {
    func user(of credential: BasicCredential) async throws -> Member? {
        credential.password == "open: sesame" ? Member(name: credential.username) : nil
    }
}

let sharedPermissions = [Refusal()]
let sharedAuthentication = [MemberToken()]
let sharedThrottles = [TooSoon()]

@View("/open") struct Unguarded {
    @GET func get() async throws -> String { "open" }
}
@View("/in-place") struct InPlace {
    static let permissions: [any Permission] = [Refusal()]
    @GET func get() async throws -> String { "open" }
}
@View("/by-constant") struct ByConstant {
    static let permissions = sharedPermissions
    @GET func get() async throws -> String { "open" }
}
@View("/computed") struct Computed {
    static var permissions: [Refusal] { [Refusal()] }
    @GET func get() async throws -> String { "open" }
}
@View("/as-function") struct AsFunction {
    static func permissions() -> [Refusal] { [Refusal()] }
    @GET func get() async throws -> String { "open" }
}
@View("/one-type") struct OneType {
    static let permissions = [Refusal()]
    @GET func get() async throws -> String { "open" }
}
@View("/in-extension") struct InExtension {
    @GET func get() async throws -> String { "open" }
}
extension InExtension {
    static var permissions: [Refusal] { [Refusal()] }
}
@View("/in-other-file") struct InOtherFile {
    @GET func get() async throws -> String { "open" }
}
protocol Guarded: View {}
extension Guarded {
    static var permissions: [Refusal] { [Refusal()] }
}
@View("/inherited-default") struct InheritedDefault: Guarded {
    @GET func get() async throws -> String { "open" }
}
@View("/private-setting") struct PrivateSetting {
    private static let permissions: [any Permission] = [Refusal()]
    @GET func get() async throws -> String { "open" }
}

@View("/authentication/by-constant") struct AuthenticationByConstant {
    static let authentication = sharedAuthentication
    @GET func get() async throws -> String { "open" }
}
@View("/authentication/in-extension") struct AuthenticationInExtension {
    @GET func get() async throws -> String { "open" }
}
extension AuthenticationInExtension {
    static let authentication = [MemberToken()]
}
@View("/authentication/computed") struct AuthenticationComputed {
    static var authentication: [any Authentication] { [MemberToken()] }
    @GET func get() async throws -> String { "open" }
}
@View("/authentication/operation") struct OperationAuthentication {
    @GET(.authentication(MemberToken())) func get() async throws -> String { "open" }
    @POST(.authentication()) func post() async throws -> String { "open" }
    static let authentication = [MemberToken()]
}
@View("/authentication/operation-by-constant") struct OperationByConstant {
    @GET(.authentication(sharedAuthentication)) func get() async throws -> String { "open" }
}
@View("/throttles/by-constant") struct ThrottledByConstant {
    static let throttles = sharedThrottles
    @GET func get() async throws -> String { "open" }
}
@View("/throttles/in-extension") struct ThrottledInExtension {
    @GET func get() async throws -> String { "open" }
}
extension ThrottledInExtension {
    static let throttles = [TooSoon()]
}

/// Views that ask for a token because the group around them does.
@Include("/group") enum GuardedGroup {
    static let views: [any View.Type] = [Inside.self]
    static let authentication = [MemberToken()]
}
@View("/inside") struct Inside {
    @GET func get() async throws -> String { "open" }
}

@View("/profile", .schema(AutoSchema(operationIDBase: "Profile"))) struct MemberProfile {
    static let authentication: [any Authentication] = [MemberToken(), MachineKey()]
    @GET func get(@CurrentUser user: Member) async throws -> String { user.name }
    @PUT func put(@CurrentUser user: Member?, request: APIRequest) async throws -> String {
        "\(user?.name ?? "nobody") \(request.user?.identifier ?? "-")"
    }
}
@View("/scoped") struct Scoped {
    @GET(.authentication(MemberToken("read:books"))) func get(@CurrentUser user: Member) async throws -> String { user.name }
    @PUT(.authentication(MemberToken("read:books", "write:books"))) func put() async throws -> String { "written" }
}
@View("/both") struct Both {
    static let authentication: [any Authentication] = [All(MachineKey(), MemberToken("read:books"))]
    @CurrentUser var user: Member
    @GET func get(_ request: APIRequest) async throws -> String { "\(user.name) on \(request.user?.identifier ?? "-")" }
}
@View("/either") struct Either {
    static let authentication: [any Authentication] = [MemberToken(), MachineKey()]
    @GET func get(_ request: APIRequest) async throws -> String { request.user?.identifier ?? "-" }
}
@View("/optional") struct OptionalUser {
    static let authentication: [any Authentication] = [MemberToken(), Anonymous()]
    @GET func get(_ request: APIRequest) async throws -> String { request.user?.identifier ?? "-" }
}
@View("/basic") struct Basic {
    static let authentication: [any Authentication] = [Password()]
    @GET func get(@CurrentUser user: Member) async throws -> String { user.name }
}
@View("/keys") struct Keys {
    static let authentication: [any Authentication] = [QueryKey(), CookieKey()]
    @GET func get(_ request: APIRequest) async throws -> String { request.user?.identifier ?? "-" }
}
