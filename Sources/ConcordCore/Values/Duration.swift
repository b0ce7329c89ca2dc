// The protocol documents its members.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

/// In JSON, a duration is an ISO 8601 string in the grammar of RFC 3339, appendix A: `PT1H30M`.
extension Duration: WireValue {
    public init?(from json: inout _Core.JSONReader) {
        guard let text = json.readString() else { return nil }
        guard let value = Duration(iso8601: text) else {
            json.report("must be a duration such as PT1H30M, without years and months", keyword: "format")
            return nil
        }
        self = value
    }

    public func write(to json: inout _Core.JSONWriter) { json.write(iso8601) }
    public func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) { rules.check(iso8601, &issues) }
    public static var placeholder: Duration? { .zero }
    public static var shape: _Core.WireShape { .scalar }
}
