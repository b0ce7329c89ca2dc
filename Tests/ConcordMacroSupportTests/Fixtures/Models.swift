@Model
struct Nameless { // error: model 'Nameless' has no primary key; declare 'var id: UUID', or mark a field '@Field(.primaryKey)'
    var name: String
}

@Model
struct Station {
    var id: UUID
    var name = "North" // error: field 'name' must have an explicit type; write 'var name: Type'
    @Field(.setOn(.never)) var created: Date // error: 'setOn' takes one of .create, .update

    static let ordering: [Ordering<Station>] = [.ascending(\.created), .ascending(\.nmae)] // error: model 'Station' has no field 'nmae'
}

@Serializer(of: Station.self, exclude: \.id, readOnly: \.id) // error: 'id' appears in both 'exclude' and 'readOnly'; remove one of them
struct StationSerializer {
    @Field var isNew: Bool { true }
    @Field var title { "North" } // error: property 'title' must have an explicit type; write 'var title: Type'
}

@Serializer(fields: \.id) // error: 'fields' requires a model; name the model first: '@Serializer(of: Model.self, fields: …)'
struct Selection {}

@Filter(key: .snakeCase) // error: @Filter has no argument 'key'; did you mean '.keys'?
struct Near: FilterBackend {
    @Query(minimun: 1) var distance: Double // error: @Query has no argument 'minimun'; did you mean '.minimum'?
}

@View("/stations")
struct Stations: ModelViewSet {
    @Action(detail: true) // error: @Action requires an HTTP method; write '@Action(.post, detail: true)'
    func archive() async throws { throw NotImplemented() }

    @Action(.post) // error: @Action does not state whether it applies to one object; write 'detail: true' for one object or 'detail: false' for the collection
    func restore() async throws { throw NotImplemented() }
}

@View("/closed")
struct Closed {
    func list() async throws -> [Station] { [] } // error: view 'Closed' has functions, but none of them is an operation; write '@GET' before 'func list'
}
