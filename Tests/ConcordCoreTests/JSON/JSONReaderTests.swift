import ConcordCore
import Foundation
import Testing

@Suite struct JSONReaderTests {
    /// Returns the value and the issues as `pointer: message`.
    private func read<C: _Core.Codec>(_ text: String, _ codec: C, side: _Core.Side = .request) -> (
        value: C.Value?, issues: [String]
    ) {
        var issues = _Core.Issues()
        let value = _Core.JSONReader.read(Array(text.utf8), codec, side: side, issues: &issues)
        return (value, issues.found.map { "\($0.pointer): \($0.message)" })
    }

    @Test(arguments: [
        "null", "true", "[]", "{}", "0", "-1.5e-7", "123456789012345678901234567890", "\"\"", "\"\\u0000\\n\\\"\"",
        "[1,[2,{\"b\":[]}],\"x\"]", "{\"z\":1,\"a\":{\"\":null}}", "\"å🎈\"",
    ])
    func writesWhatItRead(text: String) throws {
        let (value, issues) = read(text, _Core.Wire.value(JSON.self))
        #expect(issues == [])
        #expect(try #require(value).description == text)
    }

    @Test func readsEscapes() {
        #expect(read(#""\ud83c\udf88\/\b\f\t\u00e5""#, _Core.Wire.value(String.self)).value == "🎈/\u{8}\u{C}\tå")
    }

    @Test(arguments: [
        ("", "expected a value at line 1, column 1"),
        ("nul", "expected a value at line 1, column 1"),
        ("[1,\n 2", "expected ',' or ']' at line 2, column 3"),
        ("[1,]", "expected a value at line 1, column 4"),
        ("{\"a\" 1}", "expected ':' at line 1, column 6"),
        ("{\"a\":1,}", "expected a string as key at line 1, column 8"),
        ("{a:1}", "expected a string as key at line 1, column 2"),
        ("01", "expected the end of the text at line 1, column 2"),
        ("\"a", "expected '\"' at the end of the string at line 1, column 3"),
        ("\"\\x\"", "expected an escape such as '\\n' at line 1, column 3"),
        ("\"\\ud800\"", "expected a surrogate pair at line 1, column 7"),
        ("\"\u{1}\"", "expected an escape instead of a control character at line 1, column 2"),
        ("1 2", "expected the end of the text at line 1, column 3"),
        ("-", "expected a number at line 1, column 1"),
        ("@0", "expected a value at line 1, column 1"),
    ])
    func reportsSyntaxErrorsAlone(text: String, expectation: String) {
        #expect(read(text, _Core.Wire.value(JSON.self)).issues == [": is not valid JSON: \(expectation)"])
    }

    @Test func refusesWhatIsNotUTF8() {
        var issues = _Core.Issues()
        let value = _Core.JSONReader.read([0x22, 0xC3, 0x28, 0x22], _Core.Wire.value(String.self), issues: &issues)
        #expect(value == nil)
        #expect(issues.found.map(\.message) == ["is not valid JSON: expected UTF-8 at line 1, column 2"])
    }

    @Test func boundsDepth() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(read(deep, _Core.Wire.value(JSON.self)).issues == [": is nested more than 128 levels deep"])
        #expect(
            read(String(repeating: "{\"a\":", count: 100_000), _Core.Wire.value(Pet.self)).issues.first
                == ": is nested more than 128 levels deep")
        let allowed = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
        #expect(read(allowed, _Core.Wire.value(JSON.self)).issues == [])
    }

    @Test func readsNumbersExactly() {
        #expect(read("9223372036854775807", _Core.Wire.value(Int.self)).value == Int.max)
        #expect(read("-9223372036854775808", _Core.Wire.value(Int.self)).value == Int.min)
        #expect(read("18446744073709551615", _Core.Wire.value(UInt64.self)).value == UInt64.max)
        #expect(read("1.0", _Core.Wire.value(Int.self)).value == 1)
        #expect(read("0.1", _Core.Wire.value(Double.self)).value == 0.1)
        #expect(read("5e-324", _Core.Wire.value(Double.self)).value == .leastNonzeroMagnitude)
        #expect(read("1.5", _Core.Wire.value(Int.self)).issues == [": must be an integer"])
        #expect(read("300", _Core.Wire.value(Int8.self)).issues == [": must be between -128 and 127"])
        #expect(read("-1", _Core.Wire.value(UInt.self)).issues == [": must be between 0 and 18446744073709551615"])
        let double = "1.7976931348623157e+308"
        #expect(read("1e400", _Core.Wire.value(Double.self)).issues == [": must be between -\(double) and \(double)"])
        let float = "3.4028235e+38"
        #expect(read("-1e39", _Core.Wire.value(Float.self)).issues == [": must be between -\(float) and \(float)"])
        #expect(read("1e38", _Core.Wire.value(Float.self)).value == 1e38)
    }

    /// Short numbers are read without the standard library, which is the reference here.
    @Test func readsShortNumbersAsTheStandardLibraryDoes() {
        for digits in ["0", "7", "12", "123456789", "9007199254740991", "9007199254740993", "99999999999999999"] {
            for tail in ["", ".0", ".5", ".25", ".000001", ".123456789", "e2", ".5E-3"] {
                for text in [digits + tail, "-" + digits + tail] {
                    let value = read(text, _Core.Wire.value(Double.self)).value
                    #expect(value?.bitPattern == Double(text)?.bitPattern, "\(text)")
                }
            }
        }
    }

    @Test(arguments: [
        "6f1f2a34-5b0c-4a7e-9d6b-00000000000", "6f1f2a34-5b0c-4a7e-9d6b-0000000000000",
        "6f1f2a345b0c-4a7e-9d6b-0000-00000000",
        "6f1f2a34-5b0c-4a7e-9d6b-00000000000g", "6f1f2a34_5b0c-4a7e-9d6b-000000000000", "",
    ])
    func refusesWhatIsNotAUUID(text: String) {
        #expect(read("\"\(text)\"", _Core.Wire.value(UUID.self)).issues == [": must be a UUID"])
    }

    @Test func readsUUIDs() {
        let text = "6F1f2a34-5b0c-4a7e-9d6b-0123456789aB"
        #expect(read("\"\(text)\"", _Core.Wire.value(UUID.self)).value == UUID(uuidString: text))
        #expect(read("\"\\u0036\(text.dropFirst())\"", _Core.Wire.value(UUID.self)).value == UUID(uuidString: text))
    }

    @Test func readsKeysWithEscapes() {
        let text = #"{"\u0069d": 1, "n\u0061me": "Ada", "chip_numbe\u0072": "1234"}"#
        let pet = Pet(id: 1, name: "Ada", chipNumber: "1234")
        #expect(read(text, _Core.Wire.value(Pet.self), side: .response).value == pet)
        #expect(read(#"{"å": 1, "\u00e5b": 2}"#, _Core.Wire.value(JSON.self)).value?.description == #"{"å":1,"åb":2}"#)
    }

    @Test func reportsAPropertyOnce() {
        #expect(
            read(#"{"id": "x"}"#, _Core.Wire.value(Pet.self), side: .response).issues
                == ["/id: must be an integer, not a string", "/name: is required"])
        #expect(
            read(#"{"id": 1, "name": "Ada", "name": "Eve"}"#, _Core.Wire.value(Pet.self)).issues
                == ["/name: must appear only once"])
    }

    @Test func tellsKindsApart() {
        #expect(read("1", _Core.Wire.value(String.self)).issues == [": must be a string, not a number"])
        #expect(read("{}", _Core.Wire.value([Int].self)).issues == [": must be an array, not an object"])
        #expect(read("null", _Core.Wire.value(Pet.self)).issues == [": must be an object, not null"])
        #expect(read("[]", _Core.Wire.value(Int.self)).issues == [": must be an integer, not an array"])
        #expect(read("\"true\"", _Core.Wire.value(Bool.self)).issues == [": must be a boolean, not a string"])
    }

    @Test func collectsEverything() {
        let text =
            #"{"name": "", "status": "gone", "chip_number": "12", "born": "2026-02-30", "tags": ["a", "", 3, "b"]}"#
        #expect(
            read(text, _Core.Wire.value(Pet.self)).issues == [
                "/name: must have at least 1 character",
                "/status: must be 'available' or 'not-yet'",
                "/chip_number: must match the pattern ^[0-9]{4}$",
                "/born: must be a date such as 2026-03-01",
                "/tags/2: must be a string, not a number",
            ])
        #expect(read("{}", _Core.Wire.value(Pet.self)).issues == ["/name: is required"])
        #expect(
            read(#"{"name": "a", "name": "b", "tags": ["a", "", "c", "d"]}"#, _Core.Wire.value(Pet.self)).issues == [
                "/name: must appear only once", "/tags: must have at most 3 items",
                "/tags/1: must have at least 1 character",
            ])
    }

    @Test func escapesPointers() {
        #expect(
            read(#"{"a/b~c": "x"}"#, _Core.Wire.value([String: Int].self)).issues == [
                "/a~1b~0c: must be an integer, not a string"
            ])
    }

    @Test func reportsABoundedNumberOfIssues() {
        let text = "[" + Array(repeating: "0", count: 5000).joined(separator: ",") + "]"
        #expect(read(text, _Core.Wire.value([String].self)).issues.count == 100)
    }

    @Test func absentAndNullDiffer() {
        #expect(read(#"{"name": "Rex"}"#, _Core.Wire.value(Pet.self)).value?.born == nil)
        #expect(read(#"{"name": "Rex", "born": null}"#, _Core.Wire.value(Pet.self)).value?.born == .null)
        #expect(
            read(#"{"name": "Rex", "chip_number": null}"#, _Core.Wire.value(Pet.self)).issues
                == ["/chip_number: must be a string, not null"])
    }

    @Test func readOnlyPropertiesAreNotRead() {
        #expect(read(#"{"id": 7, "name": "Rex"}"#, _Core.Wire.value(Pet.self)).value?.id == 0)
        #expect(read(#"{"id": 7, "name": "Rex"}"#, _Core.Wire.value(Pet.self), side: .response).value?.id == 7)
        #expect(read(#"{"name": "Rex"}"#, _Core.Wire.value(Pet.self), side: .response).issues == ["/id: is required"])
    }

    @Test func keepsDefaults() {
        let pet = read(#"{"name": "Rex"}"#, _Core.Wire.value(Pet.self)).value
        #expect(pet == Pet(id: 0, name: "Rex", status: .available, tags: []))
    }
}
