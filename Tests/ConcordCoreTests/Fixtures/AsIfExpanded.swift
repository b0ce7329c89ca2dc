import ConcordCore
import Foundation

// What a person writes with macros, and behind each declaration what the macros make of it, written by hand. It is the
// specification of `ConcordExpansion`, and lets the run time be tested without a macro.

// MARK: A serializer: @Serializer

struct Pet: Equatable {
    // @Field(.readOnly)
    var id: Int64
    // @Field(.minLength(1), .maxLength(20))
    var name: String
    var status: Status = .available
    // @Field("chip_number", .pattern("^[0-9]{4}$"))
    var chipNumber: String?
    var born: Nullable<CalendarDate>?
    // @Field(.maxItems(3), .items(.minLength(1)))
    var tags: [String] = []
    var history: [Status]?
    // @Field(.writeOnly)
    var secret: String?

    /// Raw values need no attribute.
    enum Status: String, CaseIterable { case available, notYet = "not-yet" }
}

extension Pet: ConcordCore._Core.WireObject {
    private enum Rules {
        static let name = ConcordCore._Core.Rules(minLength: 1, maxLength: 20)
        static let chipNumber = ConcordCore._Core.Rules(pattern: "^[0-9]{4}$")
        static let tags = ConcordCore._Core.Rules(maxItems: 3, items: ConcordCore._Core.Rules(minLength: 1))
    }

    init?(from json: inout ConcordCore._Core.JSONReader) {
        var _id = ConcordCore._Core.Wire.value(Int64.self).noValue
        var _name = ConcordCore._Core.Wire.value(String.self).noValue
        var _status = ConcordCore._Core.Wire.value(Status.self).noValue
        var _chipNumber = ConcordCore._Core.Wire.value(String.self).noValue
        var _born = ConcordCore._Core.Wire.nullable(ConcordCore._Core.Wire.value(CalendarDate.self)).noValue
        var _tags = ConcordCore._Core.Wire.list(ConcordCore._Core.Wire.value(String.self)).noValue
        var _history = ConcordCore._Core.Wire.list(ConcordCore._Core.Wire.value(Status.self)).noValue
        var _secret = ConcordCore._Core.Wire.value(String.self).noValue
        guard var object = json.beginObject() else { return nil }
        while let key = json.nextKey(&object) {
            switch key {
            case "id": json.property("id", &_id, ConcordCore._Core.Wire.value(Int64.self), readOnly: true)
            case "name": json.property("name", &_name, ConcordCore._Core.Wire.value(String.self), Rules.name)
            case "status": json.property("status", &_status, ConcordCore._Core.Wire.value(Status.self))
            case "chip_number":
                json.property("chip_number", &_chipNumber, ConcordCore._Core.Wire.value(String.self), Rules.chipNumber)
            case "born":
                json.property(
                    "born", &_born, ConcordCore._Core.Wire.nullable(ConcordCore._Core.Wire.value(CalendarDate.self)))
            case "tags":
                json.property(
                    "tags", &_tags, ConcordCore._Core.Wire.list(ConcordCore._Core.Wire.value(String.self)), Rules.tags)
            case "history":
                json.property(
                    "history", &_history, ConcordCore._Core.Wire.list(ConcordCore._Core.Wire.value(Status.self)))
            case "secret": json.property("secret", &_secret, ConcordCore._Core.Wire.value(String.self))
            default: json.ignore(key)
            }
        }
        json.require("id", &_id, ConcordCore._Core.Wire.value(Int64.self))
        json.require("name", _name)
        guard let _id, let _name else { return nil }
        self.id = _id
        self.name = _name
        if let _status { self.status = _status }
        self.chipNumber = _chipNumber
        self.born = _born
        if let _tags { self.tags = _tags }
        self.history = _history
        self.secret = _secret
    }

    func writeProperties(to json: inout ConcordCore._Core.JSONWriter) {
        json.property("id", id, ConcordCore._Core.Wire.value(Int64.self), readOnly: true)
        json.property("name", name, ConcordCore._Core.Wire.value(String.self))
        json.property("status", status, ConcordCore._Core.Wire.value(Status.self))
        json.property("chip_number", chipNumber, ConcordCore._Core.Wire.value(String.self))
        json.property("born", born, ConcordCore._Core.Wire.nullable(ConcordCore._Core.Wire.value(CalendarDate.self)))
        json.property("tags", tags, ConcordCore._Core.Wire.list(ConcordCore._Core.Wire.value(String.self)))
        json.property("history", history, ConcordCore._Core.Wire.list(ConcordCore._Core.Wire.value(Status.self)))
        json.property("secret", secret, ConcordCore._Core.Wire.value(String.self), writeOnly: true)
    }
}

// MARK: A constrained scalar: @Serializer(.pattern("^[A-Z]{2}$"))

struct CountryCode: Equatable {
    var rawValue: String

    // As @Serializer adds it inside of the struct, in place of the implicit initialiser.
    init?(rawValue: String) {
        guard Rules.rawValue.allow(rawValue, ConcordCore._Core.Wire.value(String.self)) else { return nil }
        self.rawValue = rawValue
    }
}

extension CountryCode: ConcordCore.WireValue, RawRepresentable {
    fileprivate enum Rules {
        static let rawValue = ConcordCore._Core.Rules(pattern: "^[A-Z]{2}$")
    }

    init?(from json: inout ConcordCore._Core.JSONReader) {
        guard let value = json.read(ConcordCore._Core.Wire.value(String.self), Rules.rawValue) else { return nil }
        self.rawValue = value
    }

    func write(to json: inout ConcordCore._Core.JSONWriter) {
        ConcordCore._Core.Wire.value(String.self).write(rawValue, to: &json)
    }

    func check(_ rules: ConcordCore._Core.Rules, _ issues: inout ConcordCore._Core.Issues) {
        ConcordCore._Core.Wire.value(String.self).check(rawValue, rules, &issues)
    }

    static var placeholder: CountryCode? {
        ConcordCore._Core.Wire.value(String.self).placeholder.flatMap { CountryCode(rawValue: $0) }
    }
    static var shape: ConcordCore._Core.WireShape { ConcordCore._Core.Wire.value(String.self).shape }
}

// MARK: Composition: @Serializer with @AllOf, and Const

struct Creature: Equatable {
    var kind: String
    var nickname: String?
}

extension Creature: ConcordCore._Core.WireObject {
    init?(from json: inout ConcordCore._Core.JSONReader) {
        var _kind = ConcordCore._Core.Wire.value(String.self).noValue
        var _nickname = ConcordCore._Core.Wire.value(String.self).noValue
        guard var object = json.beginObject() else { return nil }
        while let key = json.nextKey(&object) {
            switch key {
            case "kind": json.property("kind", &_kind, ConcordCore._Core.Wire.value(String.self))
            case "nickname": json.property("nickname", &_nickname, ConcordCore._Core.Wire.value(String.self))
            default: json.ignore(key)
            }
        }
        json.require("kind", _kind)
        guard let _kind else { return nil }
        self.kind = _kind
        self.nickname = _nickname
    }

    func writeProperties(to json: inout ConcordCore._Core.JSONWriter) {
        json.property("kind", kind, ConcordCore._Core.Wire.value(String.self))
        json.property("nickname", nickname, ConcordCore._Core.Wire.value(String.self))
    }
}

struct Dog: Equatable {
    // @AllOf
    var creature: Creature
    // @Field(.minimum(1))
    var packSize: Int
}

extension Dog: ConcordCore._Core.WireObject {
    private enum Rules {
        static let packSize = ConcordCore._Core.Rules(minimum: 1)
    }

    init?(from json: inout ConcordCore._Core.JSONReader) {
        let start = json.position
        let _creature = json.read(ConcordCore._Core.Wire.value(Creature.self))
        json.rewind(to: start)
        var _packSize = ConcordCore._Core.Wire.value(Int.self).noValue
        guard var object = json.beginObject() else { return nil }
        while let key = json.nextKey(&object) {
            switch key {
            case "packSize":
                json.property("packSize", &_packSize, ConcordCore._Core.Wire.value(Int.self), Rules.packSize)
            default: json.ignore(key)
            }
        }
        json.require("packSize", _packSize)
        guard let _creature = _creature, let _packSize else { return nil }
        self.creature = _creature
        self.packSize = _packSize
    }

    func writeProperties(to json: inout ConcordCore._Core.JSONWriter) {
        creature.writeProperties(to: &json)
        json.property("packSize", packSize, ConcordCore._Core.Wire.value(Int.self))
    }
}

// @Serializer(additionalProperties: false, minProperties: 2)
struct Cat: Equatable {
    var kind = Const("cat")
    var lives: Int?
}

extension Cat: ConcordCore._Core.WireObject {
    private enum Rules {
        static let all = ConcordCore._Core.Rules(minProperties: 2)
        static let kind = ConcordCore._Core.Rules(enum: ["cat"])
    }

    init?(from json: inout ConcordCore._Core.JSONReader) {
        var _kind = ConcordCore._Core.Wire.value(String.self).noValue
        var _lives = ConcordCore._Core.Wire.value(Int.self).noValue
        guard var object = json.beginObject() else { return nil }
        while let key = json.nextKey(&object) {
            switch key {
            case "kind": json.property("kind", &_kind, ConcordCore._Core.Wire.value(String.self), Rules.kind)
            case "lives": json.property("lives", &_lives, ConcordCore._Core.Wire.value(Int.self))
            default: json.refuse(key)
            }
        }
        json.check(object, Rules.all)
        json.require("kind", _kind)
        self.lives = _lives
    }

    func writeProperties(to json: inout ConcordCore._Core.JSONWriter) {
        json.property("kind", kind.value, ConcordCore._Core.Wire.value(String.self))
        json.property("lives", lives, ConcordCore._Core.Wire.value(Int.self))
    }
}

// MARK: Unions: @Serializer(.discriminator("kind")) and @Serializer(.union(.anyOf))

enum Beast: Equatable {
    case dog(Dog)
    case cat(Cat)
}

extension Beast: ConcordCore._Core.WireObject {
    init?(from json: inout ConcordCore._Core.JSONReader) {
        switch json.discriminator("kind", ["dog", "cat"]) {
        case "dog":
            guard let value = json.read(ConcordCore._Core.Wire.value(Dog.self)) else { return nil }
            self = .dog(value)
        case "cat":
            guard let value = json.read(ConcordCore._Core.Wire.value(Cat.self)) else { return nil }
            self = .cat(value)
        default: return nil
        }
    }

    func writeProperties(to json: inout ConcordCore._Core.JSONWriter) {
        switch self {
        case .dog(let value): value.writeProperties(to: &json)
        case .cat(let value): value.writeProperties(to: &json)
        }
    }
}

enum StopWords: Equatable {
    // @Field(.maxLength(9))
    case one(String)
    case many([String])
    case null
}

extension StopWords: ConcordCore.WireValue {
    private enum Rules {
        static let one = ConcordCore._Core.Rules(maxLength: 9)
    }

    init?(from json: inout ConcordCore._Core.JSONReader) {
        var union = json.beginUnion()
        let _one = json.attempt("one", ConcordCore._Core.Wire.value(String.self), Rules.one, &union)
        let _many = json.attempt(
            "many", ConcordCore._Core.Wire.list(ConcordCore._Core.Wire.value(String.self)), nil, &union)
        let _null = json.attemptNull(&union)
        json.endUnion(union, exactlyOne: false)
        if let _one {
            self = .one(_one)
        } else if let _many {
            self = .many(_many)
        } else if _null {
            self = .null
        } else {
            return nil
        }
    }

    func write(to json: inout ConcordCore._Core.JSONWriter) {
        switch self {
        case .one(let value): ConcordCore._Core.Wire.value(String.self).write(value, to: &json)
        case .many(let value):
            ConcordCore._Core.Wire.list(ConcordCore._Core.Wire.value(String.self)).write(value, to: &json)
        case .null: json.writeNull()
        }
    }

    static var shape: ConcordCore._Core.WireShape { .any }
}

// MARK: An error and a response with headers: @Serializer and @Response

struct Complaint: Error, Equatable { var message: String }

extension Complaint: ConcordCore._Core.WireObject {
    init?(from json: inout ConcordCore._Core.JSONReader) {
        var _message = ConcordCore._Core.Wire.value(String.self).noValue
        guard var object = json.beginObject() else { return nil }
        while let key = json.nextKey(&object) {
            switch key {
            case "message": json.property("message", &_message, ConcordCore._Core.Wire.value(String.self))
            default: json.ignore(key)
            }
        }
        json.require("message", _message)
        guard let _message else { return nil }
        self.message = _message
    }

    func writeProperties(to json: inout ConcordCore._Core.JSONWriter) {
        json.property("message", message, ConcordCore._Core.Wire.value(String.self))
    }
}

struct Page {
    @Header("X-Next") var next: String?
    @Body(.json) var pets: [Pet]

    // As @Response adds it; the implicit initialiser would take wrappers.
    init(next: String?, pets: [Pet]) {
        _next = ConcordCore.Header(wrappedValue: next)
        _pets = ConcordCore.Body(wrappedValue: pets)
    }
}

extension Page: ConcordCore.ResponseValue {
    func response(_ status: ConcordCore.HTTPResponse.Status, to request: ConcordCore.APIRequest) throws
        -> ConcordCore.APIResponse
    {
        var response = try request.respond(
            status, pets, ConcordCore._Core.Wire.list(ConcordCore._Core.Wire.value(Pet.self)),
            content: ["application/json"])
        response.header("X-Next", next, ConcordCore._Core.Wire.value(String.self))
        return response
    }
}

// MARK: Several successes: @Responses

enum Outcome {
    // @Status(201)
    case created(Pet)
    // @Status(202, .text)
    case queued(String)
    // @Status(204)
    case nothing
}

extension Outcome: ConcordCore.ResponseValue {
    func response(_ status: ConcordCore.HTTPResponse.Status, to request: ConcordCore.APIRequest) throws
        -> ConcordCore.APIResponse
    {
        switch self {
        case .created(let value): try request.respond(201, value)
        case .queued(let value): try request.respond(202, value, content: ["text/plain"])
        case .nothing: request.respond(204)
        }
    }
}

// MARK: A reusable parameter: @Parameter

struct PageSize {
    @Query("page_size", .minimum(1), .maximum(100)) var value: Int = 50
}

extension PageSize: ConcordCore._Core.Input {
    private enum Rules {
        static let value = ConcordCore._Core.Rules(minimum: 1, maximum: 100)
    }

    init?(from inputs: inout ConcordCore._Core.Inputs) {
        let _value = inputs.query("page_size", ConcordCore._Core.Wire.value(Int.self), rules: Rules.value)
        if let _value { self.value = _value }
    }
}

// MARK: Views: @View

struct Pets {
    @Header("X-Tenant") var tenant: String?
    var pageSize: PageSize

    // As @View adds it; the implicit initialiser would take wrappers.
    init(tenant: String?, pageSize: PageSize) {
        _tenant = ConcordCore.Header(wrappedValue: tenant)
        self.pageSize = pageSize
    }

    // @GET("findPets")
    func list(
        @Query(.style(.pipeDelimited), .explode(false)) tags: [String]?,
        @Query("sort_by") sort: Sort = .name,
        @Query(.style(.deepObject)) filter: Filter?
    ) async throws -> Page {
        Page(
            next: tenant,
            pets: [
                Pet(
                    id: 1, name: (tags ?? []).joined(separator: "+"),
                    tags: ["\(pageSize.value)", "\(sort)", "\(filter?.age ?? 0)"])
            ])
    }

    // @POST("addPet") @Response(409, Complaint.self) @Response(.range("4XX"), Complaint.self)
    func add(@Body pet: Pet) async throws -> Outcome {
        switch pet.name {
        case "twice": throw Complaint(message: "There is one already.")
        case "teapot": throw Complaint(message: "I'm a teapot.").with(status: 418)
        case "later": return .queued("soon")
        case "none": return .nothing
        case "bug": throw Unexpected()
        default: return .created(pet)
        }
    }

    struct Unexpected: Error {}
    struct Filter { var age: Int? }
    enum Sort: String { case name, age }
}

extension Pets.Filter: ConcordCore._Core.WireObject {
    init?(from json: inout ConcordCore._Core.JSONReader) {
        var _age = ConcordCore._Core.Wire.value(Int.self).noValue
        guard var object = json.beginObject() else { return nil }
        while let key = json.nextKey(&object) {
            switch key {
            case "age": json.property("age", &_age, ConcordCore._Core.Wire.value(Int.self))
            default: json.ignore(key)
            }
        }
        self.age = _age
    }

    func writeProperties(to json: inout ConcordCore._Core.JSONWriter) {
        json.property("age", age, ConcordCore._Core.Wire.value(Int.self))
    }
}

extension Pets: ConcordCore.View {
    static var routes: [ConcordCore._Core.Route] {
        [
            ConcordCore._Core.Route(
                "/pets",
                [
                    ConcordCore._Core.ViewOperation("GET", "findPets", Self.respondToList),
                    ConcordCore._Core.ViewOperation("POST", "addPet", Self.respondToAdd),
                ], access: ConcordCore._Core.AccessSettings())
        ]
    }

    private static func bind(_ inputs: inout ConcordCore._Core.Inputs) -> Self? {
        let _tenant = inputs.header("X-Tenant", ConcordCore._Core.Wire.value(String.self))
        let _pageSize = PageSize(from: &inputs)
        guard let _pageSize else { return nil }
        return Self(tenant: _tenant, pageSize: _pageSize)
    }

    @Sendable private static func respondToList(
        _ request: ConcordCore.APIRequest
    ) async throws -> ConcordCore.APIResponse {
        var inputs = ConcordCore._Core.Inputs(request)
        let view = Self.bind(&inputs)
        let _tags = inputs.query(
            "tags", ConcordCore._Core.Wire.list(ConcordCore._Core.Wire.value(String.self)), style: .pipeDelimited,
            explode: false)
        let _sort = inputs.query("sort_by", ConcordCore._Core.Wire.value(Sort.self))
        let _filter = inputs.query("filter", ConcordCore._Core.Wire.value(Filter.self), style: .deepObject)
        guard inputs.isValid, let view else { throw inputs.failure }
        do {
            return try request.respond(
                200, try await view.list(tags: _tags, sort: _sort ?? .name, filter: _filter))
        } catch {
            return try request.respond(to: error, [])
        }
    }

    @Sendable private static func respondToAdd(
        _ request: ConcordCore.APIRequest
    ) async throws -> ConcordCore.APIResponse {
        var inputs = ConcordCore._Core.Inputs(request)
        let view = Self.bind(&inputs)
        let _pet = try await inputs.body(ConcordCore._Core.Wire.value(Pet.self), content: ["application/json"])
        guard inputs.isValid, let view, let _pet else { throw inputs.failure }
        do {
            return try request.respond(200, try await view.add(pet: _pet))
        } catch {
            return try request.respond(
                to: error, [.of(409, Complaint.self), .of(.range("4XX"), Complaint.self)])
        }
    }
}

struct PetDetail {
    @Path var id: Int64

    init(id: Int64) { _id = ConcordCore.Path(wrappedValue: id) }

    // @GET("getPet")
    func get() async throws -> Pet { throw NotImplemented() }
    // @DELETE("deletePet", .status(204))
    func delete() async throws {}
}

extension PetDetail: ConcordCore.View {
    static var routes: [ConcordCore._Core.Route] {
        [
            ConcordCore._Core.Route(
                "/pets/{id}",
                [
                    ConcordCore._Core.ViewOperation("GET", "getPet", Self.respondToGet),
                    ConcordCore._Core.ViewOperation("DELETE", "deletePet", Self.respondToDelete),
                ], access: ConcordCore._Core.AccessSettings())
        ]
    }

    private static func bind(_ inputs: inout ConcordCore._Core.Inputs) -> Self? {
        let _id = inputs.path("id", ConcordCore._Core.Wire.value(Int64.self))
        guard let _id else { return nil }
        return Self(id: _id)
    }

    @Sendable private static func respondToGet(
        _ request: ConcordCore.APIRequest
    ) async throws -> ConcordCore.APIResponse {
        var inputs = ConcordCore._Core.Inputs(request)
        let view = Self.bind(&inputs)
        guard inputs.isValid, let view else { throw inputs.failure }
        do {
            return try request.respond(200, try await view.get())
        } catch {
            return try request.respond(to: error, [])
        }
    }

    @Sendable private static func respondToDelete(
        _ request: ConcordCore.APIRequest
    ) async throws -> ConcordCore.APIResponse {
        var inputs = ConcordCore._Core.Inputs(request)
        let view = Self.bind(&inputs)
        guard inputs.isValid, let view else { throw inputs.failure }
        do {
            try await view.delete()
            return request.respond(204)
        } catch {
            return try request.respond(to: error, [])
        }
    }
}

// MARK: The API: @API

enum PetAPI {
    static let views: [any View.Type] = [PetDetail.self, Pets.self, Upload.self]
    static let document: _Core.EmbeddedDocument? = _Core.EmbeddedDocument(
        yaml: "openapi: 3.1.1\n", json: "{\"openapi\": \"3.1.1\"}\n", page: "<!DOCTYPE html><title>Pets</title>")
}

extension PetAPI: ConcordCore.API {
    static let defaultAuthentication: [any ConcordCore.Authentication] = []
}

// MARK: A multipart body

struct Upload {
    // @POST("upload")
    func post(@Body(.multipart) form: Form) async throws -> String {
        "\(form.photo.name ?? "-") \(form.photo.content.count) \(form.caption ?? "-") \(form.places.map(String.init))"
    }

    struct Form {
        var photo: File
        var caption: String?
        var places: [Int] = []
    }
}

extension Upload.Form: ConcordCore._Core.WireObject {
    init?(from json: inout ConcordCore._Core.JSONReader) {
        var _photo = ConcordCore._Core.Wire.value(File.self).noValue
        var _caption = ConcordCore._Core.Wire.value(String.self).noValue
        var _places = ConcordCore._Core.Wire.list(ConcordCore._Core.Wire.value(Int.self)).noValue
        guard var object = json.beginObject() else { return nil }
        while let key = json.nextKey(&object) {
            switch key {
            case "photo": json.property("photo", &_photo, ConcordCore._Core.Wire.value(File.self))
            case "caption": json.property("caption", &_caption, ConcordCore._Core.Wire.value(String.self))
            case "places":
                json.property("places", &_places, ConcordCore._Core.Wire.list(ConcordCore._Core.Wire.value(Int.self)))
            default: json.ignore(key)
            }
        }
        json.require("photo", _photo)
        guard let _photo else { return nil }
        self.photo = _photo
        self.caption = _caption
        if let _places { self.places = _places }
    }

    func writeProperties(to json: inout ConcordCore._Core.JSONWriter) {
        json.property("photo", photo, ConcordCore._Core.Wire.value(File.self))
        json.property("caption", caption, ConcordCore._Core.Wire.value(String.self))
        json.property("places", places, ConcordCore._Core.Wire.list(ConcordCore._Core.Wire.value(Int.self)))
    }
}

extension Upload: ConcordCore.View {
    static var routes: [ConcordCore._Core.Route] {
        [
            ConcordCore._Core.Route(
                "/upload", [ConcordCore._Core.ViewOperation("POST", "upload", Self.respondToPost)],
                access: ConcordCore._Core.AccessSettings())
        ]
    }

    @Sendable private static func respondToPost(
        _ request: ConcordCore.APIRequest
    ) async throws -> ConcordCore.APIResponse {
        var inputs = ConcordCore._Core.Inputs(request)
        let view = Self()
        let _form = try await inputs.body(ConcordCore._Core.Wire.value(Form.self), content: ["multipart/form-data"])
        guard inputs.isValid, let _form else { throw inputs.failure }
        do {
            return try request.respond(200, try await view.post(form: _form))
        } catch {
            return try request.respond(to: error, [])
        }
    }
}
