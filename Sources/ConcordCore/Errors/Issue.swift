extension Problem.Issue: _Core.WireObject {
    /// Reads an entry of a problem's `errors`.
    public init?(from json: inout _Core.JSONReader) {
        var location = _Core.Property("in", _Core.Wire.value(Location.self))
        var name = _Core.Property("name", _Core.Wire.value(String.self))
        var pointer = _Core.Property("pointer", _Core.Wire.value(String.self))
        var keyword = _Core.Property("keyword", _Core.Wire.value(String.self))
        var message = _Core.Property("message", _Core.Wire.value(String.self))
        guard var object = json.beginObject() else { return nil }
        while let key = json.nextKey(&object) {
            switch key {
            case "in": location.read(&json)
            case "name": name.read(&json)
            case "pointer": pointer.read(&json)
            case "keyword": keyword.read(&json)
            case "message": message.read(&json)
            default: json.ignore(key)
            }
        }
        guard let location = location.value, let message = message.value else { return nil }
        self.init(
            location: location, name: name.value, pointer: pointer.value ?? "", keyword: keyword.value, message: message
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
