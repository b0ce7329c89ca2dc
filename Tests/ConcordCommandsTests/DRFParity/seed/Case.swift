import Concord

@API(title: "seed", version: "1.0.0")
enum MyDataAPI {
    static let views: [any View.Type] = [ListMyData.self]
}

@Model
struct MyData {
    var id: Int
    @Field(.maxLength(100)) var name: String
    var value: Nullable<Double>?
}

@Serializer(of: MyData.self, exclude: \.id)
struct MyDataSerializer {}

/// Only from within the office.
@Permission
struct IsInOffice: Permission {
    func allows(_ request: APIRequest) -> Bool { request.headers["X-Office"] != nil }
}

@Filter
struct NameContains: FilterBackend {
    @Query var contains: String?

    func filter(_ data: QuerySet<MyData>) -> QuerySet<MyData> {
        guard let contains else { return data }
        return data.filter { $0.name.contains(contains) }
    }
}

@Filter
struct AtLeast: FilterBackend {
    @Query("at_least") var atLeast: Double?

    func filter(_ data: QuerySet<MyData>) -> QuerySet<MyData> {
        guard let atLeast else { return data }
        return data.filter { $0.value >= atLeast }
    }
}

@View("/my-data", .schema(AutoSchema(operationIDBase: "MyData")))
struct ListMyData: ListAPIView {
    static let serializer = MyDataSerializer.self
    static let queryset = MyData.objects.all()
    static let permissions: [any Permission] = [IsInOffice()]
    static let filters: [any FilterBackend<MyData>] = [NameContains(), AtLeast()]
}
