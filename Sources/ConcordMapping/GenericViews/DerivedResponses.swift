import ConcordDeclarations
import ConcordDiagnostics
import ConcordNames
import ConcordOutline
import ConcordYAML

extension Generator {
    /// Adds the responses that follow from an operation's inputs, permissions, and throttles. Responses that the
    /// operation declares are unchanged.
    mutating func addDerived(
        to responses: inout [Mapping.Entry], of operation: OperationDeclaration, in view: ViewDeclaration,
        _ security: DerivedSecurity
    ) {
        // The server sends the requests of webhooks and callbacks. Another server responds to them.
        guard view.kind == .path else { return }
        if let action = operation.genericAction { addTags(to: &responses, of: action, in: view) }
        addPartialResponses(to: &responses, of: operation)
        let thrown = thrownProblems(of: operation)
        let refusals = refusals(of: operation, in: view, security).filter { refusal in
            !thrown.contains { $0.status == refusal.status }
        }
        for (status, description) in (refusals + thrown).sorted(by: { $0.status < $1.status }) {
            let key = String(status)
            if responses.contains(where: { $0.key == key }) { continue }
            responses.append(.init(key, refusal(status, description)))
        }
    }

    /// Adds the alternative responses for a file: a part of its contents, or no contents if it is unchanged.
    private mutating func addPartialResponses(to responses: inout [Mapping.Entry], of operation: OperationDeclaration) {
        guard operation.result?.isFileResponse == true, operation.method == "GET",
            let content = responses.first(where: { $0.key == "200" })?.value["content"]
        else { return }
        var part = ObjectBuilder()
        part.text("description", "The part of the file that the Range header selects.")
        part["content"] = content
        var unchanged = ObjectBuilder()
        unchanged.text("description", "The file has not changed.")
        let partial: [(key: String, response: Node)] = [
            ("206", part.ordered(.response)), ("304", unchanged.ordered(.response)),
            ("412", refusal(412, "The file has changed.")),
            ("416", refusal(416, "The range is beyond the end of the file.")),
        ]
        for (key, response) in partial where !responses.contains(where: { $0.key == key }) {
            responses.append(.init(key, response))
        }
    }

    /// Returns the statuses of the error responses, in ascending order, and a description of each.
    private mutating func refusals(
        of operation: OperationDeclaration, in view: ViewDeclaration, _ security: DerivedSecurity
    ) -> [(status: Int, description: String)] {
        var refusals: [(Int, String)] = []
        if (view.inputs + operation.inputs).contains(where: \.isValidated) {
            refusals.append((400, "The request is not valid."))
        }
        if security.refusesUnknown { refusals.append((401, "Not authenticated.")) }
        if let text = security.refusal { refusals.append((403, text)) }
        if isAboutOne(operation, view) { refusals.append((404, notFound(operation, view))) }
        if operation.genericAction == .destroy, isProtected(view) {
            refusals.append((409, "Other objects refer to the object."))
        }
        if let action = operation.genericAction { refusals += view.conditionRefusals(of: action) }
        if operation.inputs.contains(where: { hasBody($0, of: view) }) {
            refusals.append((413, "The request body is too large."))
            refusals.append((415, "The media type of the request body is not supported."))
        }
        if let throttles = view.generic.throttles, !throttles.isEmpty {
            refusals.append((429, tooMany(throttles)))
        }
        return refusals
    }

    private func hasBody(_ input: InputDeclaration, of view: ViewDeclaration) -> Bool {
        if input.source == .body { return true }
        guard input.source == .component,
            let found = symbols.find(input.type.unwrapped.path ?? [], in: [view.head.name])
        else { return false }
        if case .requestBody = found.declaration { return true }
        return false
    }

    /// Returns whether foreign keys of other models protect the objects of the view from deletion.
    private mutating func isProtected(_ view: ViewDeclaration) -> Bool {
        guard let type = view.generic.queryset?.model, let found = symbols.model(type, in: [view.head.name]) else {
            return false
        }
        let models = cache.protectedModels ?? symbols.protectedModels
        cache.protectedModels = models
        return models.contains(found.path)
    }

    private func isAboutOne(_ operation: OperationDeclaration, _ view: ViewDeclaration) -> Bool {
        if let action = operation.genericAction { return action.isDetail }
        if let action = operation.action { return action.isDetail }
        return (view.inputs + operation.inputs).contains { $0.source == .path }
    }

    private mutating func notFound(_ operation: OperationDeclaration, _ view: ViewDeclaration) -> String {
        guard operation.genericAction != nil || view.genericView != nil else { return ReasonPhrase.of(.code(404)) }
        return "No such \(naming(of: view).subject)."
    }

    private mutating func tooMany(_ throttles: [ParticipantUse]) -> String {
        let texts = throttles.compactMap { throttle -> String? in
            guard throttle.name == "RateThrottle" else {
                return participant(throttle, .throttle)?.declaration.head.documentation
            }
            return throttle.refusalOfRate
        }
        return texts.isEmpty ? ReasonPhrase.of(.code(429)) : texts.joined(separator: ParticipantUse.betweenRefusals)
    }

    private mutating func refusal(_ status: Int, _ description: String) -> Node {
        if let known = cache.refusals[status]?[description] { return known }
        let node = makeRefusal(status, description)
        cache.refusals[status, default: [:]][description] = node
        return node
    }

    private mutating func makeRefusal(_ status: Int, _ description: String) -> Node {
        var builder = ObjectBuilder()
        builder.text("description", description)
        if status == 429 {
            let seconds = InputDeclaration(
                DeclarationHead("Retry-After", documentation: "The number of seconds to wait before the next request."),
                .header,
                type: .optional(.named("Int")))
            builder["headers"] = .mapping(Mapping([.init("Retry-After", header(seconds, in: []))]))
        }
        builder["content"] = .mapping(
            Mapping(
                content(
                    problem(), ContentDeclaration(["application/problem+json"]), in: [], at: SourceMark())
            ))
        return builder.ordered(.response)
    }
}

extension InputDeclaration {
    /// Whether a request can fail validation because of this input.
    fileprivate var isValidated: Bool { source.isInDocument }
}

extension ParticipantUse {
    /// The separator between the descriptions of several throttles.
    fileprivate static let betweenRefusals = "\n\n"
    private static let (openingOfRate, endOfRate) = ("The rate limit of ", " is exceeded.")

    /// The description of the 429 response for `RateThrottle("100/hour")`: 'The rate limit of 100/hour is exceeded.'
    fileprivate var refusalOfRate: String? {
        guard case .string(let rate)? = arguments.first?.value else { return nil }
        return Self.openingOfRate + rate + Self.endOfRate
    }

    /// Returns the throttles whose rates are in the description of a 429 response.
    static func throttles(refusing description: String) -> [ParticipantUse] {
        description.split(separator: betweenRefusals).filter {
            $0.hasPrefix(openingOfRate) && $0.hasSuffix(endOfRate)
        }.map { text in
            let rate = text.dropFirst(openingOfRate.count).dropLast(endOfRate.count)
            return ParticipantUse(.named("RateThrottle"), [Argument(nil, .string(String(rate)))])
        }
    }
}
