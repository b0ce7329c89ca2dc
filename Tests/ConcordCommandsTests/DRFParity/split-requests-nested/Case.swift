import Concord
import Foundation

@API(title: "split-requests-nested", version: "1.0.0", .requests(.split))
enum PostsAPI {
    static let views: [any View.Type] = [PostViewSet.self]
}

@Model
struct Author {
    var id: Int
    @Field(.minLength(1), .maxLength(100)) var name: String
    @Field(.format(.email), .minLength(1), .maxLength(254)) var email: String
}

@Model
struct Post {
    var id: Int
    @Field(.minLength(1), .maxLength(100)) var title: String
    @ForeignKey(onDelete: .cascade) var author: Author.ID
    @Field(.setOn(.create)) var created: Date
}

@Serializer(of: Author.self, writeOnly: \.email)
struct AuthorSerializer {}

@Serializer(of: Post.self)
struct PostSerializer {
    var author: AuthorSerializer
    var size: [String: Int]
}

@View("/posts", .tags("posts"))
struct PostViewSet: ModelViewSet {
    static let serializer = PostSerializer.self
    static let queryset = Post.objects.all()
}
