extension _Core {
    /// What stands in place of a setting that a view, a group or an API does not state.
    ///
    /// The function `permissions()` of every view, for example, returns it. A `static let permissions`, wherever it is
    /// declared, is preferred to the function by Swift's own rules, so a declaration can neither be lost to a default nor
    /// fail to be seen: one of a type that is no array of permissions does not compile.
    public struct Unstated: Sendable {
        package init() {}
    }
}

extension _Core {
    /// Takes settings as a declaration states them: what the expansion of `@View`, `@Include` and `@API` calls.
    public enum Stated {
        /// No permissions.
        public static func permissions(_ unstated: () -> Unstated) -> [any Permission] { [] }
        /// The permissions of a function.
        public static func permissions(_ stated: () -> [any Permission]) -> [any Permission] { stated() }
        /// The stated permissions.
        public static func permissions(_ stated: [any Permission]) -> [any Permission] { stated }

        /// No throttles.
        public static func throttles(_ unstated: () -> Unstated) -> [any Throttle] { [] }
        /// The throttles of a function.
        public static func throttles(_ stated: () -> [any Throttle]) -> [any Throttle] { stated() }
        /// The stated throttles.
        public static func throttles(_ stated: [any Throttle]) -> [any Throttle] { stated }

        /// No requirements of its own.
        public static func authentication(_ unstated: () -> Unstated) -> [any Authentication]? { nil }
        /// The requirements of a function.
        public static func authentication(_ stated: () -> [any Authentication]) -> [any Authentication]? { stated() }
        /// The stated requirements.
        public static func authentication(_ stated: [any Authentication]) -> [any Authentication]? { stated }

        /// No filters.
        public static func filters<M: Model>(_ unstated: () -> Unstated, of model: M.Type) -> [any FilterBackend<M>] {
            []
        }
        /// The filters of a function.
        public static func filters<M: Model>(
            _ stated: () -> [any FilterBackend<M>],
            of model: M.Type
        ) -> [any FilterBackend<M>] { stated() }
        /// The stated filters.
        public static func filters<M: Model>(
            _ stated: [any FilterBackend<M>],
            of model: M.Type
        ) -> [any FilterBackend<M>] { stated }

        /// JSON.
        public static func mediaTypes(_ unstated: () -> Unstated) -> [MediaType] { [.json] }
        /// The media types of a function.
        public static func mediaTypes(_ stated: () -> [MediaType]) -> [MediaType] { stated() }
        /// The stated media types.
        public static func mediaTypes(_ stated: [MediaType]) -> [MediaType] { stated }
    }
}

extension View {
    /// Stands for the permissions of a view that states none.
    public static func permissions() -> _Core.Unstated { _Core.Unstated() }
    /// Stands for the authentication of a view that states none: the API's.
    public static func authentication() -> _Core.Unstated { _Core.Unstated() }
    /// Stands for the throttles of a view that states none.
    public static func throttles() -> _Core.Unstated { _Core.Unstated() }
}

extension API {
    /// Stands for the authentication of an API that states none.
    public static func authentication() -> _Core.Unstated { _Core.Unstated() }
}
