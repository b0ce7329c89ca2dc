import ConcordCore
import ConcordTesting
import Testing

/// The table "Style Examples" of the OpenAPI specification, sent as requests.
@Suite struct StyleExamplesTests {
    /// A row of the table: how a style writes `color` as a string, an array and an object.
    struct Row: CustomTestStringConvertible {
        var location: String
        var style: ParameterStyle
        var explode: Bool
        var string: String?
        var array: String?
        var object: String?

        init(
            _ location: String, _ style: ParameterStyle, explode: Bool, string: String? = nil, array: String? = nil,
            object: String? = nil
        ) {
            (self.location, self.style, self.explode) = (location, style, explode)
            (self.string, self.array, self.object) = (string, array, object)
        }

        var path: String { "/\(location)/\(style.rawValue)/\(explode)" }
        var testDescription: String { path }
    }

    static let rows = [
        Row(
            "path", .matrix, explode: false, string: ";color=blue", array: ";color=blue,black,brown",
            object: ";color=R,100,G,200,B,150"),
        Row(
            "path", .matrix, explode: true, string: ";color=blue", array: ";color=blue;color=black;color=brown",
            object: ";R=100;G=200;B=150"),
        Row(
            "path", .label, explode: false, string: ".blue", array: ".blue,black,brown", object: ".R,100,G,200,B,150"),
        Row("path", .label, explode: true, string: ".blue", array: ".blue.black.brown", object: ".R=100.G=200.B=150"),
        Row("path", .simple, explode: false, string: "blue", array: "blue,black,brown", object: "R,100,G,200,B,150"),
        Row("path", .simple, explode: true, string: "blue", array: "blue,black,brown", object: "R=100,G=200,B=150"),
        Row(
            "query", .form, explode: false, string: "color=blue", array: "color=blue,black,brown",
            object: "color=R,100,G,200,B,150"),
        Row(
            "query", .form, explode: true, string: "color=blue", array: "color=blue&color=black&color=brown",
            object: "R=100&G=200&B=150"),
        Row(
            "query", .spaceDelimited, explode: false, array: "color=blue%20black%20brown",
            object: "color=R%20100%20G%20200%20B%20150"),
        Row(
            "query", .pipeDelimited, explode: false, array: "color=blue%7Cblack%7Cbrown",
            object: "color=R%7C100%7CG%7C200%7CB%7C150"),
        Row("query", .deepObject, explode: true, object: "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
        Row("header", .simple, explode: false, string: "blue", array: "blue,black,brown", object: "R,100,G,200,B,150"),
        Row("header", .simple, explode: true, string: "blue", array: "blue,black,brown", object: "R=100,G=200,B=150"),
        Row(
            "cookie", .form, explode: false, string: "color=blue", array: "color=blue,black,brown",
            object: "color=R,100,G,200,B,150"),
        Row(
            "cookie", .form, explode: true, string: "color=blue", array: "color=blue&color=black&color=brown",
            object: "R=100&G=200&B=150"),
        Row(
            "cookie", .cookie, explode: false, string: "color=blue", array: "color=blue,black,brown",
            object: "color=R,100,G,200,B,150"),
        Row(
            "cookie", .cookie, explode: true, string: "color=blue", array: "color=blue; color=black; color=brown",
            object: "R=100; G=200; B=150"),
    ]

    enum ColorAPI: API {
        static let views: [any View.Type] = [Colors.self]
        static let defaultAuthentication: [any Authentication] = []
    }

    /// Responds with the parameter that it has read.
    struct Colors: View {
        static var routes: [_Core.Route] {
            rows.flatMap { row in
                [
                    route(row, "string", _Core.Wire.value(String.self)),
                    route(row, "array", _Core.Wire.list(_Core.Wire.value(String.self))),
                    route(row, "object", _Core.Wire.map(_Core.Wire.value(Int.self))),
                ]
            }
        }

        private static func route(_ row: Row, _ shape: String, _ codec: some _Core.Codec) -> _Core.Route {
            let name = row.location == "path" ? "/{color}" : ""
            return _Core.Route(
                "\(row.path)/\(shape)\(name)",
                [
                    _Core.ViewOperation("GET", "get") { request in
                        var inputs = _Core.Inputs(request)
                        guard let value = read(row, codec, &inputs), inputs.isValid else { throw inputs.failure }
                        return try request.respond(200, value, codec)
                    }
                ], access: _Core.AccessSettings())
        }

        private static func read<C: _Core.Codec>(_ row: Row, _ codec: C, _ inputs: inout _Core.Inputs) -> C.Value? {
            switch row.location {
            case "path": inputs.path("color", codec, style: row.style, explode: row.explode)
            case "query": inputs.query("color", codec, required: true, style: row.style, explode: row.explode)
            case "header": inputs.header("color", codec, required: true, explode: row.explode)
            default: inputs.cookie("color", codec, required: true, style: row.style, explode: row.explode)
            }
        }
    }

    private let client = TestClient(ColorAPI.self)

    private func send(_ row: Row, _ shape: String, _ text: String) async throws -> TestResponse {
        let path = "\(row.path)/\(shape)"
        switch row.location {
        case "path": return try await client.get("\(path)/\(text)")
        case "query": return try await client.get("\(path)?\(text)")
        case "header": return try await client.get(path, headers: ["color": text])
        default: return try await client.get(path, headers: ["Cookie": text])
        }
    }

    @Test(arguments: rows) func `a parameter is read as the specification writes it`(row: Row) async throws {
        if let string = row.string { #expect(try await send(row, "string", string).json == "blue") }
        if let array = row.array {
            #expect(try await send(row, "array", array).json == ["blue", "black", "brown"])
        }
        if let object = row.object {
            #expect(try await send(row, "object", object).json == ["R": 100, "G": 200, "B": 150])
        }
    }

    @Test func `an absent parameter is reported at its place`() async throws {
        for row in Self.rows where row.location != "path" {
            let response = try await client.get("\(row.path)/array")
            #expect(response.status == 400)
            #expect(response.json["errors"]?[0]?["name"] == "color")
        }
    }

    @Test(arguments: [
        ("/path/simple/false/array/a%2Cb,c", ["a,b", "c"]),
        ("/path/simple/false/array/%C3%A9,%F0%9F%8E%88", ["é", "🎈"]),
        ("/path/label/true/array/.a%2Eb.c", ["a.b", "c"]),
        ("/path/matrix/true/array/;color=a%3Bb;color=c", ["a;b", "c"]),
        ("/query/form/false/array?color=a%2Cb,c+d", ["a,b", "c d"]),
        ("/query/form/true/array?color=a%26b&color=c%3Dd", ["a&b", "c=d"]),
        ("/query/pipeDelimited/false/array?color=a|b", ["a", "b"]),
        ("/query/spaceDelimited/false/array?color=a+b", ["a", "b"]),
        // The characters that `allowReserved` doesn't encode.
        ("/query/form/true/array?color=a/b?c:d@e[f]!$'()*;g", ["a/b?c:d@e[f]!$'()*;g"]),
    ])
    func `percent-encoding is removed after the separators`(target: String, array: [String]) async throws {
        let response = try await client.get(target)
        #expect(response.json == .array(array.map { .string($0) }))
    }

    @Test(arguments: [
        "/path/simple/false/array/%FF", "/path/simple/false/array/%4", "/path/label/false/array/blue",
        "/path/matrix/false/array/;colour=blue", "/path/simple/true/object/R,100", "/path/simple/false/object/R",
        "/query/form/true/array?color=%C3", "/query/form/false/object?color=R",
    ])
    func `a parameter that its style can't write is refused`(target: String) async throws {
        #expect(try await client.get(target).status == 400)
    }

    @Test(arguments: [
        "/header/simple/false/object", "/header/simple/true/object", "/path/label/false/object/.",
        "/path/matrix/false/object/;color", "/query/form/false/object?color=",
    ])
    func `an empty text is an object without properties`(target: String) async throws {
        #expect(try await client.get(target, headers: ["color": ""]).json == [:])
    }

    @Test func `an object has the properties whose names clients encode`() async throws {
        let comma = try await client.get("/query/form/false/object?color=R%2C100%2CG%2C200")
        #expect(comma.json == ["R": 100, "G": 200])
        let deep = try await client.get("/query/deepObject/true/object?color%5BR%5D=2&colors%5BR%5D=3&color%5BG=4")
        #expect(deep.json == ["R": 2])
        let combining = try await client.get("/header/simple/true/object", headers: ["color": "\u{315}=1,R=2"])
        #expect(combining.json == ["\u{315}": 1, "R": 2])
    }

    @Test func `several Cookie fields are one`() async throws {
        var fields = HTTPFields()
        fields.append("Cookie", "color=blue")
        fields.append("Cookie", "session=1; color=black")
        var inputs = _Core.Inputs(APIRequest(.get, "/", headers: fields))
        let codec = _Core.Wire.list(_Core.Wire.value(String.self))
        #expect(inputs.cookie("color", codec, style: .cookie, explode: true) == ["blue", "black"])
        #expect(inputs.cookie("session", _Core.Wire.value(Int.self)) == 1)
    }
}
