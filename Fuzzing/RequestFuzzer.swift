import ConcordFuzzing
import Foundation

/// The function that libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    let isDone = DispatchSemaphore(value: 0)
    Task.detached {
        let violations = await RequestLaws.violations(of: input)
        if !violations.isEmpty {
            FileHandle.standardError.write(Data("broken law: \(violations.joined(separator: "; "))\n".utf8))
            abort()  // libFuzzer saves the input of a process that aborts.
        }
        isDone.signal()
    }
    isDone.wait()
    return 0
}
