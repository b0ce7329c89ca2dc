import Concord
import Foundation

// Every form of the vocabulary once. That it compiles is most of the test.

/// Everything about your pets.
///
/// Second paragraph, in *Markdown*.
@API(title: "Pets", version: "1.0.0", .openapi("3.1.0"), .externalDocs(ExternalDocs("https://pets.example", "Guide")))
@OpenAPI("info: {x-audience: public}")
enum PetAPI {
    static let contact = Contact(name: "Team", url: "https://pets.example", email: "api@pets.example")
    static let license = License(name: "MIT", identifier: "MIT")
    static let servers = [
        Server(
            "https://{region}.pets.example", "By region",
            variables: ["region": ServerVariable("eu", "Where.", enum: "eu", "us")])
    ]
    static let tags = [Tag("pets", "All pets."), Tag("dogs", parent: "pets", kind: "nav", openAPI: "x-icon: paw")]
    static let authentication: [any Authentication] = [
        PetstoreAuth("write:pets"), All(APIKey(), Signed()), Anonymous(),
    ]
    static let settings = SchemaSettings(null: .anyOf, reference: .siblings, required: .always)
    static let views: [any View.Type] = [Pets.self, PetDetail.self]
    static let webhooks: [any View.Type] = [PetSold.self]
    static let components: [Any.Type] = [Pet.self, PetID.self, PetNotFound.self, PageSize.self]
}

/// A pet.
@Serializer(.minProperties(1), .additionalProperties(false), .title("Pet"))
@OpenAPI("x-table: pets")
struct Pet {
    @Field(.readOnly) var id: PetID
    /// As its owner calls it.
    @Field(.minLength(1), .example("Rex")) var name: String
    var status: Status = .available
    @Field("chip_number", .format("chip")) var chipNumber: String?
    var born: Nullable<CalendarDate>?
    @Field(.uniqueItems, .items(.minLength(1), .description("One word."))) var tags: [String] = []
    @Field(.items(.additionalProperties(.minimum(0)))) var scores: [[String: Nullable<Int>]]?
    @Field(.deprecated, .description("Ends in two spaces.\u{20}\u{20}\r\n")) var old: String?
    @OpenAPI("not: {enum: [cat]}") var wish: String?
    @Field(.enum(1, "many")) var legs: JSON?
    @Field(.default(["size": 3])) var box: JSONObject?
    @Field(.default(nil)) var count: Int = 3
    var habitat: Habitat?
    var history: [[Status]] = []
    @Indirect var parent: Pet?
    var `default`: Bool?
    @Field("$ref") var reference: String?
    @Field("") var empty: String?

    /// An inline object.
    @Serializer struct Habitat { var climate: String }
    enum Status: String { case available, notYet = "not-yet" }
}

@Schema typealias PetID = Int64
@Schema("pet-list") typealias PetList = [Pet]
@Schema typealias Animal = Pet
@Schema typealias Statuses = [Pet.Status]
@Serializer(.pattern("^[A-Z]{2}$"), .example("NO")) struct CountryCode { var rawValue: String }
@Serializer(.minItems(1), .items(.minLength(2))) struct Nicknames { var rawValue: [String] }
@Serializer(.enum("auto", 0, nil)) struct Quality { var rawValue: JSON }
@Serializer(.title("Colour")) enum Colour: String { case red, green }

@Serializer(.discriminator("kind"), .mapping(["dog": Dog.self]))
struct Creature {
    var kind: String
    var nickname: String?
}
@Serializer(.required("nickname"))
struct Dog {
    @AllOf var creature: Creature
    var packSize: Int
}
@Serializer struct Cat {
    var kind = Const("cat")
    var lives: Int?
}
@Serializer(.type(nil), .required("name")) struct Named { var nickname: String? }

@Serializer(.discriminator("kind")) enum Beast {
    case dog(Dog)
    @Field("cat") case feline(Cat)
}
@Serializer(.union(.anyOf)) enum StopWords {
    @Field(.maxLength(9)) case one(String)
    case many([String])
    case colours([Colour])
    case statuses([Pet.Status])
    case null
}
@Serializer struct Payment {
    var amount: Int
    @OneOf var method: Method
    @Serializer enum Method { case card(Card), cash(Bool) }
    @Serializer struct Card { var number: String }
}
@Serializer(.additionalProperties(true), .description("Open.")) struct Open {
    var name: String
    @AdditionalProperties var others: [String: Int]
    @PatternProperties("^x-") var extensions: [String: JSON]
}
/// A type of other modules, too.
@Serializer public struct Shared {
    /// A name.
    public var name: String
    /// One.
    public var kind = Const(1)
    /// Never sent back.
    @Field(.writeOnly) public var secret: String?
}

/// Every pet.
@View("/pets", .tags("pets"), .summary("Pets"))
struct Pets {
    static let authentication: [any Authentication] = [Anonymous()]
    /// Who asks.
    @Header("X-Tenant") var tenant: String?
    var pageSize: PageSize

    /// Find pets.
    ///
    /// A description, from the second paragraph on.
    ///
    @GET(
        "findPets", .tags("pets", "search"), .deprecated, .authentication(PetstoreAuth("read:pets"), Anonymous()))
    @Response(200, "The pets.")
    @Response(404, PetNotFound.self)
    @Response(
        .range("5XX"), ErrorSchema.self, "Our fault.\n", .content(.json, .xml),
        .links(["retry": ResponseLink("findPets"), "owner": ownerLink]))
    @OpenAPI("x-cache: hourly")
    func list(
        /// Any of these.
        @Query(.style(.pipeDelimited), .explode(false), .items(.maxLength(5))) tags: [String]?,
        @Query(.style(.deepObject), .openAPI("x-group: 1")) filter: Filter?,
        @Query("page_token", .required, .schema(.description("Of the schema."))) token: String = "0",
        @Query("X-Tenant") tenantInQuery: String?,
        @Query sort: [Colour]?,
        @Query(.examples(["young": youngPets, "old": Example("Old", value: 9)])) order: Order = .up
    ) async throws -> Page { throw PetNotFound(left: RateLimit(rawValue: 3), error: ErrorSchema(message: "None.")) }
    /// Only a description.
    @POST(nil, .status(201), .summary(nil), .authentication())
    func add(pet: PetBody) async throws -> Pet { pet.pet }
    @Operation("COPY", "copyPets")
    @Response(200, "Copies.", .content(.events))
    func copy(@QueryString("q", .content(.form)) q: Filter) async throws -> Streaming<Pet> { throw NotImplemented() }
    @QUERY func colours() async throws -> [Colour] { [.red, .green] }

    enum Order: String { case up, down }
    @Serializer struct Filter { var age: Int? }
    /// A page of pets.
    @Response struct Page {
        @Header("Link") var link: String?
        @Header("X-Rate-Limit") var left: RateLimit
        @Body(.json) var pets: [Pet]
    }
}

/// How many to return at once.
@Parameter struct PageSize { @Query("page_size", .minimum(1), .maximum(100)) var value: Int = 50 }
/// The pet to store.
@RequestBody struct PetBody { @Body(.json, .xml) var pet: Pet }
/// No such pet.
@Response("not-found") struct PetNotFound: Error {
    @Header("X-Rate-Limit") var left: RateLimit?
    @Body var error: ErrorSchema
}
/// Requests left this hour.
@ResponseHeader(.minimum(0)) struct RateLimit { var rawValue: Int }
@Serializer("Error") struct ErrorSchema: Error { var message: String }
let youngPets = Example("Young ones", value: ["age": 1])
let ownerLink = ResponseLink("getOwner", parameters: ["id": "$response.body#/0/owner"], name: "owner")

@View("/pets/{id}")
struct PetDetail {
    @Path var id: PetID

    @PUT("replacePet")
    func put(@Body change: Change) async throws -> Outcome {
        switch change {
        case .pet(let pet): .replaced(pet)
        case .name(let name): name.isEmpty ? .elsewhere(Elsewhere(location: URL(filePath: "/pets/1"))) : .text(name)
        }
    }
    @POST("upload", .callbacks(OnUploaded.self))
    func post(@Body(.multipart) form: Upload) async throws { throw NotImplemented() }
    @PATCH("portray")
    func patch(
        @Body(.multipart, .encoding(["photo": PartEncoding("image/png", style: .form)])) portrait: Portrait
    ) async throws { throw NotImplemented() }
    @Callback("onUploaded", "{$request.body#/url}/done")
    struct OnUploaded {
        /// It is stored.
        @POST("uploaded", .status(204))
        func post(@Body pet: Pet) async throws { throw NotImplemented() }
    }
    @RequestBody enum Change {
        @Content(.json, "application/vnd.pets+json") case pet(Pet)
        @Content(.text, .examples(["short": Example("A name", value: "Rex")])) case name(String)
    }
    @Responses enum Outcome {
        /// As it is now.
        @Status(200) case replaced(Pet)
        @Status(200, .text) case text(String)
        @Status(.range("3XX")) case elsewhere(Elsewhere)
    }
    @Response struct Elsewhere { @Header("Location") var location: URL }
    @Serializer struct Upload { @Field(.contentType("image/png", "image/jpeg")) var photo: File }
}
@Serializer struct Portrait {
    /// Whose it is.
    @Field(.allOf(Schema(.null(.type))), .ref(.branch)) var owner: ErrorSchema?
    @Field(.minLength(1), .allOf(Schema(.maxLength(9)), Schema(.deprecated))) var title: String
    @Field(.items(false), .prefixItems(Schema(.type(.number)), Schema(.type(.number)))) var size: [JSON]
    @Field(.ref(.allOf)) var format: Format?
    @Serializer(.title("Format"), .null(.type)) enum Format: String { case png, jpeg }
}
@Serializer(.discriminator("kind"), .mapping(.names)) enum Guest { case dog(Dog), cat(Cat) }
@Serializer(.discriminator("kind"), .mapping(["dog": Dog.self, "hound": "Dog"])) enum Hound { case dog(Dog) }
@Serializer(.union(.oneOf)) enum Level: Int { @Field(.title("LOW"), .description("")) case low }
@Serializer(.anyOf(Schema(.requires("mail")), Schema(.requires("id", "name"), .title("Known"))))
struct Visitor { var mail: String?; var id: Int?; var name: String? }
@View("/menu", .ref("paths/menu.yaml")) struct Menu {}
@Webhook("petSold") struct PetSold {
    @POST("petSold") func post(@Body pet: Pet) async throws { throw NotImplemented() }
}

/// Sign in with your account.
@SecurityScheme(
    "petstore_auth",
    .oauth2(
        .implicit(
            authorizationURL: "https://pets.example/authorize",
            scopes: ["write:pets": "modify pets", "read:pets": "read pets"])))
struct PetstoreAuth {
    func user(of credential: BearerCredential) async throws -> UserIdentity? { nil }
}
@SecurityScheme("api-key", .apiKey(header: "X-API-Key")) struct APIKey {
    func user(of credential: APIKeyCredential) async throws -> UserIdentity? { nil }
}
@SecurityScheme(.http("bearer", bearerFormat: "JWT")) struct BearerToken {
    func user(of credential: BearerCredential) async throws -> UserIdentity? { nil }
}
@SecurityScheme(.openIdConnect("https://pets.example/.well-known/openid-configuration")) struct SingleSignOn {
    func user(of credential: BearerCredential) async throws -> UserIdentity? { nil }
}
@SecurityScheme(.mutualTLS) struct Signed {
    func user(of credential: ClientCertificateCredential) async throws -> UserIdentity? { nil }
}
