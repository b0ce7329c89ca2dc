extension ServedAPI {
    /// The error for operations that require security schemes without a verification. It prevents the API from
    /// starting.
    public struct UnverifiedSchemes: Error, CustomStringConvertible {
        /// The names of the schemes, each with the operations that require it.
        public let operations: [(scheme: String, operations: [String])]

        /// Creates the error for an API, or returns `nil` if all required schemes have a verification.
        public init?(_ api: ServedAPI, _ environment: AppEnvironment) {
            var found: [(scheme: String, operations: [String])] = []
            for route in api.routes {
                for operation in route.operations {
                    let schemes = AccessControl(operation, route.access).requirements.flatMap(\.schemes)
                    for scheme in schemes where !scheme.isVerified(environment) {
                        let name = "\(operation.method) \(route.path)"
                        if let index = found.firstIndex(where: { $0.scheme == scheme.name }) {
                            found[index].operations.append(name)
                        } else {
                            found.append((scheme.name, [name]))
                        }
                    }
                }
            }
            if found.isEmpty { return nil }
            operations = found
        }

        /// A description with each scheme and how to verify it.
        public var description: String {
            operations.map { scheme, operations in
                let first = operations[0]
                let reach = operations.count == 1 ? first : "\(first) and \(operations.count - 1) more"
                if scheme == _Core.UnreadableRequirement.name {
                    return "the security requirement of \(reach) is a YAML fragment, which Concord can't enforce. "
                        + "Declare its scheme with @SecurityScheme, and add the requirement to 'authentication'"
                }
                return "the security scheme '\(scheme)' is required by \(reach), but nothing verifies it. "
                    + "Verify it in the API's configure function: "
                    + "app.authenticate(\(scheme).self) { credential in … }"
            }.joined(separator: "\n")
        }
    }
}
