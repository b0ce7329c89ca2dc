import ConcordOutline
import ConcordSwiftReader

/// A declaration in the code, or one element of a `case` declaration, with its position.
struct CodeItem {
    /// The declaration.
    var outline: Declaration
    var located: LocatedDeclaration
    /// The index of the element in the `case` declaration.
    var element: Int?
    /// The index of the file.
    var file: Int
    /// The number of enclosing types.
    var level: Int

    /// Whether other items share the same source range, so that no part of it can be replaced: `var a, b: Int`.
    var isShared: Bool { located.outlines.count > 1 }

    /// Returns the items of declarations, in source order.
    static func items(_ declarations: [LocatedDeclaration], file: Int, level: Int) -> [CodeItem] {
        declarations.flatMap { located in
            located.outlines.flatMap { outline -> [CodeItem] in
                let names = outline.single
                return names.enumerated().map { index, name in
                    let element = located.elements.indices.contains(index) ? index : nil
                    return CodeItem(outline: name, located: located, element: element, file: file, level: level)
                }
            }
        }
    }

    var members: [CodeItem] { Self.items(located.members, file: file, level: level + 1) }
}

/// The source text of a file.
struct CodeText {
    let bytes: [UInt8]

    /// Returns the whitespace at the beginning of the line that contains an offset.
    func indentation(at offset: Int) -> String {
        let start = bytes[..<offset].lastIndex(where: Self.endsLine).map { $0 + 1 } ?? 0
        return String(decoding: bytes[start...].prefix { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
    }

    /// Returns the length of the line that contains an offset, in bytes.
    func lineLength(at offset: Int) -> Int {
        let start = bytes[..<offset].lastIndex(where: Self.endsLine).map { $0 + 1 } ?? 0
        return (bytes[offset...].firstIndex(where: Self.endsLine) ?? bytes.count) - start
    }

    /// Returns the number of line feeds between two offsets.
    func newlines(from start: Int, to end: Int) -> Int {
        start < end ? bytes[start..<end].count { $0 == 0x0A } : 0
    }

    private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}

extension String {
    /// Returns lines that were printed with `steps` levels of indentation with another indentation.
    func indented(from steps: Int, to indentation: String) -> String {
        let lines = split(separator: "\n" as Character, omittingEmptySubsequences: false)
        return lines.map { line -> String in
            guard !line.isEmpty else { return "" }
            let blanks = line.prefix(steps * 4).prefix { $0 == " " }.count
            return indentation + line.dropFirst(blanks)
        }.joined(separator: "\n")
    }
}
