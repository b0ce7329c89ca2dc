import Foundation

extension URL {
    /// A Boolean value that indicates whether the URL is that of a device, such as `/dev/stdout`, which output is written to and
    /// which no file replaces.
    var isDevice: Bool {
        (try? resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == false
    }
}
