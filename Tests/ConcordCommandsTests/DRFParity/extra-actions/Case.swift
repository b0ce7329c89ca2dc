import Concord
import Foundation

@API(title: "extra-actions", version: "1.0.0")
enum MailAPI {
    static let views: [any View.Type] = [LetterViewSet.self]
}

@Model
struct Letter {
    var id: Int64
    @Field(.maxLength(80)) var subject: String
    var sent: Bool = false
}

@Serializer(of: Letter.self, readOnly: \.sent)
struct LetterSerializer {}

/// Where a letter goes.
@Serializer
struct Address {
    var city: String
    var street: String?
}

@View("/letters", .tags("letters"))
struct LetterViewSet: ReadOnlyModelViewSet {
    static let serializer = LetterSerializer.self
    static let queryset = Letter.objects.all()

    /// Letters of late.
    @Action(.get, detail: false)
    func recent(@Query(.minimum(1)) days: Int = 7) async throws -> [LetterSerializer] { throw NotImplemented() }

    /// Write many at once.
    @Action(.post, detail: false, .path("in-bulk"), .status(201))
    func writeAll(@Body letters: [LetterSerializer]) async throws -> [LetterSerializer] { throw NotImplemented() }

    /// Send a letter.
    @Action(.post, detail: true)
    func send(@Body address: Address) async throws -> LetterSerializer { throw NotImplemented() }

    /// The letter's stamp.
    @Action(.get, detail: true)
    func stamp() async throws -> Address { throw NotImplemented() }

    /// Take the stamp off.
    @Action(.delete, detail: true, .path("stamp"), .status(204))
    func unstamp() async throws { throw NotImplemented() }

    /// One page of it.
    @Action(.get, detail: true, .path("pages/{number}"))
    func page(@Path(.minimum(1)) number: Int) async throws -> [String] { throw NotImplemented() }
}
