import ConcordFuzzing
import Foundation

/// The entry point that libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let violations = DocumentLaws.violations(of: Array(UnsafeBufferPointer(start: start, count: count)))
    guard violations.isEmpty else {
        FileHandle.standardError.write(Data("broken law: \(violations.joined(separator: "; "))\n".utf8))
        abort()  // libFuzzer keeps the text that made the process end
    }
    return 0
}
