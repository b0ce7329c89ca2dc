/// Names of components and operations that no declaration states. The document and the run time derive them with the
/// same code.
package enum DerivedName {
    /// Returns the name of a type's component: `Station` for `StationSerializer`.
    package static func component(ofType qualifiedName: String) -> String {
        let name = withoutNamespaces(qualifiedName)
        let suffix = "Serializer"
        return name.hasSuffix(suffix) && name != suffix ? String(name.dropLast(suffix.count)) : name
    }

    /// Returns the name of a type in a namespace as one word: `BillingInvoice` for `Billing.Invoice`.
    ///
    /// A namespace whose name ends in `API` is omitted, because the whole document describes the API.
    package static func withoutNamespaces(_ name: String) -> String {
        guard name.utf8.contains(UInt8(ascii: ".")) else { return name }
        let parts = name.split(separator: ".")
        let spaces = parts.dropLast().filter { !$0.hasSuffix("API") }
        return (spaces + parts.suffix(1)).map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
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
