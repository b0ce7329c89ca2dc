/// The format `application/jsonl`: a JSON value on each line.
enum JSONLines {
    /// Returns the values as the elements of a JSON array, and reports each line that isn't a JSON value.
    ///
    /// Each line break becomes a comma and a line break, so errors have the same line numbers in the array as in the
    /// body.
    static func array(_ bytes: [UInt8], nesting: Int, _ issues: inout _Core.Issues) -> [UInt8]? {
        var array: [UInt8] = [UInt8(ascii: "[")]
        var count = 0
        let before = issues.found.count
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() {
            defer { array.append(UInt8(ascii: "\n")) }
            if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
            var own = _Core.Issues()
            let value = _Core.JSONReader.read(
                Array(line), _Core.Wire.value(JSON.self), rules: nil, form: .json, files: [], side: .request,
                nesting: nesting, issues: &own)
            guard value != nil, own.isEmpty else {
                issues.report("is not valid JSON Lines: line \(number + 1) is not a JSON value")
                continue
            }
            if count > 0 { array.append(UInt8(ascii: ",")) }
            array.append(contentsOf: line)
            count += 1
        }
        array.append(UInt8(ascii: "]"))
        return issues.found.count == before ? array : nil
    }
}
