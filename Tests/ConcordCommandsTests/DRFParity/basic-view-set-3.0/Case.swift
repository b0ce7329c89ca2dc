import Concord
import Foundation

@API(title: "basic-view-set-3.0", version: "1.0.0", .openapi("3.0.3"))
enum AlbumsAPI {
    static let authentication: [any Authentication] = [TokenAuthentication()]
    static let views: [any View.Type] = [AlbumViewSet.self]
}

@Model
struct Artist {
    var id: UUID
    @Field(.maxLength(100)) var name: String
}

@Model
struct Album {
    var id: Int
    @Field(.maxLength(100)) var title: String
    var released: Nullable<CalendarDate>?
    @ForeignKey(onDelete: .protect) var artist: Artist.ID
}

/// Someone who makes music.
@Serializer(of: Artist.self)
struct ArtistSerializer {}

/// Songs that belong together.
@Serializer(of: Album.self)
struct AlbumSerializer {
    var artist: ArtistSerializer
}

/// How an album was played.
@Serializer
struct Play {
    @Field(.minimum(1)) var times: Int
}

/// All albums.
@View("/albums", .tags("albums"))
struct AlbumViewSet: ModelViewSet {
    static let serializer = AlbumSerializer.self
    static let queryset = Album.objects.all()
    static let permissions: [any Permission] = [IsAuthenticatedOrReadOnly()]

    /// Count plays of an album.
    @Action(.post, detail: true)
    func play(@Body play: Play) async throws -> AlbumSerializer { throw NotImplemented() }
}
