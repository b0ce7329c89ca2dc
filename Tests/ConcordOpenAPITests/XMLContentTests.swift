import ConcordOpenAPI
import Testing

/// The notes of `check` about XML.
@Suite struct XMLContentTests {
    @Test func `bytes of an XML format are not noted`() {
        let drawing = ##"{"image/svg+xml": {"schema": {"$ref": "#/components/schemas/Drawing"}}}"##
        let json = """
            {"openapi": "3.0.3", "info": {"title": "", "version": ""}, "paths": {"/drawings": {"post": {
              "requestBody": {"content": \(drawing)}, "responses": {"200": {"description": "", "content": \(drawing)}}}}},
             "components": {"schemas": {"Drawing": {"type": "string", "format": "binary"}}}}
            """
        #expect(XMLContent(json: Array(json.utf8))?.notes == [])
    }

    @Test func `XML that the server can't read or write is noted`() {
        let json = """
            {"openapi": "3.1.1", "info": {"title": "", "version": ""}, "paths": {"/pets": {
              "post": {"requestBody": {"$ref": "#/components/requestBodies/Pet"},
                "responses": {"200": {"description": "", "content": {"application/xml": {}, "application/json": {}}}}},
              "get": {"responses": {"200": {"description": "", "content": {"application/vnd.pets+xml; v=1": {}}},
                "404": {"description": ""}}}}},
             "components": {"requestBodies": {"Pet": {"content": {"application/json": {}, "text/xml": {}}}}}}
            """
        #expect(
            XMLContent(json: Array(json.utf8))?.notes == [
                "POST /pets declares a body of type text/xml, which the server refuses with status 415.",
                "GET /pets declares application/vnd.pets+xml; v=1 alone for the status 200, which the server can't write.",
            ])
        #expect(XMLContent(json: Array("{".utf8))?.notes == nil)
    }
}
