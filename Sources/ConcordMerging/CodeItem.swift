import ConcordOutline
import ConcordSwiftReader

/// A declaration of the code, or one name of a `case` line, and where it stands.
struct CodeItem {
    /// What it says.
    var outline: Declaration
    var located: LocatedDeclaration
    /// Which name of the `case` line it is.
    var element: Int?
    /// The index of its file.
    var file: Int
    /// How many types it stands in.
    var level: Int

    /// Whether it shares its text with others, so that no part of it can be replaced: `var a, b: Int`.
    var isShared: Bool { located.outlines.count > 1 }

    /// The items of declarations, in the order of the text.
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

/// The text around the places of a file's declarations.
struct CodeText {
    let bytes: [UInt8]

    /// The blanks that the line of an offset begins with.
    func indentation(at offset: Int) -> String {
        let start = bytes[..<offset].lastIndex(where: Self.endsLine).map { $0 + 1 } ?? 0
        return String(decoding: bytes[start...].prefix { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
    }

    /// The length of the line of an offset, in bytes.
    func lineLength(at offset: Int) -> Int {
        let start = bytes[..<offset].lastIndex(where: Self.endsLine).map { $0 + 1 } ?? 0
        return (bytes[offset...].firstIndex(where: Self.endsLine) ?? bytes.count) - start
    }

    /// How many lines end between two offsets.
    func newlines(from start: Int, to end: Int) -> Int {
        start < end ? bytes[start..<end].count { $0 == 0x0A } : 0
    }

    private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}

extension String {
    /// Lines that were printed `steps` deep, at another indentation.
    func indented(from steps: Int, to indentation: String) -> String {
        let lines = split(separator: "\n" as Character, omittingEmptySubsequences: false)
        return lines.map { line -> String in
            guard !line.isEmpty else { return "" }
            let blanks = line.prefix(steps * 4).prefix { $0 == " " }.count
            return indentation + line.dropFirst(blanks)
        }.joined(separator: "\n")
    }
}
