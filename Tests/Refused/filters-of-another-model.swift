import Concord
import Foundation

@Model struct Book { var id: UUID; var title: String }
@Model struct Author { var id: UUID; var name: String }
@Serializer(of: Book.self) struct BookSerializer {}

@View("/x") struct Books: ListAPIView {
    static let serializer = BookSerializer.self
    static let queryset = Book.objects.all()
    static let filters: [any FilterBackend<Author>] = [SearchFilter(\Author.name)]
    // refused: error:
}
