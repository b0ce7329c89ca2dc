import ConcordCore
import Testing

@Suite struct NumberTests {
    @Test func keepsLiteralsOfAnySize() {
        #expect((123_456_789_012_345_678_901_234_567_890 as Number).text == "123456789012345678901234567890")
        #expect((-18_446_744_073_709_551_616 as Number).text == "-18446744073709551616")
        #expect((0 as Number).text == "0")
        #expect((-1 as Number).text == "-1")
        #expect((0.1 as Number).text == "0.1")
        #expect((2.0 as Number).text == "2")
    }

    @Test(arguments: [
        ("1", "1.0"), ("10e-1", "1"), ("-0", "0"), ("1e400", "10e399"), ("0.1", "1E-1"), ("100", "1e2"),
    ])
    func comparesByValue(left: String, right: String) throws {
        #expect(try #require(Number(left)) == #require(Number(right)))
        #expect(try #require(Number(left)).hashValue == #require(Number(right)).hashValue)
    }

    @Test(arguments: [
        ("1", "2"), ("-2", "-1"), ("-1", "0"), ("0", "1e-400"), ("9", "10"), ("1e399", "1e400"), ("0.1", "0.11"),
        ("99999999999999999998", "99999999999999999999"),
    ])
    func orders(smaller: String, larger: String) throws {
        #expect(try #require(Number(smaller)) < #require(Number(larger)))
        #expect(try !(#require(Number(larger)) < #require(Number(smaller))))
    }

    @Test(arguments: ["", "-", "01", "1.", ".5", "+1", "1e", "0x1", "NaN", "1 "])
    func refusesOtherTexts(text: String) { #expect(Number(text) == nil) }

    @Test func fitsIntegersExactly() throws {
        #expect(try #require(Number("1e3")).exactly(Int.self) == 1000)
        #expect(try #require(Number("1.0")).exactly(Int8.self) == 1)
        #expect(try #require(Number("1.5")).exactly(Int.self) == nil)
        #expect(try #require(Number("1e30")).exactly(Int.self) == nil)
        #expect(try #require(Number("1e999999999999")).exactly(UInt64.self) == nil)
    }
}
