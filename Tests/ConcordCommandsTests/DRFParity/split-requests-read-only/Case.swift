import Concord

@API(title: "split-requests-read-only", version: "1.0.0", .requests(.split))
enum ReportsAPI {
    static let views: [any View.Type] = [ReportViewSet.self]
}

@Model
struct Report {
    var id: Int
    var title: String
    var total: Int
}

@Serializer(of: Report.self, fields: \.total, readOnly: \.total)
struct TotalsSerializer {}

@Serializer(of: Report.self, fields: \.id, \.title, readOnly: \.title)
struct ReportSerializer {
    var totals: TotalsSerializer
}

@View("/reports", .tags("reports"))
struct ReportViewSet: ModelViewSet {
    static let serializer = ReportSerializer.self
    static let queryset = Report.objects.all()
}
