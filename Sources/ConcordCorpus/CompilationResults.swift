/// The scaffolds that compile: a line for each document, with its name and `yes` or `no`.
struct CompilationResults {
    private let results: [String: String]

    init(_ text: String) {
        let lines = text.split(separator: "\n").map { $0.split(separator: " ") }
        results = Dictionary(
            lines.compactMap { $0.count == 2 ? (String($0[0]), String($0[1])) : nil }, uniquingKeysWith: { $1 })
    }

    subscript(document: String) -> String? { results[document] }
}
