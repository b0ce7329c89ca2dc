import ConcordBrowser
import ConcordSite
import Foundation
import Testing

/// The form and the editor of a request body show the same value.
@Suite(.serialized, .enabled(if: Browser.isInstalled))
struct BodyFormTests {
    private static let yaml = """
        openapi: 3.1.0
        info: {title: Boats, version: '1'}
        paths:
          /boats:
            post:
              requestBody:
                required: true
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Boat'}
                  application/x-www-form-urlencoded:
                    schema: {type: object, required: [name], properties: {name: {type: string}, length: {type: integer}, tags: {type: array, items: {type: string}}}}
              responses: {'200': {description: OK}}
          /photos:
            post:
              requestBody:
                content:
                  multipart/form-data:
                    schema: {type: object, required: [title], properties: {title: {type: string, minLength: 1}, about: {$ref: '#/components/schemas/Engine'}, photo: {type: string, format: binary}}}
              responses: {'200': {description: OK}}
        components:
          schemas:
            Boat:
              allOf: [{$ref: '#/components/schemas/Named'}]
              type: object
              required: [length, isFast]
              properties:
                id: {type: integer, readOnly: true}
                length: {type: number, maximum: 100}
                isFast: {type: boolean}
                colour: {enum: [red, blue]}
                engine: {$ref: '#/components/schemas/Engine'}
                crew: {type: array, items: {type: object, required: [age], properties: {age: {type: integer}}}}
                drive: {oneOf: [{title: Sail, type: object, required: [masts], properties: {masts: {type: integer, minimum: 1}}}, {title: Motor, type: object, required: [power], properties: {power: {type: integer, minimum: 7}}}]}
            Named: {type: object, required: [name], properties: {name: {type: string, example: Ada}}}
            Engine: {type: object, properties: {power: {type: integer}}}
        """

    /// Opens the console of an operation. Requests are recorded and not sent.
    private func browse(_ path: String, _ body: (Browser) async throws -> Void) async throws {
        let site = try SiteFolder(try Documents.read(yaml: Self.yaml), SiteSettings(isConsoleEnabled: true))
        let browser = try await Browser()
        do {
            try await browser.open(site.address("tags/Operations.html"))
            try await browser.run(
                """
                globalThis.article = document.querySelector('article[data-path="\(path)"]');
                globalThis.sent = [];
                globalThis.fetch = (url, options) => { sent.push({ url, ...options }); return Promise.reject(new Error()); };
                article.querySelector('.console').open = true;
                """)
            _ = try await browser.wait(for: "return article.querySelector('.console form');")
            try await body(browser)
        } catch {
            await browser.close()
            throw error
        }
        await browser.close()
    }

    private func set(_ place: String, _ value: String, in browser: Browser) async throws {
        try await browser.run(
            """
            const control = [...article.querySelectorAll('[data-place]')].find(one => one.dataset.place === '\(place)');
            control.value = '\(value)';
            control.dispatchEvent(new Event(control.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
            """)
    }

    private func write(_ text: String, in browser: Browser) async throws {
        try await browser.run(
            """
            const editor = article.querySelector('textarea');
            editor.value = '\(text)';
            editor.dispatchEvent(new Event('input'));
            """)
    }

    private func press(_ label: String, in browser: Browser) async throws {
        try await browser.run("article.querySelector('button[aria-label=\"\(label)\"]').click();")
    }

    private func editor(_ browser: Browser) async throws -> String {
        try await browser.text("return JSON.stringify(JSON.parse(article.querySelector('textarea').value));")
    }

    private func problems(_ browser: Browser) async throws -> String {
        try await browser.run("article.querySelector('button[type=submit]').click();")
        return try await browser.text(
            "return [...article.querySelectorAll('.problem')].map(one => one.textContent).filter(Boolean).join('|') + ' ' + sent.length;"
        )
    }

    @Test func formWritesTheEditor() async throws {
        try await browse("/boats") { browser in
            try await write(#"{"length": 1, "isFast": false}"#, in: browser)
            try await set("name", "Bob", in: browser)
            try await set("length", "7.5", in: browser)
            try await set("isFast", "true", in: browser)
            try await set("colour", "\"blue\"", in: browser)
            try await press("Add engine", in: browser)
            try await set("engine.power", "9", in: browser)
            try await press("Add crew", in: browser)
            try await press("Add crew", in: browser)
            try await set("crew[0].age", "30", in: browser)
            try await press("Add drive", in: browser)
            let value = try await editor(browser)
            for part in [
                "\"name\":\"Bob\"", "\"length\":7.5", "\"isFast\":true", "\"colour\":\"blue\"",
                "\"engine\":{\"power\":9}",
                "\"crew\":[{\"age\":30}", "\"drive\":{\"masts\":1}",
            ] {
                #expect(value.contains(part), "\(part) in \(value)")
            }
            #expect(!value.contains("\"id\""))
            try await set("drive", "1", in: browser)
            #expect(try await editor(browser).contains("\"drive\":{\"power\":7}"))
            try await press("Remove engine", in: browser)
            try await set("colour", "", in: browser)
            let rest = try await editor(browser)
            #expect(!rest.contains("engine") && !rest.contains("colour"))
        }
    }

    @Test func editorWritesTheForm() async throws {
        try await browse("/boats") { browser in
            let value = #"{"name": "Eve", "length": 3, "isFast": false, "crew": [{"age": 5}], "drive": {"power": 8}}"#
            try await write(value, in: browser)
            let shown = """
                return ['name', 'length', 'isFast', 'crew[0].age', 'drive', 'drive.power'].map(place =>
                  [...article.querySelectorAll('[data-place]')].find(one => one.dataset.place === place)?.value).join();
                """
            #expect(try await browser.text(shown) == "Eve,3,false,5,1,8")
            // The form isn't updated until the text is complete.
            try await write("{", in: browser)
            #expect(try await browser.text("return article.querySelector('.fields-of-body').inert;") == "true")
            #expect(try await problems(browser).contains("is not JSON"))
            try await write(value, in: browser)
            #expect(try await browser.text("return article.querySelector('.fields-of-body').inert;") == "false")
        }
    }

    @Test func invalidFieldIsMarkedBeforeAnythingIsSent() async throws {
        try await browse("/boats") { browser in
            try await set("length", "many", in: browser)
            #expect(try await problems(browser) == "must be a number|length must be a number 0")
            #expect(
                try await browser.text("return article.querySelector('[aria-invalid=true]').dataset.place;") == "length"
            )
            try await set("length", "101", in: browser)
            #expect(try await problems(browser) == "must be at most 100|length must be at most 100 0")
            try await set("length", "100", in: browser)
            #expect(try await problems(browser).hasSuffix(" 1"))
            #expect(try await browser.text("return sent[0].headers.get('Content-Type');") == "application/json")
        }
    }

    @Test func formEncodedBodyHasTheSameForm() async throws {
        try await browse("/boats") { browser in
            try await browser.run(
                """
                const choice = article.querySelector('.body-input > label select');
                choice.value = 'application/x-www-form-urlencoded';
                choice.dispatchEvent(new Event('change'));
                """)
            try await set("name", "A & B", in: browser)
            try await set("length", "12", in: browser)
            try await press("Add tags", in: browser)
            try await press("Add tags", in: browser)
            try await set("tags[0]", "x", in: browser)
            #expect(try await problems(browser).hasSuffix(" 1"))
            #expect(try await browser.text("return sent[0].body;") == "name=A+%26+B&length=12&tags=x")
        }
    }

    @Test func multipartBodyHasFiles() async throws {
        try await browse("/photos") { browser in
            #expect(try await problems(browser).contains("must have at least 1 character"))
            try await set("title", "Sunset", in: browser)
            try await press("Add about", in: browser)
            try await set("about.power", "3", in: browser)
            try await browser.run(
                """
                const input = article.querySelector('input[type=file]');
                const files = new DataTransfer();
                files.items.add(new File(['abc'], 'a.png', { type: 'image/png' }));
                input.files = files.files;
                input.dispatchEvent(new Event('change'));
                """)
            #expect(try await problems(browser).hasSuffix(" 1"))
            let parts = try await browser.wait(
                for: """
                    const data = sent[0].body, photo = data.get('photo'), about = data.get('about');
                    return [data.get('title'), photo.name, await photo.text(), about.type, await about.text(), sent[0].headers.get('Content-Type')].join();
                    """)
            #expect(parts == "Sunset,a.png,abc,application/json,{\"power\":3},")
        }
    }
}
