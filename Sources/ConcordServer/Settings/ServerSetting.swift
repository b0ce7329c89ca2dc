import ArgumentParser
import Configuration
import Logging

/// A setting of the server that can come from the environment.
struct ServerSetting<Value>: Sendable {
    /// The environment variable.
    let variable: String
    /// The valid values, for error messages.
    let demand: String
    /// Returns the value of a string, or `nil` if it is not valid.
    let read: @Sendable (String) -> Value?

    /// Returns the value in the environment, or `nil` if the variable is not set.
    ///
    /// - Throws: An error that names the variable if its value is not valid.
    func value(in settings: ConfigReader) throws -> Value? {
        let key = ConfigKey(variable.lowercased().split(separator: "_").map(String.init))
        guard let text = settings.string(forKey: key), !text.isEmpty else { return nil }
        guard let value = read(text) else {
            throw ValidationError("The environment variable \(variable) must be \(demand), not '\(text)'.")
        }
        return value
    }
}

extension ServerSetting where Value == String {
    static let host = ServerSetting(variable: "HOST", demand: "a name or an address") { $0 }
    static let pathPrefix = ServerSetting(variable: "PATH_PREFIX", demand: "'document' or a path such as /v1") {
        $0 == "document" || $0.hasPrefix("/") ? $0 : nil
    }
}

extension ServerSetting where Value == UInt16 {
    static let port = ServerSetting(variable: "PORT", demand: "a number from 0 to 65535") { UInt16($0) }
}

extension ServerSetting where Value == Int {
    static let bodyLimit = ServerSetting(variable: "BODY_LIMIT", demand: "a number of bytes") { Int($0) }
    static let proxyCount = ServerSetting(variable: "NUM_PROXIES", demand: "a number of proxies") {
        Int($0).flatMap { $0 >= 0 ? $0 : nil }
    }
    static let idleTimeout = ServerSetting(variable: "IDLE_TIMEOUT", demand: "a number of seconds") {
        Int($0).flatMap { $0 > 0 ? $0 : nil }
    }
    static let shutdownTimeout = ServerSetting(variable: "SHUTDOWN_TIMEOUT", demand: "a number of seconds") {
        Int($0).flatMap { $0 > 0 ? $0 : nil }
    }
}

extension ServerSetting where Value == Logger.Level {
    static let logLevel = ServerSetting(
        variable: "LOG_LEVEL", demand: "trace, debug, info, notice, warning, error or critical"
    ) { Logger.Level(rawValue: $0) }
}

extension ServerSetting where Value == Double {
    static let contractChecks = ServerSetting(variable: "CONTRACT_CHECKS", demand: "a number from 0 to 1") {
        Double($0).flatMap { (0...1).contains($0) ? $0 : nil }
    }
}
