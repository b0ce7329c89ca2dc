import ArgumentParser
import ConcordCore

/// `routes`: prints the operations of the API.
struct RoutesCommand: ParsableCommand, DocumentCommand {
    static let configuration = CommandConfiguration(
        commandName: "routes", abstract: "Print the operations of the API, with their authentication and permissions.")

    func run() throws {
        guard let api = AppCommand.App.current?.api else { return }
        let rows = [["METHOD", "PATH", "OPERATION", "AUTHENTICATION"]] + api.operationSummaries
        let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
        for row in rows {
            let cells = zip(row, widths).map { $0.padding(to: $1) }
            print(cells.joined(separator: "  ").trimmingTrailingSpaces())
        }
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }

    fileprivate func trimmingTrailingSpaces() -> String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
