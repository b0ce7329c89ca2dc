import ConcordYAML

extension DocumentRule {
    static let responseRules = [noStatus, emptyResponses, onlyFailures]

    static let noStatus = DocumentRule(
        "no-status", .error, "The key of a response is not an HTTP status.",
        reason: "The key of a response is a status from 100 to 599, a range such as 4XX, or 'default'.",
        source: "Responses Object: \"any HTTP status code\", and for ranges \"the uppercase wildcard character X\"",
        wrong: """
            paths:
              /pets: {get: {responses: {2xx: {description: The pets.}}}}
            """,
        right: """
            paths:
              /pets: {get: {responses: {2XX: {description: The pets.}}}}
            """)

    static let emptyResponses = DocumentRule(
        "empty-responses", .error, "An operation has no responses.",
        reason: "Declare at least the successful response. 'default' covers all other statuses.",
        source: "Responses Object: it \"MUST contain at least one response code\"",
        wrong: """
            paths:
              /pets: {get: {responses: {}}}
            """,
        right: """
            paths:
              /pets: {get: {responses: {'200': {description: The pets.}}}}
            """)

    static let onlyFailures = DocumentRule(
        "only-failures", .warning, "The only response of an operation is an error.",
        reason: "Readers need to know the result of a successful call.",
        source: "Responses Object: a single response code \"SHOULD be the response for a successful operation call\"",
        wrong: """
            paths:
              /pets: {get: {responses: {'404': {description: No pets.}}}}
            """,
        right: """
            paths:
              /pets: {get: {responses: {'200': {description: The pets.}, '404': {description: No pets.}}}}
            """)
}

extension DocumentValidation {
    mutating func check(_ responses: Responses) {
        let statuses = responses.statuses
        for response in statuses where !Self.isStatus(response.name) {
            let upper = response.name.uppercased()
            let meant = Self.isStatus(upper) ? upper : response.name.lowercased() == "default" ? "default" : nil
            report(
                .noStatus, "'\(response.name)' is not a status, a range such as 4XX, or 'default'",
                at: response.position, help: meant.map { "write '\($0)'" })
        }
        if statuses.isEmpty {
            report(
                .emptyResponses, "an operation must have a response", at: responses.node.position,
                help: "add the successful response, as in '200': {description: …}")
        }
        if statuses.count == 1, let only = statuses.first, let digit = only.name.utf8.first,
            digit == UInt8(ascii: "4") || digit == UInt8(ascii: "5")
        {
            report(
                .onlyFailures, "the only response here is the error \(only.name)", at: only.position,
                help: "add the successful response")
        }
    }

    private static func isStatus(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        guard name != "default" else { return true }
        guard bytes.count == 3, (UInt8(ascii: "1")...UInt8(ascii: "5")).contains(bytes[0]) else { return false }
        return bytes.dropFirst().allSatisfy { (0x30...0x39).contains($0) } || name.hasSuffix("XX")
    }

    mutating func check(_ response: Response) {
        checkMediaTypes(of: response.node["content"])
        for header in response.headers where header.name.lowercased() == "content-type" {
            report(
                .ignoredHeader, "the header 'Content-Type' of a response is ignored", at: header.position,
                help: "remove it: 'content' states the media types")
        }
        for header in response.headers { checkHeaderName(header.name, at: header.position) }
    }
}
