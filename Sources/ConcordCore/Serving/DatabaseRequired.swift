extension ServedAPI {
    /// What keeps an API from being served: views whose objects come from a database, which nothing here can ask yet.
    public struct DatabaseRequired: Error, CustomStringConvertible {
        /// The names of the views.
        public let views: [String]

        /// Names the generic views of an API; nil where there are none.
        public init?(_ api: ServedAPI) {
            var views: [String] = []
            for view in api.routes.compactMap(\.genericView) {
                let name = String(describing: view)
                if !views.contains(name) { views.append(name) }
            }
            guard !views.isEmpty else { return nil }
            self.views = views
        }

        init(_ view: any View.Type) { views = [String(describing: view)] }

        /// What is missing, and what can be done.
        public var description: String {
            let names = list(views.map { "'\($0)'" }, "and")
            return views.count == 1
                ? "\(names) is a generic view: its objects come from a database, which Concord can't execute queries in yet. "
                    + "Write its operations as functions, @GET and so on, or take it out of the API's views."
                : "\(names) are generic views: their objects come from a database, which Concord can't execute queries in yet. "
                    + "Write their operations as functions, @GET and so on, or take them out of the API's views."
        }
    }
}
