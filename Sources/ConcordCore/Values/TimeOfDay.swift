// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension TimeOfDay: WireValue {
    public init?(from json: inout _Core.JSONReader) {
        guard let text = json.readString() else { return nil }
        guard let time = TimeOfDay(text) else {
            json.report("must be a time such as 12:30:00Z", keyword: "format")
            return nil
        }
        self = time
    }

    public func write(to json: inout _Core.JSONWriter) { json.write(description) }
    public func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) { rules.check(description, &issues) }
    public static var placeholder: TimeOfDay? { TimeOfDay(hour: 0, minute: 0) }
    public static var shape: _Core.WireShape { .scalar }
}
