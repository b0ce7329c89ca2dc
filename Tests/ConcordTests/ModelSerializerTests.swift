import Concord
import Foundation
import Testing

/// Model serializers, from their attributes to JSON and back.
@Suite struct ModelSerializerTests {
    private let id = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1))

    private var book: Book {
        Book(
            id: id, title: "The Sea, the Sea", author: 7, price: 12.5, blurb: .null, lent: .seconds(90), donor: "Iris",
            created: Date(timeIntervalSince1970: 0), changed: Date(timeIntervalSince1970: 1))
    }

    private var author: Author { Author(number: 7, slug: "murdoch") }

    private func json(of value: some WireValue, side: _Core.Side = .response) throws -> JSON {
        var writer = _Core.JSONWriter(side: side)
        value.write(to: &writer)
        var issues = _Core.Issues()
        return try #require(_Core.JSONReader.read(writer.bytes, _Core.Wire.value(JSON.self), issues: &issues))
    }

    private func read<C: _Core.Codec>(_ json: JSON, _ codec: C) throws -> (value: C.Value?, issues: [String]) {
        var writer = _Core.JSONWriter()
        json.write(to: &writer)
        var issues = _Core.Issues()
        let value = _Core.JSONReader.read(writer.bytes, codec, issues: &issues)
        return (value, issues.found.map { "\($0.pointer) \($0.message)" })
    }

    @Test func aDateThatNoClientSetsIsThePresentMoment() throws {
        var issues = _Core.Issues()
        let letter = _Core.JSONReader.read(Array("{}".utf8), _Core.Wire.value(LetterSerializer.self), issues: &issues)
        #expect(try #require(letter).instance.sent > .now.addingTimeInterval(-60))
    }

    @Test func tableOfFields() {
        #expect(Author.table == "writers")
        #expect(Book.table == "book")
        #expect(Author.primaryKey?.name == "number")
        #expect(Book.field(at: \.subTitle)?.wireName == "subtitle")
        #expect(Book.field(at: \.subTitle)?.column == "sub_title")
        #expect(Book.field(at: \.isLost) == nil)
        #expect(Book.fields.filter(\.options.isReadOnly).map(\.name) == ["id", "created", "changed"])
        #expect(
            Book.fields.filter(\.isRequired).map(\.name) == ["id", "title", "author", "blurb", "created", "changed"])
    }

    @Test func writesTheModelsFieldsWithTheStructsOwnAmongThem() throws {
        let serializer = BookSerializer(book, author: AuthorSerializer(author), title: "The Sea", second: "A novel")
        #expect(
            try json(of: serializer) == [
                "id": "00000000-0000-0000-0000-000000000001", "title": "The Sea", "status": "ordered",
                "author": ["number": 7, "slug": "murdoch"], "genres": [], "price": "12.5", "blurb": nil,
                "lent": "PT1M30S", "created": "1970-01-01T00:00:00Z", "changed": "1970-01-01T00:00:01Z",
                "second": "A novel", "kind": "book", "title_words": 4,
            ])
    }

    @Test func writesSelectedFieldsInTheirOrder() throws {
        var writer = _Core.JSONWriter()
        BookSummarySerializer(book).write(to: &writer)
        #expect(
            String(decoding: writer.bytes, as: UTF8.self)
                == #"{"title":"The Sea, the Sea","id":"00000000-0000-0000-0000-000000000001","author":7}"#)
    }

    @Test func writeOnlyFieldsGoToTheServerAndReadOnlyOnesDoNot() throws {
        let sent = try json(of: BookSummarySerializer(book), side: .request)
        #expect(sent == ["title": "The Sea, the Sea", "author": 7, "blurb": nil, "donor": "Iris"])
    }

    @Test func readsAnObjectAndIgnoresWhatIsReadOnly() throws {
        let (value, issues) = try read(
            ["title": "Emma", "author": 3, "blurb": "Funny.", "id": "not even a UUID", "unknown": 1],
            _Core.Wire.value(BookSummarySerializer.self))
        #expect(issues == [])
        let book = try #require(value?.instance)
        #expect(book.title == "Emma" && book.author == 3 && book.blurb == .value("Funny.") && book.status == .ordered)
        #expect(book.id != self.id)
        #expect(book.created.timeIntervalSinceNow > -3600)
    }

    @Test func reportsEverythingThatIsWrong() throws {
        let (value, issues) = try read(
            [
                "title": "E", "author": ["number": 1, "slug": "not a slug", "email": "nobody"], "price": "123456.789",
                "opened": "25:00:00Z", "lent": "P1Y", "kind": "film", "titleWords": 2, "title_words": 2,
            ], _Core.Wire.value(BookSerializer.self))
        #expect(value == nil)
        #expect(
            issues == [
                "/title must have at least 3 characters",
                "/author/slug must match the pattern ^[-a-zA-Z0-9_]+$",
                "/author/email must be an email address",
                "/price must be less than 10000",
                "/price must be a multiple of 0.01",
                "/opened must be a time such as 12:30:00Z",
                "/lent must be a duration such as PT1H30M, without years and months",
                "/kind must be \"book\"",
                "/titleWords is not allowed here",
            ])
    }

    @Test func requiresWhatTheModelAndTheStructRequire() throws {
        #expect(
            try read([:], _Core.Wire.value(BookSerializer.self)).issues == [
                "/title is required", "/author is required", "/kind is required",
            ])
        #expect(
            try read([:], _Core.Wire.value(BookSummarySerializer.self)).issues
                == ["/title is required", "/author is required", "/blurb is required"])
    }

    @Test func aPartialInputChangesWhatItGives() throws {
        let (data, issues) = try read(
            ["title": "Persuasion", "author": ["slug": "austen"]],
            _Core.Wire.input(BookSerializer.self, isPartial: true))
        #expect(issues == [])
        var book = book
        try #require(data).fields.assign(to: &book)
        #expect(book.title == "Persuasion" && book.price == 12.5 && book.id == id)
        #expect(data?["author", AuthorSerializer.self]?.instance.slug == "austen")
    }

    @Test func representsAnObjectAlone() throws {
        #expect(try #require(BookSummarySerializer.representing(book)).instance.id == id)
        // The author can't be created from a book, which has only the author's key.
        #expect(BookSerializer.representing(book) == nil)
    }

    @Test func fillsInAGenericSerializer() throws {
        let shelf = Shelf(items: [BookSummarySerializer(book)], next: URL(string: "https://library.example/2"))
        let written = try json(of: shelf)
        #expect(written["count"] == 1)
        #expect(written["items"]?[0]?["author"] == 7)
        let (_, issues) = try read(["items": [1, 2, 3], "count": 9], _Core.Wire.value(Shelf<Int>.self))
        #expect(issues == ["/items must have at most 2 items"])
    }
}

@Model
private struct Letter {
    var id: UUID
    @Field(.readOnly) var sent: Date
}

@Serializer(of: Letter.self)
private struct LetterSerializer {}
