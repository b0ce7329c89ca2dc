import ConcordYAML

extension DocumentComparison {
    /// Parameters of an operation and of the path around it, by place and name.
    private struct Parameters {
        var byKey: [String: Parameter] = [:]
        var keys: [String] = []

        init(_ endpoint: Endpoint, _ edition: Edition, renames: [String: String] = [:]) {
            for parameter in endpoint.operation.parameters + endpoint.shared.parameters {
                let parameter = edition.resolved(parameter)
                guard let name = parameter.name, let place = parameter.in else { continue }
                let isInPath = place == "path"
                // Headers' names have no case (RFC 9110, 5.1).
                let key =
                    place + " " + (isInPath ? renames[name] ?? name : place == "header" ? name.lowercased() : name)
                guard byKey[key] == nil else { continue }
                byKey[key] = parameter
                keys.append(key)
            }
        }
    }

    mutating func parameters(_ before: Endpoint, _ after: Endpoint) {
        let renames = Dictionary(
            zip(Self.templateNames(before.path), Self.templateNames(after.path)).map { ($0, $1) }
        ) { first, _ in first }
        let mine = Parameters(before, old, renames: renames)
        let theirs = Parameters(after, new)
        for key in mine.keys {
            guard let parameter = mine.byKey[key] else { continue }
            if let other = theirs.byKey[key] {
                self.parameter(parameter, other)
            } else {
                reportRemoved(parameter)
            }
        }
        for key in theirs.keys where mine.byKey[key] == nil {
            guard let parameter = theirs.byKey[key] else { continue }
            // A parameter of the template was always there, though nothing described it.
            let isOfTemplate = parameter.in == "path" && Self.templateNames(before.path).contains(parameter.name ?? "")
            if !isOfTemplate { reportAdded(parameter, at: after.position) }
        }
    }

    private static func subject(_ parameter: Parameter) -> String {
        "the \(parameter.in ?? "") parameter '\(parameter.name ?? "")'"
    }

    private mutating func reportAdded(_ parameter: Parameter, at place: Position) {
        let subject = Self.subject(parameter)
        let position = parameter.node.position == .none ? place : parameter.node.position
        if parameter.in == "path" {
            report(.pathParameterAdded, "\(subject) was added", nil, position)
        } else if parameter.required == true {
            report(.requiredParameterAdded, "\(subject), which is required, was added", nil, position)
        } else {
            report(.optionalParameterAdded, "\(subject) was added", nil, position)
        }
    }

    private mutating func reportRemoved(_ parameter: Parameter) {
        let subject = Self.subject(parameter)
        let position = parameter.node.position
        switch removal(of: parameter.node) {
        case .unannounced: report(.parameterRemoved, "\(subject) was removed", position, nil)
        case .due: report(.deprecatedParameterRemoved, "\(subject), which was deprecated, was removed", position, nil)
        case .early(let day):
            report(.parameterRemovedBeforeSunset, "\(subject) was removed before its sunset on \(day)", position, nil)
        case .unreadable(let text):
            report(
                .sunsetUnreadable, "\(subject) was removed, and its 'x-sunset' is not a date: '\(text)'", position, nil)
        }
    }

    private mutating func parameter(_ before: Parameter, _ after: Parameter) {
        let subject = Self.subject(after)
        let (mine, theirs) = (before.node, after.node)
        lifeCycle(mine, theirs, subject, mine.position, theirs.position)
        if before.name != after.name, after.in == "path" {
            report(
                .pathParameterRenamed, "the path parameter '\(before.name ?? "")' was renamed to '\(after.name ?? "")'",
                mine["name"]?.position, theirs["name"]?.position)
        }
        let (was, isNow) = (before.required ?? false, after.required ?? false)
        if was != isNow, after.in != "path" {
            report(
                isNow ? .parameterBecameRequired : .parameterBecameOptional,
                "\(subject) became \(isNow ? "required" : "optional")", mine["required"]?.position ?? mine.position,
                theirs["required"]?.position ?? theirs.position)
        }
        style(before, after, subject)
        parameterSchemas(before, after, subject)
        describe(
            mine, theirs, subject, keys: ["description", "example", "examples"], except: Self.lifeCycleKeys)
    }

    /// How a value is written: what goes without saying counts as said.
    private mutating func style(_ before: Parameter, _ after: Parameter, _ subject: String) {
        let isScalar = isScalar(before, old) && isScalar(after, new)
        func stated(_ parameter: Parameter) -> [String] {
            let style = parameter.style ?? (["query", "cookie"].contains(parameter.in) ? "form" : "simple")
            // One value is written the same way whether it explodes or not.
            let explode = !isScalar && parameter.explode ?? (style == "form" || style == "cookie")
            return [style, "explode: \(explode)", "allowReserved: \(parameter.allowReserved ?? false)"]
        }
        let (was, isNow) = (stated(before), stated(after))
        guard was != isNow, before.node["content"] == nil, after.node["content"] == nil else { return }
        report(
            .parameterStyleChanged,
            "\(subject) has a new serialization: \(was.joined(separator: ", ")) became \(isNow.joined(separator: ", "))",
            before.node["style"]?.position ?? before.node.position,
            after.node["style"]?.position ?? after.node.position)
    }

    private func isScalar(_ parameter: Parameter, _ edition: Edition) -> Bool {
        guard let schema = parameter.schema else { return false }
        let types = SchemaNormalForm.types(of: edition.target(of: schema).node)
        return !types.isEmpty && !types.contains(.array) && !types.contains(.object)
    }

    private mutating func parameterSchemas(_ before: Parameter, _ after: Parameter, _ subject: String) {
        content(before.node, after.node, subject)
        guard let mine = before.schema, let theirs = after.schema else {
            if (before.schema == nil) != (after.schema == nil) {
                report(
                    .parameterStyleChanged, "\(subject) has a new serialization: 'schema' and 'content' were swapped",
                    before.node.position, after.node.position)
            }
            return
        }
        let (was, isNow) = (old.target(of: mine).node["default"], new.target(of: theirs).node["default"])
        // A default of a parameter that is required is never taken.
        let isRequired = before.required == true && after.required == true
        if !isRequired, !(was ?? .null).isEquivalent(to: isNow ?? .null) {
            report(
                .parameterDefaultChanged,
                "the default of \(subject) went from \(was?.excerpt ?? "none") to \(isNow?.excerpt ?? "none")",
                was?.position ?? mine.node.position, isNow?.position ?? theirs.node.position)
        }
        let repeated = repeatedItems(before, after)
        schema(mine, repeated ?? theirs, at: SchemaPlace(base: subject), ofParameter: true)
        guard repeated != nil else { return }
        report(
            .typeWidened, "\(subject) can now have several values", mine.node.position, theirs.node.position)
    }

    /// The items of an array that took the place of one value and can be repeated in the query, so that one value is
    /// written as it was.
    private func repeatedItems(_ before: Parameter, _ after: Parameter) -> Schema? {
        guard after.in == "query", (after.style ?? "form") == "form", after.explode ?? true, isScalar(before, old),
            let array = after.schema.map({ new.target(of: $0).node }), SchemaNormalForm.types(of: array) == [.array],
            (array["minItems"]?.integer ?? 0) <= 1, let items = array["items"]
        else { return nil }
        return Schema(items)
    }
}
