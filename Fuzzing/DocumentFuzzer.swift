import ConcordFuzzing

/// What libFuzzer calls with each text that it makes up.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let violations = DocumentLaws.violations(of: Array(UnsafeBufferPointer(start: start, count: count)))
    // libFuzzer keeps the text that made the process end.
    precondition(violations.isEmpty, violations.joined(separator: "; "))
    return 0
}
