import ConcordCore

/// Makes a property in an extension of `AppEnvironment` a dependency of the app. Its initial value is the default:
///
///     extension AppEnvironment {
///         @Entry var forecasts: any ForecastService = LiveForecasts()
///     }
///
/// The type must be `Sendable`. All requests share the default, which is created on its first use.
@attached(accessor)
@attached(peer, names: prefixed(_entry_))
public macro Entry() = #externalMacro(module: "ConcordMacros", type: "EntryMacro")
