extension ServedAPI {
    /// The error that keeps an API from being served: operations require security schemes that nothing verifies.
    public struct UnverifiedSchemes: Error, CustomStringConvertible {
        /// The names of the schemes, each with the operations that require it.
        public let operations: [(scheme: String, operations: [String])]

        /// Names the schemes that an API requires and its configuration does not verify; `nil` if there are none.
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

        /// Names each scheme and what to write.
        public var description: String {
            operations.map { scheme, operations in
                let first = operations[0]
                let reach = operations.count == 1 ? first : "\(first) and \(operations.count - 1) more"
                if scheme == _Core.UnreadableRequirement.name {
                    return "the security requirement of \(reach) is kept as YAML, and can't be enforced. "
                        + "Declare its scheme with @SecurityScheme, and state the requirement in 'authentication'"
                }
                return "the security scheme '\(scheme)' is required by \(reach), but nothing verifies it. "
                    + "Verify it in the API's configure function: "
                    + "app.authenticate(\(scheme).self) { credential in … }"
            }.joined(separator: "\n")
        }
    }
}
