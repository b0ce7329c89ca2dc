import SwiftSyntax

extension OutlineReader {
    /// Returns the value of a literal with escapes resolved, or `nil` if it is malformed or contains an interpolation.
    func string(_ literal: StringLiteralExprSyntax) -> String? {
        guard !literal.hasError else { return nil }
        let pounds = literal.openingPounds?.text.utf8.count ?? 0
        var value: [UInt8] = []
        for segment in literal.segments {
            guard case .stringSegment(let segment) = segment else { return nil }
            // The parser treats indentation, and line endings after a backslash, as trivia.
            let bytes = source.slice(
                segment.content.positionAfterSkippingLeadingTrivia, segment.content.endPositionBeforeTrailingTrivia)
            guard append(bytes, pounds: pounds, to: &value) else { return nil }
        }
        return String(decoding: value, as: UTF8.self)
    }

    /// Appends the value of a literal's bytes. Every line ending becomes a line feed.
    private func append(_ bytes: ArraySlice<UInt8>, pounds: Int, to value: inout [UInt8]) -> Bool {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\\") where bytes[index...].prefix(while: { $0 == UInt8(ascii: "#") }).count >= pounds:
                index += pounds
                guard let scalar = escaped(bytes, at: &index) else { return false }
                value.append(contentsOf: String(scalar).utf8)
            case 0x0D:
                if index < bytes.endIndex, bytes[index] == 0x0A { index += 1 }
                value.append(0x0A)
            default: value.append(byte)
            }
        }
        return true
    }

    /// Returns the scalar for an escape, starting after the backslash.
    private func escaped(_ bytes: ArraySlice<UInt8>, at index: inout Int) -> Unicode.Scalar? {
        guard index < bytes.endIndex else { return nil }
        let letter = bytes[index]
        index += 1
        switch letter {
        case UInt8(ascii: "0"): return "\0"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"): return Unicode.Scalar(letter)
        case UInt8(ascii: "u"):
            guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
            let digits = bytes[index..<end].dropFirst()
            index = end + 1
            return UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
        default: return nil
        }
    }
}
