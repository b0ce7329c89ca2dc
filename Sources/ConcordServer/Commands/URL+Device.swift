import Foundation

extension URL {
    /// Whether the URL refers to a device such as `/dev/stdout`. Output is written to a device directly,
    /// not by replacing a file.
    var isDevice: Bool {
        (try? resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == false
    }
}
