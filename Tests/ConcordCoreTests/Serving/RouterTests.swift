import ConcordCore
import ConcordTesting
import Testing

@Suite struct RouterTests {
    /// Responds with the matching template and the values of its parameters.
    private enum Echo: API {
        static let views: [any View.Type] = [
            Named<A>.self, Named<B>.self, Named<C>.self, Named<D>.self, Named<E>.self, Named<F>.self, Named<G>.self,
        ]

        static let defaultAuthentication: [any Authentication] = []

        protocol Template { static var path: String { get } }
        enum A: Template { static let path = "/a/{x}" }
        enum B: Template { static let path = "/a/fixed" }
        enum C: Template { static let path = "/a/{x}.json" }
        enum D: Template { static let path = "/a/{x}/b" }
        enum E: Template { static let path = "/a/fixed/c" }
        enum F: Template { static let path = "/range/{x}..{y}" }
        enum G: Template { static let path = "/" }

        struct Named<T: Template>: View {
            static var routes: [_Core.Route] {
                let path = T.path
                return [
                    _Core.Route(
                        path,
                        [
                            _Core.ViewOperation("GET", nil) { request in
                                var inputs = _Core.Inputs(request)
                                let names = ["x", "y"].filter { path.contains("{\($0)}") }
                                let values = names.compactMap { inputs.path($0, _Core.Wire.value(String.self)) }
                                return try request.respond(200, "\(path) \(values.joined(separator: ","))")
                            }
                        ], access: _Core.AccessSettings())
                ]
            }
        }
    }

    @Test(arguments: [
        ("/a/1", "/a/{x} 1"), ("/a/fixed", "/a/fixed "), ("/a/f%69xed", "/a/fixed "), ("/a/1.json", "/a/{x}.json 1"),
        ("/a/.json", "/a/{x} .json"), ("/a/a.json.json", "/a/{x}.json a.json"), ("/a/1/b", "/a/{x}/b 1"),
        ("/a/fixed/b", "/a/{x}/b fixed"), ("/a/fixed/c", "/a/fixed/c "), ("/range/1..5", "/range/{x}..{y} 1,5"),
        ("/", "/ "), ("/a/b%2Fc", "/a/{x} b/c"), ("/a/%C3%A5", "/a/{x} å"),
    ])
    func finds(path: String, answer: String) async throws {
        #expect(try await TestClient(Echo.self).get(path).json == .string(answer))
    }

    @Test(arguments: ["/a", "/a/1/c", "/range/1", "/A/1", "//a/1", "/a/1/"])
    func findsNothing(path: String) async throws {
        #expect(try await TestClient(Echo.self).get(path).status == 404)
    }
}
