extension Issue: WireObject {
    /// Reads an entry of a problem's `errors`.
    public init?(from json: inout JSONReader) {
        var location = Property("in", Wire.value(Location.self))
        var name = Property("name", Wire.value(String.self))
        var pointer = Property("pointer", Wire.value(String.self))
        var message = Property("message", Wire.value(String.self))
        guard var object = json.beginObject() else { return nil }
        while let key = json.nextKey(&object) {
            switch key {
            case "in": location.read(&json)
            case "name": name.read(&json)
            case "pointer": pointer.read(&json)
            case "message": message.read(&json)
            default: json.ignore(key)
            }
        }
        guard let location = location.value, let message = message.value else { return nil }
        self.init(location: location, name: name.value, pointer: pointer.value ?? "", message: message)
    }

    /// Writes the place and the message: a parameter has a name, a body a pointer, which is empty for the whole body.
    public func writeProperties(to json: inout JSONWriter) {
        json.property("in", location, Wire.value(Location.self))
        json.property("name", name, Wire.value(String.self))
        if location == .body || !pointer.isEmpty { json.property("pointer", pointer, Wire.value(String.self)) }
        json.property("message", message, Wire.value(String.self))
    }
}
