import Concord
import ConcordForms
import ConcordSQLite
import Foundation
import Testing

/// A person who borrows books.
@Model
struct Reader {
    var id: Int
    /// The name on the card.
    @Field(.unique, .minLength(1), .maxLength(20)) var name: String
    @Field(.minimum(0), .maximum(150)) var age: Int?
    var isActive: Bool = true
    var level: Level = .basic
    @Field(.format(.email)) var email: String = ""
    var birthday: CalendarDate?
    var visits: [Int] = []
    var lastVisit: Date?
    var photo: Bytes?
    @Field(.writeOnly) var secret: String = "s"
    @Field(.setOn(.create)) var joined: Date

    enum Level: String { case basic, highUp = "high" }
}

/// The condition of a book, whose cases a form can't list.
enum Condition: String { case new, worn }

/// A book in the library.
@Model
struct Volume {
    var id: Int
    var condition: Condition = .new
    var summary: String
    var notes: [String] = []
    var details: JSON = [:]
}

/// Forms for models.
@Suite struct FormTests {
    private func run(_ test: () async throws -> Void) async throws {
        let database = try await Database(url: "sqlite::memory:")
        try await database.createTables(for: [Reader.self])
        try await database.run { try await test() }
    }

    @Test func eachFieldHasTheControlOfItsType() {
        let form = Form<Reader>()
        let widgets = Dictionary(uniqueKeysWithValues: form.fields.map { ($0.name, $0.widget) })
        #expect(
            widgets == [
                "name": .text, "age": .number, "isActive": .checkbox, "level": .select, "email": .email,
                "birthday": .date, "visits": .lines, "lastVisit": .dateTime, "photo": .file,
            ])
        #expect(form[\.name]?.help == "The name on the card." && form[\.name]?.label == "Name")
        #expect(form[\.name]?.isRequired == true && form[\.age]?.isRequired == false)
        #expect(form[\.level]?.options == [FormOption("basic", "Basic"), FormOption("high", "High up")])
        #expect(form[\.isActive]?.value == "true" && form[\.level]?.value == "basic")
    }

    /// The values are inside the text areas, and an enum without known cases has a line of text.
    @Test func textAreasContainTheirValues() async throws {
        let volume = Volume(
            id: 1, condition: .worn, summary: "First <line>.\nSecond line.", notes: ["a", "b"], details: ["pages": 12])
        let form = Form(volume)
        #expect(form[\.condition]?.widget == .text && form[\.summary]?.widget == .textarea)
        let html = try await form.html()
        for text in [
            "\nFirst &lt;line&gt;.\nSecond line.</textarea>", "\na\nb</textarea>", "{&quot;pages&quot;:12}</textarea>",
            "value=\"worn\"",
        ] { #expect(html.contains(text), "\(text) in \(html)") }
        var sent = Form(volume)
        sent.bind(["condition": "new", "summary": "Short.", "notes": "a\nb", "details": "{\"pages\":12}"])
        #expect(sent.isValid && sent.filledObject()?.condition == .new)
    }

    @Test func aValidFormStoresAnObject() async throws {
        try await run {
            var form = Form<Reader>()
            form.bind([
                "name": " Ada ", "age": "36", "level": "high", "email": "ada@example.org", "birthday": "1815-12-10",
                "visits": "1\r\n 2 \r\n\r\n3", "lastVisit": "2026-01-02T03:04",
            ])
            let reader = try #require(try await form.save())
            #expect(reader.name == "Ada" && reader.age == 36 && reader.level == .highUp && !reader.isActive)
            #expect(reader.visits == [1, 2, 3] && reader.birthday?.description == "1815-12-10")
            #expect(reader.lastVisit == Date(timeIntervalSince1970: 1_767_323_040))
            #expect(try await Reader.objects.get().name == "Ada")
        }
    }

    @Test func errorsStandBesideTheirFields() async throws {
        try await run {
            var form = Form<Reader>()
            form.bind([
                "name": "", "age": "200", "level": "low", "email": "x", "birthday": "1815-02-30", "visits": "1\nb",
                "lastVisit": "soon",
            ])
            #expect(!form.isValid)
            #expect(try await form.save() == nil)
            #expect(form[\.name]?.errors == ["is required"])
            #expect(form[\.age]?.errors == ["must be at most 150"])
            #expect(form[\.visits]?.errors == ["value 2 must be an integer"])
            for field in [\Reader.level, \.email, \.birthday, \.lastVisit] as [PartialKeyPath<Reader> & Sendable] {
                #expect(form[field]?.errors.count == 1)
            }
            let html = try await form.html()
            #expect(html.contains("value=\"200\"") && html.contains("aria-invalid=\"true\""))
            #expect(html.contains("<li>Must be at most 150</li>"))
        }
    }

    @Test func aConstraintOfTheTableIsAnErrorOfItsField() async throws {
        try await run {
            try await Reader.objects.create(Reader(id: 0, name: "Ada", joined: Date()))
            var form = Form<Reader>()
            form.bind(["name": "Ada", "level": "basic"])
            #expect(form.isValid)
            #expect(try await form.save() == nil)
            #expect(form[\.name]?.errors == ["must be unique; another object has this value"])
            #expect(try await Reader.objects.count() == 1)
        }
    }

    @Test func whatIsNotInTheFormKeepsItsValue() async throws {
        try await run {
            let moment = Date(timeIntervalSince1970: 1_700_000_000.25)
            let ada = try await Reader.objects.create(
                Reader(id: 0, name: "Ada", age: 36, lastVisit: moment, photo: Bytes([1]), secret: "x", joined: Date()))
            var form = Form(ada, fields: [\.name, \.lastVisit, \.photo])
            // A form shows seconds. An unchanged value keeps its full precision.
            let shown = try #require(form[\.lastVisit]?.value)
            form.bind(["name": "Ada L", "lastVisit": shown, "age": "1", "secret": "y", "id": "9"])
            let changed = try #require(try await form.save())
            #expect(changed.id == ada.id && changed.name == "Ada L" && changed.age == 36 && changed.secret == "x")
            #expect(changed.lastVisit == moment && changed.photo == Bytes([1]))
            #expect(try await Form(changed, fields: [\.photo]).html().contains("Now: 1 byte"))
            form = Form(changed, fields: [\.photo])
            form.bind(["photo-clear": "1"])
            #expect(try await form.save()?.photo == nil)
        }
    }

    @Test func readOnlyFieldsAreShownOnly() async throws {
        try await run {
            let ada = try await Reader.objects.create(Reader(id: 0, name: "Ada", age: 36, joined: Date()))
            var form = Form(ada, fields: [\.name, \.age, \.joined], readOnly: [\.age])
            form.bind(["name": "Bo", "age": "1", "joined": "2000-01-01T00:00:00"])
            let changed = try #require(try await form.save())
            #expect(changed.name == "Bo" && changed.age == 36)
            let html = try await form.html()
            #expect(html.contains("<div class=\"value\">36</div>") && !html.contains("name=\"age\""))
        }
    }

    @Test func textIsEscaped() async throws {
        try await run {
            let hostile = "\"><script>"
            let bad = try await Reader.objects.create(Reader(id: 0, name: hostile, joined: Date()))
            let html = try await Form(bad).html()
            #expect(!html.contains("<script>") && html.contains("&quot;&gt;&lt;script&gt;"))
        }
    }

    @Test func templatesOfAFolderAreRendered() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "templates-\(UUID())/pages")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
        try "<p>{{name}}</p><form>{{{form}}}</form>".write(
            to: folder.appending(path: "hello.mustache"), atomically: true, encoding: .utf8)
        let templates = try await Templates(folder: folder.deletingLastPathComponent().path)
        let form = try await Form<Reader>(fields: [\.name]).html()
        let page = try templates.render("pages/hello", ["name": "<Ada>", "form": form])
        #expect(page.hasPrefix("<p>&lt;Ada&gt;</p>") && page.contains("<input type=\"text\" id=\"id_name\""))
        #expect(throws: TemplateNotFound.self) { try templates.render("pages/other") }
        let response = try templates.response("pages/hello")
        #expect(response.headers[.contentType] == "text/html; charset=utf-8")
    }

    @Test func dataIsReadFromBothMediaTypes() async throws {
        let encoded = APIRequest(
            .post, "/", headers: HTTPFields(["Content-Type": "application/x-www-form-urlencoded"]),
            body: APIRequest.Body(Array("name=A%20B&tag=1&tag=2".utf8)))
        let data = try await FormData(encoded)
        #expect(data["name"] == "A B" && data.values("tag") == ["1", "2"] && data["other"] == nil)
        let parts = "--x\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a\"\r\n\r\nB\r\n--x--\r\n"
        let multipart = APIRequest(
            .post, "/", headers: HTTPFields(["Content-Type": "multipart/form-data; boundary=x"]),
            body: APIRequest.Body(Array(parts.utf8)))
        #expect(try await FormData(multipart).file("photo")?.content == [66])
        let json = APIRequest(
            .post, "/", headers: HTTPFields(["Content-Type": "application/json"]),
            body: APIRequest.Body(Array("{}".utf8)))
        await #expect(throws: Problem.self) { try await FormData(json) }
    }
}

extension Form {
    /// Binds the form to these fields.
    fileprivate mutating func bind(_ fields: KeyValuePairs<String, String>) { bind(FormData(fields)) }
}
