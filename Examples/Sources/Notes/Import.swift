import Concord
import Foundation

@View("/import", .tags("notes"))
struct Import {
    @CurrentUser var member: Member
    @Environment(\.notes) var notes

    /// Write a note for each line of a text.
    ///
    /// Each line is a title and ends with a line feed. The import stops at the first line that isn't a valid title.
    @POST("importNotes", .status(201))
    @Response(201, "The number of notes.")
    @Response(409, RefusedLine.self, "You already have a note with this title.")
    @Response(422, RefusedLine.self, "The line is empty, or longer than 80 characters.")
    func post(@Body("text/plain") text: APIRequest.Body) async throws -> Int {
        var count = 0
        var line: [UInt8] = []
        for try await piece in text {
            for byte in piece {
                if byte == UInt8(ascii: "\n") {
                    count += 1
                    try await write(String(decoding: line, as: UTF8.self), line: count)
                    line = []
                } else {
                    line.append(byte)
                }
            }
        }
        return count
    }

    private func write(_ title: String, line: Int) async throws {
        guard (1...80).contains(title.count) else { throw RefusedLine(line: line).with(status: 422) }
        guard await notes.note(titled: title, of: member.name) == nil else {
            throw RefusedLine(line: line).with(status: 409)
        }
        await notes.save(Note(id: UUID(), title: title, owner: member.name, created: Date()))
    }
}
