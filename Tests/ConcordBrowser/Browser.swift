package import Foundation

/// Headless Chromium, driven by WebDriver (https://www.w3.org/TR/webdriver2/).
package final class Browser {
    private let driver: Process
    private let session: URL

    /// The error for a command that the browser couldn't perform.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String

        package init(description: String) { self.description = description }
    }

    private static let paths = [
        "/usr/bin/chromedriver", "/opt/homebrew/bin/chromedriver", "/usr/local/bin/chromedriver",
    ]

    /// Whether the driver is installed. On Debian `make setup` installs it.
    package static var isInstalled: Bool {
        #if os(Linux)
            true
        #else
            paths.contains { FileManager.default.isExecutableFile(atPath: $0) }
        #endif
    }

    /// Starts a browser.
    ///
    /// - Parameters:
    ///   - width: The width of the window in pixels.
    ///   - height: The height of the window in pixels.
    ///   - runsScripts: Whether pages can run JavaScript.
    package init(width: Int = 1280, height: Int = 900, runsScripts: Bool = true) async throws {
        guard let path = Self.paths.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
            throw Failure(description: "chromedriver is not installed; run 'make setup test'")
        }
        let port: Int
        (driver, port) = try Self.startDriver(at: path)
        let base = URL(string: "http://127.0.0.1:\(port)/session")
        guard let base else { throw Failure(description: "no port") }
        var options: [String: Any] = [
            "args": [
                "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
                "--window-size=\(width),\(height)",
            ]
        ]
        if !runsScripts { options["prefs"] = ["profile.managed_default_content_settings.javascript": 2] }
        let capabilities: [String: Any] = [
            "browserName": "chrome", "goog:chromeOptions": options,
            "goog:loggingPrefs": ["browser": "ALL", "performance": "ALL"],
        ]
        do {
            let answer = try await Self.send("POST", base, ["capabilities": ["alwaysMatch": capabilities]])
            guard let identifier = (answer as? [String: Any])?["sessionId"] as? String else {
                throw Failure(description: "\(answer ?? "no session")")
            }
            session = base.appending(path: identifier)
        } catch {
            driver.terminate()
            throw error
        }
        if width < 600 { try await emulatePhone(width: width, height: height) }
    }

    /// Headless windows have a minimum width, so a phone is emulated.
    private func emulatePhone(width: Int, height: Int) async throws {
        let parameters: [String: Any] = ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": true]
        _ = try await command(
            "goog/cdp/execute", ["cmd": "Emulation.setDeviceMetricsOverride", "params": parameters])
    }

    /// Ends the browser.
    package func close() async {
        _ = try? await Self.send("DELETE", session, nil)
        // A server of another test makes the processes of the tests ignore SIGTERM.
        kill(driver.processIdentifier, SIGKILL)
    }

    /// Starts chromedriver at a free port.
    ///
    /// chromedriver selects a free IPv6 port, and exits if another process uses the same IPv4 port. A second
    /// attempt can therefore succeed.
    private static func startDriver(at path: String) throws -> (Process, port: Int) {
        var text = ""
        for _ in 1...10 {
            let driver = Process()
            driver.executableURL = URL(filePath: path)
            driver.arguments = ["--port=0"]
            let output = Pipe()
            driver.standardOutput = output
            driver.standardError = FileHandle.nullDevice
            try driver.run()
            text = startMessage(in: output.fileHandleForReading)
            if let port = text.firstMatch(of: startedPort).flatMap({ Int($0.output.1) }) { return (driver, port) }
            kill(driver.processIdentifier, SIGKILL)
        }
        throw Failure(description: "chromedriver states no port: \(text)")
    }

    /// The message with the port. Before it, chromedriver prints the port of its arguments, 0.
    private static var startedPort: Regex<(Substring, Substring)> { /started successfully on port (\d+)/ }

    private static func startMessage(in output: FileHandle) -> String {
        var text = ""
        while text.firstMatch(of: startedPort) == nil {
            let more = output.availableData
            guard !more.isEmpty else { break }
            text += String(decoding: more, as: UTF8.self)
        }
        return text
    }

    /// Sends a command with curl, because URLSession on Linux can't read chromedriver's headers.
    private static func send(_ method: String, _ url: URL, _ body: [String: Any]?) async throws -> Any? {
        var arguments = ["curl", "--silent", "--max-time", "300", "--request", method, url.absoluteString]
        if let body {
            let text = String(decoding: try JSONSerialization.data(withJSONObject: body), as: UTF8.self)
            arguments += ["--header", "Content-Type: application/json", "--data-binary", "@-"]
            return try value(of: await output(of: arguments, input: text))
        }
        return try value(of: await output(of: arguments, input: ""))
    }

    private static func value(of answer: Data) throws -> Any? {
        let value = (try JSONSerialization.jsonObject(with: answer) as? [String: Any])?["value"]
        if let failure = value as? [String: Any], let name = failure["error"] as? String {
            throw Failure(description: "\(name): \(failure["message"] ?? "")")
        }
        return value
    }

    /// Runs a command on its own thread, because the app that the page calls needs the threads of the tests.
    private static func output(of arguments: [String], input: String) async throws -> Data {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(
                    with: Result {
                        let process = Process()
                        process.executableURL = URL(filePath: "/usr/bin/env")
                        process.arguments = arguments
                        let (standardInput, standardOutput) = (Pipe(), Pipe())
                        process.standardInput = standardInput
                        process.standardOutput = standardOutput
                        try process.run()
                        try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
                        try standardInput.fileHandleForWriting.close()
                        let output = standardOutput.fileHandleForReading.readDataToEndOfFile()
                        process.waitUntilExit()
                        return output
                    })
            }
        }
    }

    @discardableResult
    private func command(_ name: String, _ body: [String: Any] = [:]) async throws -> Any? {
        try await Self.send("POST", session.appending(path: name), body)
    }

    /// Opens an address and waits until the page is loaded.
    package func open(_ address: String) async throws {
        try await command("url", ["url": address])
    }

    /// Runs the body of a function in the page and returns its result as JSON values.
    @discardableResult
    package func run(_ script: String) async throws -> Any? {
        try await command("execute/sync", ["script": script, "args": []])
    }

    /// Runs the body of a function in the page and returns its result as a string, `true` for a Boolean.
    package func text(_ script: String) async throws -> String {
        try await run("return String((() => { \(script) })());") as? String ?? ""
    }

    /// Runs the body of an asynchronous function in the page until it returns a value other than null or false.
    package func wait(for script: String) async throws -> String {
        let polling = """
            const done = arguments[arguments.length - 1];
            const look = async () => {
              const value = await (async () => { \(script) })();
              if (value || value === 0) done(String(value)); else requestAnimationFrame(look);
            };
            look();
            """
        // A page that is replaced meanwhile ends the function. The driver answers with one of two errors.
        for _ in 0..<3 {
            do {
                return "\(try await command("execute/async", ["script": polling, "args": []]) ?? "")"
            } catch let failure as Failure
                where failure.description.contains("script timeout") || failure.description.contains("unloaded")
            {
                continue
            }
        }
        throw Failure(description: "the page doesn't fulfill: \(script)")
    }

    /// Clicks the first element that matches a selector, and waits for the page that it opens.
    package func click(_ selector: String) async throws {
        try await command("element/\(try await element(selector))/click")
    }

    /// Replaces the text of the first element that matches a selector.
    package func write(_ text: String, into selector: String) async throws {
        let element = try await element(selector)
        try await command("element/\(element)/clear")
        try await command("element/\(element)/value", ["text": text])
    }

    private func element(_ selector: String) async throws -> String {
        let found = try await command("element", ["using": "css selector", "value": selector]) as? [String: String]
        guard let element = found?.values.first else { throw Failure(description: "no element '\(selector)'") }
        return element
    }

    /// Presses keys in the focused element.
    package func type(_ text: String) async throws {
        let actions = text.flatMap { character -> [[String: Any]] in
            [["type": "keyDown", "value": String(character)], ["type": "keyUp", "value": String(character)]]
        }
        try await command("actions", ["actions": [["type": "key", "id": "keyboard", "actions": actions]]])
    }

    /// The errors and warnings that the page has logged since the last call.
    package func messages() async throws -> [String] {
        let entries = try await command("se/log", ["type": "browser"]) as? [[String: Any]] ?? []
        return entries.map { "\($0["message"] ?? "")" }
    }

    /// The addresses that were requested since the last call.
    package func requests() async throws -> [String] {
        let entries = try await command("se/log", ["type": "performance"]) as? [[String: Any]] ?? []
        return entries.compactMap { entry in
            let text = "\(entry["message"] ?? "")"
            guard text.contains("Network.requestWillBeSent\"") else { return nil }
            return text.firstMatch(of: /"url":"([^"]*)"/).map { String($0.output.1) }
        }
    }

    /// Saves the contents of the window as a PNG image.
    package func saveScreenshot(_ path: String) async throws {
        let image = try await Self.send("GET", session.appending(path: "screenshot"), nil) as? String ?? ""
        try Data(base64Encoded: image)?.write(to: URL(filePath: path))
    }
}

/// The keys without a character, with WebDriver's names.
package enum Key {
    package static let enter = "\u{E007}"
    package static let escape = "\u{E00C}"
    package static let down = "\u{E015}"
    package static let up = "\u{E013}"
    package static let tab = "\u{E004}"
}

extension Browser {
    /// axe-core, which `make test` installs.
    package static let axe: URL? = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
        let folder = root.appending(path: ".build/python/lib")
        let versions = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        let scripts = versions.map { $0.appending(path: "site-packages/axe_core_python/axe.min.js") }
        return scripts.first { FileManager.default.fileExists(atPath: $0.path) }
    }()

    /// Checks the accessibility of the page by WCAG 2.1, level AA, and returns the violations.
    package func accessibilityViolations() async throws -> String {
        guard let axe = Self.axe else { throw Failure(description: "axe-core is not installed; run 'make test'") }
        try await run(try String(contentsOf: axe, encoding: .utf8))
        let found = try await wait(
            for: """
                const result = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] });
                return 'checked ' + result.violations.map(one => one.id + ' ' + one.nodes[0].html).join();
                """)
        return String(found.dropFirst("checked ".count))
    }
}
