extension Problem.Issue: _Core.WireObject {
    /// Reads an entry of a problem's `errors`.
    public init?(from json: inout _Core.JSONReader) {
        var location = _Core.Wire.value(Location.self).noValue
        var name = _Core.Wire.value(String.self).noValue
        var pointer = _Core.Wire.value(String.self).noValue
        var keyword = _Core.Wire.value(String.self).noValue
        var message = _Core.Wire.value(String.self).noValue
        guard var object = json.beginObject() else { return nil }
        while let key = json.nextKey(&object) {
            switch key {
            case "in": json.property("in", &location, _Core.Wire.value(Location.self))
            case "name": json.property("name", &name, _Core.Wire.value(String.self))
            case "pointer": json.property("pointer", &pointer, _Core.Wire.value(String.self))
            case "keyword": json.property("keyword", &keyword, _Core.Wire.value(String.self))
            case "message": json.property("message", &message, _Core.Wire.value(String.self))
            default: json.ignore(key)
            }
        }
        guard let location, let message else { return nil }
        self.init(
            location: location, name: name, pointer: pointer ?? "", keyword: keyword, message: message
        )
    }

    /// Writes the location, the keyword, and the message. A parameter has a name, and a body has a pointer, which is
    /// empty for the whole body.
    public func writeProperties(to json: inout _Core.JSONWriter) {
        json.property("in", location, _Core.Wire.value(Location.self))
        json.property("name", name, _Core.Wire.value(String.self))
        if location == .body || !pointer.isEmpty { json.property("pointer", pointer, _Core.Wire.value(String.self)) }
        json.property("keyword", keyword, _Core.Wire.value(String.self))
        json.property("message", message, _Core.Wire.value(String.self))
    }
}
