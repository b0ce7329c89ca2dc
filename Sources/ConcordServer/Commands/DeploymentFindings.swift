import ConcordCore
import ConcordDatabase
import Logging

/// The settings of an app that are unsafe or unusual in production.
struct DeploymentFindings {
    private(set) var all: [DeploymentFinding] = []

    /// Checks an app, the settings of its environment, and its installed apps.
    init(_ api: ServedAPI, _ app: AppConfiguration) throws {
        checkBuild(app)
        checkAccess(of: api, app)
        checkTransport(api, app)
        try checkSettings(api, app)
        for part in api.parts {
            all += (part as? any DeploymentChecks.Type)?.deploymentFindings(app) ?? []
        }
    }

    private mutating func add(_ message: String, help: String) { all.append(DeploymentFinding(message, help: help)) }

    private mutating func checkBuild(_ app: AppConfiguration) {
        #if DEBUG
            add("The executable is a debug build.", help: "build it with 'swift build -c release'")
        #endif
        if app.contractChecks == .always {
            add(
                "The server checks every response against the document, which takes time.",
                help: "set CONTRACT_CHECKS to a fraction such as 0.01, or to 0")
        }
    }

    /// Reports operations that let anyone who can reach the server change data.
    private mutating func checkAccess(of api: ServedAPI, _ app: AppConfiguration) {
        let writing = api.operationSummaries.filter {
            ["POST", "PUT", "PATCH", "DELETE"].contains($0[0]) && $0[3] == "none"
        }
        if app.unimplementedSchemes == .acceptAnyCredential {
            add(
                "Security schemes that are not implemented accept every credential.",
                help: "remove 'app.unimplementedSchemes'")
        }
        guard let first = writing.first else { return }
        let others = writing.count == 1 ? "" : " and \(writing.count - 1) more"
        add(
            "\(first[0]) \(first[1])\(others) can be called without authentication.",
            help: "declare 'authentication' or 'permissions' if this is not intended")
        if !api.hasThrottles {
            add(
                "No view has throttles, and clients don't need to authenticate.",
                help: "declare 'throttles', or limit requests in the proxy")
        }
    }

    private mutating func checkTransport(_ api: ServedAPI, _ app: AppConfiguration) {
        if app.transport.scheme == "http" {
            add(
                "The server uses HTTP without TLS.",
                help: "run it behind a proxy that terminates TLS, or call 'useTLS' of ConcordTLS in 'configure'")
        }
        for url in api.documentedServerURLs where url.hasPrefix("http://") || url.contains("//localhost") {
            add("The document declares the server '\(url)'.", help: "declare the public URL in 'servers', with https")
        }
    }

    private mutating func checkSettings(_ api: ServedAPI, _ app: AppConfiguration) throws {
        let url = app.settings.string(forKey: "database.url", isSecret: true) ?? ""
        if app.environment.database != nil, url.isEmpty {
            add(
                "The database is the file db.sqlite3 in the current folder, which may be lost in the next deployment.",
                help: "set DATABASE_URL")
        } else if url.contains(":memory:") {
            add(
                "The database is in memory and is lost when the process ends.",
                help: "set DATABASE_URL to a file or a server")
        }
        if app.environment.database != nil, app.environment.hasRandomSecretKey {
            add(
                "Page cursors are signed with a random key, so they are not valid after a restart or in another instance.",
                help: "set SECRET_KEY to a long random string")
        }
        if let level = try ServerSetting.logLevel.value(in: app.settings), level <= .debug {
            add(
                "The log level is \(level). At this level, messages may contain user data.",
                help: "set LOG_LEVEL to info or above")
        }
    }
}
