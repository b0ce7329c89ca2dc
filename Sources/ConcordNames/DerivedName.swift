/// Names that nobody states: those of components and of operations, as the document and the run time have them alike.
package enum DerivedName {
    /// What the component of a type is called: `StationSerializer` is `Station`.
    package static func component(ofType name: String) -> String {
        let suffix = "Serializer"
        return name.hasSuffix(suffix) && name != suffix ? String(name.dropLast(suffix.count)) : name
    }

    /// The id of an operation on one object, or of a function: `retrieveStation`.
    package static func operation(_ verb: String, _ base: String) -> String {
        verb + base.prefix(1).uppercased() + base.dropFirst()
    }

    /// The id of an operation on several: `listStations`.
    package static func operationOnSeveral(_ verb: String, _ base: String) -> String {
        operation(verb, EnglishPlural.of(base))
    }
}
