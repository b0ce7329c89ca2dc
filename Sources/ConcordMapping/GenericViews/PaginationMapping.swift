import ConcordDeclarations
import ConcordDiagnostics
import ConcordOutline

extension Generator {
    /// Returns the response type of a list operation, and the inputs that select a page.
    mutating func page(
        of item: TypeExpression, _ pagination: ParticipantUse?
    ) -> (result: TypeExpression, inputs: [InputDeclaration]) {
        guard let pagination else { return (.array(item), []) }
        let size = pagination.number("pageSize")
        let maximum = pagination.number("maximum")
        let mark = pagination.mark
        switch pagination.name {
        case "PageNumberPagination":
            var inputs = [InputDeclaration.number("page", 1, nil, "1", "The page number, starting at 1.", mark)]
            if maximum != nil {
                inputs.append(.number("page_size", 1, maximum, size, "The number of results per page.", mark))
            }
            return (ReadyComponents.page(of: item), inputs)
        case "LimitOffsetPagination":
            return (
                ReadyComponents.page(of: item),
                [
                    .number("limit", 1, maximum, size, "The maximum number of results to return.", mark),
                    .number("offset", 0, nil, "0", "The number of results to skip.", mark),
                ]
            )
        case "CursorPagination":
            return (
                ReadyComponents.cursorPage(of: item),
                [
                    .query(
                        "cursor", .optional(.named("String")),
                        "The cursor of the page, taken from a link to another page.", mark)
                ]
            )
        default: return ownPage(of: item, pagination)
        }
    }

    /// Returns the page of an app's own pagination. Its envelope is the nested type `Page`.
    private mutating func ownPage(
        of item: TypeExpression, _ use: ParticipantUse
    ) -> (result: TypeExpression, inputs: [InputDeclaration]) {
        guard let found = participant(use, .pagination) else { return (.array(item), []) }
        guard let page = found.declaration.nested.first(where: { $0.head.name == "Page" }) else {
            error(
                "missing-page", "pagination '\(found.declaration.head.name)' has no 'Page' type",
                at: found.declaration.head.mark, help: "add 'typealias Page = …' or a nested '@Serializer struct Page'")
            return (.array(item), [])
        }
        let path = found.path + ["Page"]
        var result = TypeExpression(path: path) ?? item
        if case .serializer(let serializer) = page, serializer.genericParameters.count == 1,
            let base = TypeExpression(path: found.path)
        {
            result = .member(base, "Page", arguments: [item])
        }
        return (result, inputs(of: use, .pagination))
    }
}

extension ParticipantUse {
    /// Returns the decimal number that is passed as the argument with a label.
    func number(_ label: String) -> String? {
        arguments.first { $0.label == label }?.value.decimal
    }
}

extension InputDeclaration {
    fileprivate static func number(
        _ name: String, _ minimum: Int, _ maximum: String?, _ value: String?, _ comment: String, _ mark: SourceMark
    ) -> Self {
        var input = InputDeclaration.query(name, .optional(.named("Int")), comment, mark)
        if let value {
            input.type = .named("Int")
            input.initialValue = .number(value)
        }
        input.content.keywords[.minimum] = .literal(.number(String(minimum)))
        if let maximum { input.content.keywords[.maximum] = .literal(.number(maximum)) }
        return input
    }
}
