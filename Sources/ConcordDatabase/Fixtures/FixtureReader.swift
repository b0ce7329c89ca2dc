/// Reads the entries of a fixture one at a time, in constant memory.
package struct FixtureReader: ~Copyable {
    /// An entry of a fixture.
    struct Entry: Sendable {
        /// The position in the array, starting at 1.
        let number: Int
        /// The line where the entry begins, starting at 1.
        let line: Int
        /// The column where the entry begins, starting at 1.
        let column: Int
        /// The JSON text.
        let text: [UInt8]
    }

    private let file: String
    private let read: () throws -> [UInt8]
    private var buffer: [UInt8] = []
    private var position = 0
    private var (line, column) = (1, 1)
    private var number = 0
    private var isOpen = false

    /// Reads a fixture.
    ///
    /// - Parameters:
    ///   - file: The name of the file, for error messages.
    ///   - read: A closure that returns the next chunk of the file, or no bytes at the end.
    package init(_ file: String, _ read: @escaping () throws -> [UInt8]) {
        self.file = file
        self.read = read
    }

    /// Returns the next entry, or `nil` after the last one.
    ///
    /// - Throws: ``InvalidFixture`` if the file is not a JSON array of objects.
    mutating func next() throws -> Entry? {
        if !isOpen {
            try skipSpace()
            guard try peek() == UInt8(ascii: "[") else { throw error("a fixture must be a JSON array") }
            try advance()
            isOpen = true
        }
        try skipSpace()
        if number > 0, try peek() == UInt8(ascii: ",") {
            try advance()
            try skipSpace()
        } else if try peek() == UInt8(ascii: "]") {
            try advance()
            try expectEnd()
            return nil
        } else if number > 0 {
            throw error(try peek() == nil ? "the array is not terminated" : "expected ',' or ']' after entry \(number)")
        }
        number += 1
        return try object()
    }

    private mutating func expectEnd() throws {
        try skipSpace()
        if try peek() != nil { throw error("expected the end of the file after the array") }
        // Another call finds the end again.
        buffer = Array("]".utf8)
        position = 0
    }

    /// Reads from an opening brace to its closing brace.
    private mutating func object() throws -> Entry {
        guard try peek() == UInt8(ascii: "{") else { throw error("entry \(number) must be an object") }
        let (line, column) = (line, column)
        var text: [UInt8] = []
        var (depth, isInString, isEscaped) = (0, false, false)
        repeat {
            guard let byte = try peek() else { throw error("entry \(number) is not terminated") }
            text.append(byte)
            try advance()
            switch byte {
            case _ where isEscaped: isEscaped = false
            case UInt8(ascii: "\\"): isEscaped = isInString
            case UInt8(ascii: "\""): isInString.toggle()
            case UInt8(ascii: "{") where !isInString: depth += 1
            case UInt8(ascii: "}") where !isInString: depth -= 1
            default: break
            }
        } while depth > 0
        return Entry(number: number, line: line, column: column, text: text)
    }

    private mutating func peek() throws -> UInt8? {
        if position == buffer.count {
            buffer = try read()
            position = 0
        }
        return position < buffer.count ? buffer[position] : nil
    }

    private mutating func advance() throws {
        if try peek() == UInt8(ascii: "\n") {
            (line, column) = (line + 1, 1)
        } else {
            column += 1
        }
        position += 1
    }

    private mutating func skipSpace() throws {
        while let byte = try peek(), [0x20, 0x0A, 0x0D, 0x09].contains(byte) { try advance() }
    }

    private func error(_ message: String) -> InvalidFixture { InvalidFixture(file, line, column, message) }
}

/// The error for a fixture that can't be loaded.
package struct InvalidFixture: Error, CustomStringConvertible {
    /// The location in the file, the error, and how to fix it.
    package let description: String

    init(_ file: String, _ line: Int, _ column: Int, _ message: String, help: String? = nil) {
        description = "\(file):\(line):\(column): error: \(message)" + (help.map { "\nhelp: \($0)" } ?? "")
    }

    init(_ file: String, _ entry: FixtureReader.Entry, _ message: String, help: String? = nil) {
        self.init(file, entry.line, entry.column, "entry \(entry.number): \(message)", help: help)
    }
}
