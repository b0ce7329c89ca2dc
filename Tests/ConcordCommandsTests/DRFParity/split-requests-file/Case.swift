import Concord
import Foundation

@API(title: "split-requests-file", version: "1.0.0", .requests(.split))
enum DocumentsAPI {
    static let views: [any View.Type] = [DocumentViewSet.self]
}

@Model
struct Document {
    var id: Int
    @Field(.minLength(1), .maxLength(100)) var title: String
    var scan: File
}

@Serializer(of: Document.self)
struct DocumentSerializer {}

@View("/documents", .tags("documents"))
struct DocumentViewSet: ModelViewSet {
    static let serializer = DocumentSerializer.self
    static let queryset = Document.objects.all()
    static let parsers: [MediaType] = [.multipart]
}
