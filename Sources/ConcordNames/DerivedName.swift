/// Names of components and operations that no declaration states. The document and the run time derive them with the
/// same code.
package enum DerivedName {
    /// Returns the name of a type's component: `Station` for `StationSerializer`.
    package static func component(ofType name: String) -> String {
        let suffix = "Serializer"
        return name.hasSuffix(suffix) && name != suffix ? String(name.dropLast(suffix.count)) : name
    }

    /// Returns the ID of an operation on one object, or of a function: `retrieveStation`.
    package static func operation(_ verb: String, _ base: String) -> String {
        verb + base.prefix(1).uppercased() + base.dropFirst()
    }

    /// Returns the ID of an operation on several objects: `listStations`.
    package static func operationOnSeveral(_ verb: String, _ base: String) -> String {
        operation(verb, EnglishPlural.of(base))
    }
}
