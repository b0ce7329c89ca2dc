@testable import ConcordCore
import Testing

@Suite struct ParameterStyleTests {
    /// `{"R": 100, "G": 200}` or a part of it.
    private typealias Color = [String: Int]

    private func query<C: _Core.Codec>(
        _ text: String, _ codec: C, _ style: ParameterStyle, _ explode: Bool
    ) -> C.Value? {
        var inputs = _Core.Inputs(APIRequest(.get, "/?\(text)"))
        let value = inputs.query("color", codec, style: style, explode: explode)
        return inputs.isValid ? value : nil
    }

    @Test(arguments: [
        ("color=blue,black", ParameterStyle.form, false), ("color=blue&x=1&color=black", .form, true),
        ("color=blue%20black", .spaceDelimited, false), ("color=blue+black", .spaceDelimited, false),
        ("color=blue|black", .pipeDelimited, false), ("color=blue%7Cblack", .pipeDelimited, false),
        ("color=blue&color=black", .pipeDelimited, true), ("color[]=blue&color[]=black", .deepObject, true),
        ("color[0]=blue&color[1]=black", .deepObject, true),
    ])
    func readsArraysInQueries(text: String, style: ParameterStyle, explode: Bool) {
        #expect(query(text, _Core.Wire.value([String].self), style, explode) == ["blue", "black"])
    }

    @Test(arguments: [
        ("color=R,100,G,200", ParameterStyle.form, false), ("R=100&G=200", .form, true),
        ("color=R%20100%20G%20200", .spaceDelimited, false), ("color=R|100|G|200", .pipeDelimited, false),
        ("color[R]=100&color[G]=200", .deepObject, true), ("color%5BR%5D=100&color%5BG%5D=200", .deepObject, true),
    ])
    func readsObjectsInQueries(text: String, style: ParameterStyle, explode: Bool) {
        #expect(query(text, _Core.Wire.value(Color.self), style, explode) == ["R": 100, "G": 200])
    }

    @Test func readsScalarsInQueries() {
        #expect(query("color=a%2Cb+c", _Core.Wire.value(String.self), .form, true) == "a,b c")
        #expect(query("color=a,b", _Core.Wire.value(String.self), .form, false) == "a,b")
        #expect(query("color=", _Core.Wire.value(String.self), .form, true) == "")
        #expect(query("color", _Core.Wire.value(String.self), .form, true) == "")
        #expect(query("color=one", _Core.Wire.value([String].self), .form, true) == ["one"])
        #expect(query("color=1&color=2", _Core.Wire.value(Int.self), .form, true) == nil)
        #expect(query("color=%FF", _Core.Wire.value(String.self), .form, true) == nil)
    }

    @Test(arguments: [
        ("simple", false, "/blue,black", "/R,100,G,200"), ("simple", true, "/blue,black", "/R=100,G=200"),
        ("label", false, "/.blue,black", "/.R,100,G,200"), ("label", true, "/.blue.black", "/.R=100.G=200"),
        ("matrix", false, "/;color=blue,black", "/;color=R,100,G,200"),
        ("matrix", true, "/;color=blue;color=black", "/;R=100;G=200"),
    ])
    func readsPaths(style: String, explode: Bool, array: String, object: String) async throws {
        let style = try #require(ParameterStyle(rawValue: style))
        #expect(await path(array, _Core.Wire.value([String].self), style, explode) == ["blue", "black"])
        #expect(await path(object, _Core.Wire.value(Color.self), style, explode) == ["R": 100, "G": 200])
    }

    private func path<C: _Core.Codec>(_ path: String, _ codec: C, _ style: ParameterStyle, _ explode: Bool) async -> C
        .Value?
    {
        var request = APIRequest(.get, path)
        request.pathValues = ["color": path.dropFirst()]
        var inputs = _Core.Inputs(request)
        let value = inputs.path("color", codec, style: style, explode: explode)
        return inputs.isValid ? value : nil
    }

    @Test func readsHeadersAndCookies() {
        var inputs = _Core.Inputs(
            APIRequest(
                .get, "/", headers: HTTPFields(["Color": "R=100,G=200", "Cookie": "a=1; color=blue%2C,black; b=2"])))
        #expect(inputs.header("color", _Core.Wire.value(Color.self), explode: true) == ["R": 100, "G": 200])
        #expect(inputs.cookie("color", _Core.Wire.value([String].self)) == ["blue,", "black"])
        #expect(inputs.cookie("b", _Core.Wire.value(Int.self)) == 2)
        #expect(inputs.cookie("c", _Core.Wire.value(Int.self), required: true) == nil)
        #expect(inputs.failure.errors.map(\.message) == ["is required"])
    }

    @Test func readsJSONInParameters() {
        var inputs = _Core.Inputs(
            APIRequest(.get, "/?filter=%7B%22age%22%3A1%7D", headers: HTTPFields(["Color": "{\"R\": 1}"])))
        #expect(inputs.query("filter", _Core.Wire.value(JSON.self), content: .json) == ["age": 1])
        #expect(inputs.header("color", _Core.Wire.value(Color.self), content: .json) == ["R": 1])
        #expect(inputs.isValid)
    }

    @Test func readsWholeQueries() {
        var inputs = _Core.Inputs(APIRequest(.get, "/?age=1&tags=a&tags=b"))
        #expect(inputs.queryString("q", _Core.Wire.value(JSON.self)) == ["age": "1", "tags": ["a", "b"]])
    }

    @Test func readsForms() async throws {
        var inputs = _Core.Inputs(
            APIRequest(
                .post, "/", headers: HTTPFields(["Content-Type": "application/x-www-form-urlencoded; charset=utf-8"]),
                body: APIRequest.Body(Array("name=Rex+the+dog&tags=a&tags=b&chip_number=1".utf8))))
        let pet = try await inputs.body(_Core.Wire.value(Pet.self), content: [.json, .form])
        #expect(pet?.name == "Rex the dog")
        #expect(pet?.tags == ["a", "b"])
        #expect(inputs.failure.errors.map(\.pointer) == ["/chip_number"])
    }
}
