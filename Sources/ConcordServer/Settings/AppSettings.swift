import Configuration
import ConcordCore
import Foundation
import SystemPackage

/// The settings of an app: environment variables, and the lines of a file.
enum AppSettings {
    /// The settings of the process after a command has read them.
    @TaskLocal static var current: ConfigReader?

    /// The settings without a file.
    static var ofEnvironment: ConfigReader { ConfigReader(provider: EnvironmentVariablesProvider()) }

    /// Reads the environment variables and the settings file, unless they have been read. Environment variables override the file.
    ///
    /// The file is the path in `ENV_FILE`, which must exist, or `.env` in the current folder, if it exists.
    static func read() async throws -> ConfigReader {
        if let current { return current }
        let environment = EnvironmentVariablesProvider()
        let stated = ProcessInfo.processInfo.environment["ENV_FILE"]
        if let stated, !FileManager.default.fileExists(atPath: stated) { throw MissingFile(path: stated) }
        let file = try await EnvironmentVariablesProvider(
            environmentFilePath: FilePath(stated ?? ".env"), allowMissing: true)
        return ConfigReader(providers: [environment, file])
    }

    private struct MissingFile: Error, CustomStringConvertible {
        let path: String
        var description: String { "The file '\(path)' in the environment variable ENV_FILE does not exist." }
    }
}

extension AppConfiguration {
    /// The settings in the environment of the process: environment variables, then the lines of the file `.env`.
    ///
    ///     let key = app.settings.string(forKey: "mail.key", isSecret: true)     // MAIL_KEY
    public var settings: ConfigReader { AppSettings.current ?? AppSettings.ofEnvironment }
}
