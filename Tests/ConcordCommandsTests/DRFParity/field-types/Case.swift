import Concord
import Foundation

@API(title: "field-types", version: "1.0.0")
enum SamplesAPI {
    static let views: [any View.Type] = [SampleViewSet.self]
}

@Model
struct Sample {
    var id: Int
    var big: Int64
    var whole: Int32
    var small: Int16
    @Field(.minimum(0)) var natural: Int32
    var ratio: Double
    var flag: Bool
    var text: String
    @Field(.maxLength(40)) var line: String
    @Field(.format(.slug), .maxLength(50)) var slug: String
    @Field(.format(.email), .maxLength(254)) var email: String
    @Field(.maxLength(200)) var link: URL
    var token: UUID
    @Field(.format(.ipv4)) var address4: String
    @Field(.format(.ipv6)) var address6: String
    var moment: Date
    var day: CalendarDate
    var time: TimeOfDay
    var span: Duration
    var payload: Data
    var anything: [String: Int]
    @Field(.setOn(.create)) var created: Date
    @Field(.setOn(.update)) var changed: Date
    var absent: Double = 0.5
    var nothing: Nullable<Double>?
}

@Serializer(of: Sample.self, exclude: \.payload)
struct SampleSerializer {
    @Field(.maxItems(5), .items(.maxLength(9))) var words: [String]
    @Field var doubled: Double { instance.ratio * 2 }
}

@View("/samples", .tags("samples"))
struct SampleViewSet: ModelViewSet {
    static let serializer = SampleSerializer.self
    static let queryset = Sample.objects.all()
}
