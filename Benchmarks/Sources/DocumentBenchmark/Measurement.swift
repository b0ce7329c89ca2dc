import ConcordOpenAPI
import ConcordYAML
import Foundation
import LibYAMLFloor

/// A measurement, which runs in a process of its own.
enum Measurement: String, CaseIterable {
    /// Parsing the text with libyaml, discarding the events.
    case floor
    /// Reading the text as a tree of nodes.
    case tree
    /// Reading the text as a document, resolving its references, and visiting all fields.
    case document
    /// Reading the text and a changed copy as documents, and comparing them.
    case diff
    /// Reading the text as a document, and validating it.
    case validate
    /// Writing the tree as YAML.
    case write

    /// Returns the user CPU time of one run, in seconds.
    func run(_ bytes: [UInt8], path: String) throws -> Double {
        switch self {
        case .floor:
            return try timed { if libyaml_count_events(bytes, bytes.count) < 0 { throw Failure.unreadable(path) } }
        case .tree:
            return try timed { if NodeReader(file: path).read(bytes).node == nil { throw Failure.unreadable(path) } }
        case .document:
            return try timed {
                guard let document = Document.read(bytes, file: path).document else { throw Failure.unreadable(path) }
                var walk = DocumentWalk(FieldCounter(), version: document.version)
                walk.walk(document.node, as: Document.self)
                if walk.visitor.fields == 0 { throw Failure.unreadable(path) }
            }
        case .diff:
            guard let node = NodeReader(file: path).read(bytes).node else { throw Failure.unreadable(path) }
            var texts = 0
            let changed = Array(node.changed(&texts).yaml.utf8)
            return try timed {
                guard let old = Document.read(bytes, file: path).document,
                    let new = Document.read(changed, file: path).document,
                    !DocumentChanges(from: old, to: new).changes.isEmpty
                else { throw Failure.unreadable(path) }
            }
        case .validate:
            return try timed {
                let reading = Document.read(bytes, file: path)
                guard let document = reading.document else { throw Failure.unreadable(path) }
                if document.validate().count > 1_000_000 { throw Failure.unreadable(path) }
            }
        case .write:
            guard let node = NodeReader(file: path).read(bytes).node else { throw Failure.unreadable(path) }
            return try timed { if node.yaml.isEmpty { throw Failure.unreadable(path) } }
        }
    }

    private func timed(_ work: () throws -> Void) rethrows -> Double {
        let start = userTime()
        try work()
        return userTime() - start
    }
}

enum Failure: Error {
    case unreadable(String)
}

private struct FieldCounter: DocumentVisitor {
    var fields = 0

    mutating func visit(_ entry: Mapping.Entry, field: Field?, of type: any OpenAPIObject.Type, at path: [PathStep]) {
        fields += 1
    }
}

/// Returns the user CPU time of this process, in seconds.
func userTime() -> Double {
    let usage = resourceUsage()
    return Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6
}

/// Returns the peak memory use of this process, in bytes.
func peakMemory() -> Int {
    #if os(Linux)
        // `ru_maxrss` includes the parent's memory at the time when it started this process.
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line.flatMap { Int($0.filter(\.isNumber)) }.map { $0 * 1024 } ?? 0
    #else
        return resourceUsage().ru_maxrss
    #endif
}

private func resourceUsage() -> rusage {
    var usage = rusage()
    getrusage(0, &usage)  // 0 is RUSAGE_SELF, which has another type on each platform
    return usage
}
