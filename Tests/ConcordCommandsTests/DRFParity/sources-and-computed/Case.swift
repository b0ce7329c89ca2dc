import Concord
import Foundation

@API(title: "sources-and-computed", version: "1.0.0")
enum PeopleAPI {
    static let views: [any View.Type] = [People.self]
}

@Model
struct Person {
    var id: Int32
    /// As in the passport.
    @Field(.maxLength(30)) var name: String
    var born: CalendarDate
    @Field(.maxLength(128)) var password: String
}

@Serializer(of: Person.self, exclude: \.name, writeOnly: \.password)
struct PersonSerializer {
    @Field(.source(\Person.name), .maxLength(30)) var fullName: String
    /// How old they are.
    @Field var age: Int { 0 }
    /// What they are called by, if by anything.
    @Field var nicknames: [String] { [] }
    /// How often they were here, by year.
    @Field var visits: [String: Int] { [:] }
    @Field var score: Nullable<Double> { .null }
}

@View("/people", .tags("people"))
struct People: ListCreateAPIView {
    static let serializer = PersonSerializer.self
    static let queryset = Person.objects.all()
}
