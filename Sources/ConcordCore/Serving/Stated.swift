extension _Core {
    /// The placeholder for a setting that a view, a group or an API does not declare.
    ///
    /// The default function of every view, such as `permissions()`, returns it. In Swift, a `static let permissions`
    /// takes precedence over the function wherever it is declared, so the default can't hide it. A declaration of a
    /// different type doesn't compile.
    public struct Unstated: Sendable {
        package init() {}
    }
}

extension _Core {
    /// Resolves the settings of a declaration. The expansions of `@View`, `@Include` and `@API` call these functions.
    public enum Stated {
        /// Returns no permissions.
        public static func permissions(_ unstated: () -> Unstated) -> [any Permission] { [] }
        /// Returns the permissions of a function.
        public static func permissions(_ stated: () -> [any Permission]) -> [any Permission] { stated() }
        /// Returns the declared permissions.
        public static func permissions(_ stated: [any Permission]) -> [any Permission] { stated }

        /// Returns no throttles.
        public static func throttles(_ unstated: () -> Unstated) -> [any Throttle] { [] }
        /// Returns the throttles of a function.
        public static func throttles(_ stated: () -> [any Throttle]) -> [any Throttle] { stated() }
        /// Returns the declared throttles.
        public static func throttles(_ stated: [any Throttle]) -> [any Throttle] { stated }

        /// Returns `nil`, because the requirements are inherited.
        public static func authentication(_ unstated: () -> Unstated) -> [any Authentication]? { nil }
        /// Returns the requirements of a function.
        public static func authentication(_ stated: () -> [any Authentication]) -> [any Authentication]? { stated() }
        /// Returns the declared requirements.
        public static func authentication(_ stated: [any Authentication]) -> [any Authentication]? { stated }

        /// Returns no filters.
        public static func filters<M: Model>(_ unstated: () -> Unstated, of model: M.Type) -> [any FilterBackend<M>] {
            []
        }
        /// Returns the filters of a function.
        public static func filters<M: Model>(
            _ stated: () -> [any FilterBackend<M>],
            of model: M.Type
        ) -> [any FilterBackend<M>] { stated() }
        /// Returns the declared filters.
        public static func filters<M: Model>(
            _ stated: [any FilterBackend<M>],
            of model: M.Type
        ) -> [any FilterBackend<M>] { stated }

        /// Returns the default, JSON.
        public static func mediaTypes(_ unstated: () -> Unstated) -> [MediaType] { [.json] }
        /// Returns the media types of a function.
        public static func mediaTypes(_ stated: () -> [MediaType]) -> [MediaType] { stated() }
        /// Returns the declared media types.
        public static func mediaTypes(_ stated: [MediaType]) -> [MediaType] { stated }
    }
}

extension View {
    /// The placeholder for the permissions of a view without permissions.
    public static func permissions() -> _Core.Unstated { _Core.Unstated() }
    /// The placeholder for the authentication of a view without authentication, which inherits that of the API.
    public static func authentication() -> _Core.Unstated { _Core.Unstated() }
    /// The placeholder for the throttles of a view without throttles.
    public static func throttles() -> _Core.Unstated { _Core.Unstated() }
}

extension API {
    /// The placeholder for the authentication of an API without authentication.
    public static func authentication() -> _Core.Unstated { _Core.Unstated() }
}
