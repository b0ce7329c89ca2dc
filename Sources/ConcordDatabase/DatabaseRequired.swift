public import ConcordCore

extension ServedAPI {
    /// All models of the app: the models that it lists, those in its module, and those of its generic views and nested
    /// serializers.
    package var models: [any Model.Type] { statedModels + declaredModels + viewModels }

    /// The models that the app requires: the models that it lists, and those of its generic views.
    package var servedModels: [any Model.Type] { statedModels + viewModels }

    private var viewModels: [any Model.Type] {
        routes.flatMap { ($0.genericView as? any GenericAPIView.Type)?.models ?? [] }
    }

    /// The error for an app with models but without a driver for its database.
    public struct DatabaseRequired: Error, CustomStringConvertible {
        /// The scheme of the database URL.
        public let scheme: String

        /// The missing driver, and how to add it.
        public var description: String {
            let text = "The app has models, but no driver for a database '\(scheme):'.\nhelp: "
            let products = [
                "sqlite": "ConcordSQLite", "postgres": "ConcordPostgreSQL", "postgresql": "ConcordPostgreSQL",
            ]
            guard let product = products[scheme] else {
                return text + "the supported schemes are 'sqlite:' and 'postgres:'"
            }
            return text + "add '.product(name: \"\(product)\", package: \"concord\")' to the dependencies of its target"
        }
    }
}

extension GenericAPIView {
    fileprivate static var models: [any Model.Type] {
        [Serializer.Model.self] + Serializer.nestedModels + ResponseSerializer.nestedModels
    }
}
