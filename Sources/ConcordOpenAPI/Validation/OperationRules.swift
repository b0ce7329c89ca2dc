import ConcordDiagnostics
import ConcordYAML

extension DocumentRule {
    static let operationRules = [
        duplicateOperationID, bodyWithoutMeaning, duplicateTag, unknownParentTag, undeclaredTag, fixedMethod,
    ]

    static let fixedMethod = DocumentRule(
        "fixed-method", .error, "An additional operation uses a method that has its own field.",
        reason: "'additionalOperations' is for methods that OpenAPI has no field for, such as COPY.",
        source:
            "Path Item Object of 3.2, additionalOperations: no entry for methods that \"can be defined by other fixed fields\"",
        wrong: """
            openapi: 3.2.0
            paths:
              /pets:
                additionalOperations:
                  POST: {responses: {'200': {description: A pet.}}}
            """,
        right: """
            openapi: 3.2.0
            paths:
              /pets:
                post: {responses: {'200': {description: A pet.}}}
            """)

    static let duplicateOperationID = DocumentRule(
        "duplicate-operation-id", .error, "Two operations have the same 'operationId'.",
        reason: "Links and tools identify operations by it. It often becomes the name of a function.",
        source: "Operation Object, operationId: \"The id MUST be unique among all operations described in the API\"",
        wrong: """
            paths:
              /pets:
                get: {operationId: pets, responses: {'200': {description: The pets.}}}
                post: {operationId: pets, responses: {'201': {description: Added.}}}
            """,
        right: """
            paths:
              /pets:
                get: {operationId: listPets, responses: {'200': {description: The pets.}}}
                post: {operationId: addPet, responses: {'201': {description: Added.}}}
            """)

    static let bodyWithoutMeaning = DocumentRule(
        "body-without-meaning", .warning, "A request with GET, HEAD or DELETE has a body.",
        reason: "HTTP defines no meaning for such a body. Servers and proxies may drop it or reject the request.",
        source: "Operation Object, requestBody: it \"does not have well-defined semantics and SHOULD be avoided\"",
        wrong: """
            paths:
              /pets:
                get:
                  requestBody: {content: {application/json: {schema: {type: object}}}}
                  responses: {'200': {description: The pets.}}
            """,
        right: """
            paths:
              /pets:
                get:
                  parameters: [{name: name, in: query, schema: {type: string}}]
                  responses: {'200': {description: The pets.}}
            """)

    static let duplicateTag = DocumentRule(
        "duplicate-tag", .error, "A tag is declared twice.",
        reason: "Tools can show only one of the descriptions.",
        source: "OpenAPI Object, tags: \"Each tag name in the list MUST be unique\"",
        wrong: """
            tags:
              - {name: pets, description: All pets.}
              - {name: pets, description: Your pets.}
            """,
        right: """
            tags:
              - {name: pets, description: All pets.}
            """)

    static let unknownParentTag = DocumentRule(
        "unknown-parent-tag", .error, "The parent of a tag is not declared, or is the tag itself.",
        reason: "Tags form a tree through their parents. Each parent must be declared.",
        source: "Tag Object of 3.2, parent: \"The named tag MUST exist in the API description\"",
        wrong: """
            openapi: 3.2.0
            tags:
              - {name: cats, parent: pets}
            """,
        right: """
            openapi: 3.2.0
            tags:
              - {name: pets}
              - {name: cats, parent: pets}
            """)

    static let undeclaredTag = DocumentRule(
        "undeclared-tag", .note, "An operation has an undeclared tag, although other tags are declared.",
        reason:
            "This is allowed, but the tag may be misspelled. It has no description and no position in the order of tags.",
        source: "OpenAPI Object, tags: \"Not all tags that are used by the Operation Object must be declared\"",
        wrong: """
            tags: [{name: pets}]
            paths:
              /pets: {get: {tags: [pet], responses: {'200': {description: The pets.}}}}
            """,
        right: """
            tags: [{name: pets}]
            paths:
              /pets: {get: {tags: [pets], responses: {'200': {description: The pets.}}}}
            """)
}

extension DocumentValidation {
    mutating func check(_ item: PathItem) {
        checkDuplicates(among: item.parameters)
        for operation in item.operations {
            checkMethod(operation)
            checkMeaningOfBody(operation)
            checkDuplicates(among: operation.operation.parameters)
            checkQueryStrings(item.parameters + operation.operation.parameters, of: operation)
        }
    }

    private mutating func checkMethod(_ operation: PathItem.MethodOperation) {
        let field = operation.method.lowercased()
        guard version >= .v3_2, operation.keys.count > 1, PathItem.methodFields.contains(field) else { return }
        report(
            .fixedMethod, "\(operation.method) is not an additional operation", at: operation.position,
            help: "declare it as '\(field)' of the path item")
    }

    private mutating func checkMeaningOfBody(_ operation: PathItem.MethodOperation) {
        guard ["GET", "HEAD", "DELETE", "TRACE"].contains(operation.method),
            let entry = operation.operation.node.mapping?.entry("requestBody")
        else { return }
        report(
            .bodyWithoutMeaning, "HTTP defines no meaning for the body of a \(operation.method) request",
            at: entry.keyPosition,
            help: operation.method == "DELETE"
                ? "use a parameter, or POST" : "use parameters, or another method such as POST")
    }

    mutating func check(_ operation: Operation) {
        if let entry = operation.node.mapping?.entry("operationId"), let name = entry.value.string {
            if let first = operations.declare(name, at: entry.value.position) {
                report(
                    .duplicateOperationID, "another operation has the ID '\(name)'", at: entry.value.position,
                    help: "rename one of them", related: ("first declared here", first))
            }
        }
        guard !declared.tags.isEmpty else { return }
        for tag in operation.node["tags"]?.sequence ?? [] {
            guard let name = tag.string, !declared.tags.contains(name) else { continue }
            report(
                .undeclaredTag, "the tag '\(name)' is not declared under 'tags'", at: tag.position,
                help: Array(declared.tags).sorted().suggestion(for: name) ?? "declare it with the others")
        }
    }

    mutating func checkTags() {
        var first: [String: Tag] = [:]
        for tag in document.tags {
            guard let name = tag.name else { continue }
            guard let other = first[name] else {
                first[name] = tag
                continue
            }
            report(
                .duplicateTag, "the tag '\(name)' is declared twice", at: (tag.node["name"] ?? tag.node).position,
                help: "merge the two declarations",
                related: ("first declared here", (other.node["name"] ?? other.node).position)
            )
        }
        for tag in document.tags { checkParent(of: tag, first) }
    }

    private mutating func checkParent(of tag: Tag, _ tags: [String: Tag]) {
        guard let parent = tag.node["parent"]?.string, let name = tag.name else { return }
        let place = (tag.node["parent"] ?? tag.node).position
        var ancestor: String? = parent
        var steps = 0
        while let next = ancestor, steps < 100 {
            guard let declared = tags[next] else {
                guard next == parent else { return }
                report(
                    .unknownParentTag, "no tag is named '\(parent)'", at: place,
                    help: Array(tags.keys).sorted().suggestion(for: parent) ?? "declare it next to this one")
                return
            }
            if next == name {
                report(
                    .unknownParentTag, "the tag '\(name)' is its own ancestor", at: place,
                    help: "remove 'parent' of one of these tags")
                return
            }
            ancestor = declared.node["parent"]?.string
            steps += 1
        }
    }
}

/// The IDs of operations, and the links that refer to them.
struct OperationNames {
    private var places: [String: Position] = [:]
    var links: [Node] = []

    /// Records an operation's ID, and returns its earlier position if it must be unique.
    mutating func declare(_ name: String, at position: Position) -> Position? {
        guard let first = places[name] else {
            places[name] = position
            return nil
        }
        return first
    }

    var names: [String] { places.keys.sorted() }

    func contains(_ name: String) -> Bool { places[name] != nil }
}
