import ConcordOutline
import ConcordOutlineSamples
import ConcordSwiftPrinter
import ConcordSwiftReader
import Testing

/// Printed outlines are read back equal, and formatted source code that was read is printed unchanged.
@Suite struct RoundTripTests {
    @Test(arguments: 0..<120 as Range<UInt64>)
    func anOutlineComesBackFromItsText(seed: UInt64) {
        var generator = SampleGenerator(seed: seed)
        let file = generator.file()
        let text = SwiftPrinter().print(file)
        let reading = SwiftReader().read(text, path: file.path)
        let isEqual = reading.file == file
        #expect(isEqual, "\(text)")
        #expect(reading.diagnostics.isEmpty)
        // Equal strings can differ in their scalars, so the bytes are compared.
        let isSameText = Array(SwiftPrinter().print(reading.file).utf8) == Array(text.utf8)
        #expect(isSameText, "\(text)")
    }

    @Test(arguments: try Fixture.all(in: "Formatted"))
    func formattedTextComesBackFromItsOutline(fixture: Fixture) {
        let reading = SwiftReader().read(fixture.text, path: fixture.name)
        #expect(reading.diagnostics.isEmpty)
        let printed = SwiftPrinter().print(reading.file)
        let difference = zip(printed.split(separator: "\n"), fixture.text.split(separator: "\n")).first { $0 != $1 }
        #expect(difference == nil)
        #expect(printed.utf8.count == fixture.text.utf8.count)
    }
}
