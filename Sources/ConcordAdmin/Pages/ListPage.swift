import Concord
import ConcordDatabase
import ConcordForms
import ConcordUsers

extension ModelAdmin {
    /// The maximum number of objects that a list counts.
    private static var countLimit: Int { 10_000 }

    func list(_ context: AdminContext) async throws -> APIResponse {
        try context.require(.view, self)
        let query = try await narrowed(context)
        let page = max(1, min(context.query["p"].flatMap { Int($0) } ?? 1, 1_000_000 / max(1, listPerPage)))
        let rows = try await rows(of: ordered(query, context), page, context)
        let shown = Array(rows.prefix(listPerPage))
        let count = try await count(query, page, rows.count)
        var values = try await controls(context)
        values["columns"] = listDisplay.map { header($0, context) }
        values["rows"] = try await rowContexts(shown, context)
        values["isEmpty"] = shown.isEmpty
        values.merge(pageValues(page, hasNext: rows.count > listPerPage, count, context)) { $1 }
        return try AdminPage(
            template: "list", title: plural.capitalizedFirst,
            crumbs: [AdminPage.Crumb(title: "Home", address: context.base)], values: values
        ).response(context)
    }

    /// Returns the number of objects, up to one more than the limit. The last page shows how many objects precede it, so
    /// no query counts them. A rare word would otherwise be searched for twice.
    private func count(_ query: QuerySet<M>, _ page: Int, _ rows: Int) async throws -> Int {
        if rows <= listPerPage && (rows > 0 || page == 1) { return (page - 1) * listPerPage + rows }
        return try await query.count(upTo: Self.countLimit + 1)
    }

    /// Returns the objects that match the search and the filters of a request.
    func narrowed(_ context: AdminContext) async throws -> QuerySet<M> {
        var query = searched(queryset(context.user), context.query["q"] ?? "")
        for filter in filterFields {
            guard let text = context.query[filter.name] else { continue }
            query = query.filter(ListFilter(filter).condition(text) ?? .any([]))
        }
        return query
    }

    private var filterFields: [_Core.ModelField<M>] { listFilter.compactMap { M.field(at: $0) } }

    /// Returns the objects in the order of the request.
    func ordered(_ query: QuerySet<M>, _ context: AdminContext) -> QuerySet<M> {
        guard let order = context.query["o"] else { return query.order(by: ordering) }
        let isDescending = order.hasPrefix("-")
        let name = isDescending ? String(order.dropFirst()) : order
        guard let column = listDisplay.first(where: { $0.field?.name == name && $0.isSortable }),
            let field = column.field
        else { return query.order(by: ordering) }
        return query.order(by: [field.ordering(isDescending: isDescending)])
    }

    private func pageValues(_ page: Int, hasNext: Bool, _ count: Int, _ context: AdminContext) -> [String: Any] {
        let isExact = count <= Self.countLimit
        let number = isExact ? String(count) : "more than \(Self.countLimit)"
        return [
            "count": "\(number) \(count == 1 ? singular : plural)", "page": page,
            "isFirstPage": page == 1, "hasNext": hasNext, "hasPages": hasNext || page > 1,
            "previousAddress": context.query.with("p", String(page - 1)),
            "nextAddress": context.query.with("p", String(page + 1)),
            "lastPage": isExact ? " of \(max(1, (count + listPerPage - 1) / listPerPage))" : "",
        ]
    }

    /// Returns the search, the filters, the actions, and the links of the page.
    private func controls(_ context: AdminContext) async throws -> [String: Any] {
        let search = context.query["q"] ?? ""
        var filters: [[String: Any]] = []
        let fields = filterFields
        for field in fields {
            if let filter = try await ListFilter(field).context(context) { filters.append(filter) }
        }
        let titles =
            (context.can(.delete, self) ? [("delete", "Delete")] : [])
            + (context.can(.change, self) ? actions.enumerated().map { (String($0.offset), $0.element.title) } : [])
        let isNarrowed = !search.isEmpty || fields.contains { context.query[$0.name] != nil }
        return [
            "hasSearch": !searchFields.isEmpty, "search": search, "filters": filters, "hasFilters": !filters.isEmpty,
            "isNarrowed": isNarrowed, "address": context.address(of: M.table), "plural": plural,
            "others": context.query.without(["q", "p", "_done", "_count"]).map {
                ["name": $0.name, "value": $0.value]
            },
            "actions": titles.map { ["value": $0.0, "title": $0.1] }, "hasActions": !titles.isEmpty,
            "canAdd": context.can(.add, self), "singular": singular, "exportQuery": context.query.with("p", nil),
        ]
    }

    private func header(_ column: AdminColumn<M>, _ context: AdminContext) -> [String: Any] {
        let name = column.field?.name ?? ""
        let order = context.query["o"] ?? ordering.first?.description ?? ""
        let isAscending = order == name
        let isDescending = order == "-" + name
        return [
            "title": column.title, "isSortable": column.isSortable,
            "sort": isAscending ? "ascending" : isDescending ? "descending" : "none",
            "arrow": isAscending ? "↑" : isDescending ? "↓" : "",
            "sortAddress": context.query.with("o", isAscending ? "-" + name : name),
        ]
    }
}

/// A row of a list: the key, and the values of the columns.
struct ListRow {
    enum Cell {
        case value(QueryValue)
        case text(String)
    }

    let key: QueryValue
    let cells: [Cell]
}

extension ModelAdmin {
    /// Reads the rows of a page, and one more to determine whether there is a next page. Only the displayed columns are
    /// read, unless a column needs whole objects.
    private func rows(of query: QuerySet<M>, _ page: Int, _ context: AdminContext) async throws -> [ListRow] {
        guard let key = M.primaryKey else { return [] }
        let slice = query.offset((page - 1) * listPerPage).limit(listPerPage + 1)
        guard listDisplay.contains(where: \.needsObjects) else {
            let columns = listDisplay.compactMap(\.field)
            return try await slice.rowValues(of: [key.reference] + columns.map(\.reference)).map { values in
                ListRow(key: values[0], cells: values.dropFirst().map { .value($0) })
            }
        }
        var rows: [ListRow] = []
        for object in try await slice.fetch() {
            var cells: [ListRow.Cell] = []
            for column in listDisplay { cells.append(try await cell(column, object)) }
            rows.append(ListRow(key: key.queryValue(of: object), cells: cells))
        }
        return rows
    }

    private func cell(_ column: AdminColumn<M>, _ object: M) async throws -> ListRow.Cell {
        switch column.source {
        case .function(let text): .text(try await text(object))
        case .field(let field) where field.isManyToMany: .value(.array(field.storedKeys(of: object)))
        case .field(let field): .value(field.queryValue(of: object))
        }
    }

    private func rowContexts(_ rows: [ListRow], _ context: AdminContext) async throws -> [[String: Any]] {
        let labels = try await relatedLabels(rows, context)
        return rows.map { row in
            let address = context.address(of: M.table, key: row.key)
            let cells = zip(listDisplay, row.cells).enumerated().map { index, pair -> [String: Any] in
                let text = text(of: pair.1, pair.0, labels, context)
                return ["text": text.isEmpty ? "–" : text, "isLinked": index == 0, "address": address]
            }
            return ["key": row.key.plainText, "cells": cells, "name": cells.first?["text"] ?? ""]
        }
    }

    private func text(
        of cell: ListRow.Cell, _ column: AdminColumn<M>, _ labels: [String: [QueryValue: String]],
        _ context: AdminContext
    ) -> String {
        switch cell {
        case .text(let text): return text
        case .value(let value):
            guard let field = column.field else { return "" }
            if let names = labels[field.name] {
                if case .array(let keys) = value {
                    return keys.map { names[$0] ?? $0.plainText }.joined(separator: ", ")
                }
                if let name = names[value] { return name }
            }
            return CellText.of(value, field, length: context.site.cellLength)
        }
    }

    /// Returns the names of the objects that the keys on a page refer to, with one query for each column. Keys of
    /// models that the user can't view have no names.
    private func relatedLabels(
        _ rows: [ListRow], _ context: AdminContext
    ) async throws -> [String: [QueryValue: String]] {
        var labels: [String: [QueryValue: String]] = [:]
        for (index, column) in listDisplay.enumerated() {
            guard let field = column.field, let target = field.options.relation?.target,
                context.can(.view, target.table)
            else { continue }
            let keys = rows.flatMap { row -> [QueryValue] in
                switch row.cells[index] {
                case .value(.array(let keys)): keys
                case .value(.null), .text: []
                case .value(let key): [key]
                }
            }
            labels[field.name] = try await ObjectLabel.labels(of: target, Set(keys))
        }
        return labels
    }
}
