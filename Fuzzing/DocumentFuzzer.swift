import ConcordFuzzing
import Foundation

/// The entry point that libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let violations = DocumentLaws.violations(of: Array(UnsafeBufferPointer(start: start, count: count)))
    guard violations.isEmpty else {
        FileHandle.standardError.write(Data("broken law: \(violations.joined(separator: "; "))\n".utf8))
        abort()  // libFuzzer saves the input of a process that aborts.
    }
    return 0
}
