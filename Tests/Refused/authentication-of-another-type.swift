import Concord

@API(title: "X", version: "1") enum ThingAPI {
    static let views: [any View.Type] = []
}
extension ThingAPI {
    static let authentication = "bearer"
    // refused: no exact matches in call to static method 'authentication'
}
