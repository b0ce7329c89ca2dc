import Concord

extension AppEnvironment {
    @Entry var limit: Int
    // refused: @Entry needs a property with a default
}
