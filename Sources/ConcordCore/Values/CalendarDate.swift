// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension CalendarDate: WireValue {
    public init?(from json: inout _Core.JSONReader) {
        guard let text = json.readString() else { return nil }
        guard let date = CalendarDate(text) else {
            json.report("must be a date such as 2026-03-01", keyword: "format")
            return nil
        }
        self = date
    }

    public func write(to json: inout _Core.JSONWriter) { json.write(description) }
    public func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) { rules.check(description, &issues) }
    public static var placeholder: CalendarDate? { CalendarDate(year: 1970, month: 1, day: 1) }
    public static var shape: _Core.WireShape { .scalar }
}
