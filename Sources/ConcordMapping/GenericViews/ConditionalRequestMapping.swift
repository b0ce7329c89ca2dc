import ConcordDeclarations
import ConcordOutline
import ConcordYAML

// The parts that `conditionalRequests` of a generic view adds to its operations.

extension GenericAction {
    /// Whether the response contains one object, and therefore a tag.
    fileprivate var hasTag: Bool { self != .list && self != .destroy }

    /// Whether the action changes an object that a client may have read before.
    fileprivate var changesObject: Bool { self == .update || self == .partialUpdate || self == .destroy }
}

extension ViewDeclaration {
    fileprivate var supportsConditions: Bool {
        generic.conditionalRequests.map { $0 != .unsupported } ?? false
    }

    /// Returns the headers with the condition of a request.
    func conditionInputs(of action: GenericAction) -> [InputDeclaration] {
        guard supportsConditions else { return [] }
        let text = TypeExpression.named("String")
        func header(_ name: String, _ type: TypeExpression, _ comment: String) -> InputDeclaration {
            InputDeclaration(DeclarationHead(name, documentation: comment, mark: head.mark), .header, type: type)
        }
        if action == .retrieve {
            return [
                header("If-None-Match", .optional(text), "The ETag of the representation that the client has cached.")
            ]
        }
        guard action.changesObject else { return [] }
        let isRequired = generic.conditionalRequests == .required
        return [
            header("If-Match", isRequired ? text : .optional(text), "The ETag of the object that the client has read.")
        ]
    }

    /// Returns the responses to a request whose condition is not satisfied or is missing.
    func conditionRefusals(of action: GenericAction) -> [(status: Int, description: String)] {
        guard supportsConditions, action.changesObject else { return [] }
        let refusals = [(412, "The object has changed since it was read.")]
        guard generic.conditionalRequests == .required else { return refusals }
        return refusals + [(428, "The If-Match header is required.")]
    }
}

extension Generator {
    /// Adds the `ETag` to the response with an object, and the response for a client that already has the
    /// representation.
    mutating func addTags(
        to responses: inout [Mapping.Entry], of action: GenericAction, in view: ViewDeclaration
    ) {
        guard view.supportsConditions, action.hasTag else { return }
        let tag = InputDeclaration(
            DeclarationHead("ETag", documentation: "A validator that changes whenever the object changes."), .header,
            type: .optional(.named("String")))
        let headers = Node.mapping(Mapping([.init("ETag", header(tag, in: []))]))
        for index in responses.indices where ["200", "201"].contains(responses[index].key) {
            var builder = ObjectBuilder(responses[index].value)
            builder["headers"] = headers
            responses[index] = .init(responses[index].key, builder.ordered(.response))
        }
        guard action == .retrieve else { return }
        var builder = ObjectBuilder()
        builder.text("description", "The client's representation is current.")
        builder["headers"] = headers
        responses.append(.init("304", builder.ordered(.response)))
    }
}
