import ConcordNumbers

/// An integer of any size in a query parameter. If it exceeds the range of `Int`, the nearest `Int` replaces it.
///
/// The schema of such a parameter has no maximum, so a page number far beyond the last page is also valid.
struct PageNumber: WireValue {
    let value: Int

    init?(from json: inout _Core.JSONReader) {
        guard let number = json.readNumber() else { return nil }
        if let value = number.exactly(Int.self) {
            self.value = value
        } else if ExactDecimal(number.text).integer != nil {
            value = number.text.hasPrefix("-") ? .min : .max
        } else {
            json.reportNonInteger()
            return nil
        }
    }

    func write(to json: inout _Core.JSONWriter) { json.write(value) }
    func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) { rules.checkNumber(String(value), &issues) }
    static var shape: _Core.WireShape { .scalar }
}
