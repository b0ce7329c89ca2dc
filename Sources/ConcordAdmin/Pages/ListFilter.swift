import Concord
import ConcordForms
import Foundation

/// A filter of a list by the values of a field.
struct ListFilter<M: Model> {
    private let field: _Core.ModelField<M>

    /// The number of objects that a filter shows.
    private static var limit: Int { 50 }

    init(_ field: _Core.ModelField<M>) { self.field = field }

    /// Returns the condition for the text in a URL, or `nil` if it isn't a value of the field.
    func condition(_ text: String) -> Condition? {
        if text.isEmpty { return field.isEqual(to: .null) }
        if isDate, let period = Period(rawValue: text) { return condition(period) }
        var issues = _Core.Issues()
        guard !field.isManyToMany, let value = field.value(ofForm: .text(text), &issues),
            let value = QueryValue(value.value)
        else { return nil }
        return field.isEqual(to: value)
    }

    private enum Period: String, CaseIterable {
        case today, week, month, year

        var title: String {
            switch self {
            case .today: "Today"
            case .week: "Past 7 days"
            case .month: "This month"
            case .year: "This year"
            }
        }
    }

    private var isDate: Bool { field.reference.type == .timestamp || field.reference.type == .date }

    private func condition(_ period: Period) -> Condition {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let now = AppEnvironment.current.now()
        let today = calendar.startOfDay(for: now)
        let start =
            switch period {
            case .today: today
            case .week: today.addingTimeInterval(-7 * 86_400)
            case .month: calendar.date(from: calendar.dateComponents([.year, .month], from: now)) ?? today
            case .year: calendar.date(from: calendar.dateComponents([.year], from: now)) ?? today
            }
        let day = field.reference.type == .date ? CalendarDate(String(start.rfc3339.prefix(10))) : nil
        let value: QueryValue = day.map { .date($0) } ?? .timestamp(start)
        return .compare(.column(field.reference), .greaterOrEqual, value)
    }

    /// Returns the links of the filter for a template, or `nil` if it has no values to choose from.
    func context(_ context: AdminContext) async throws -> [String: Any]? {
        let current = context.query[field.name]
        var links: [[String: Any]] = [link("All", nil, current, context)]
        for option in try await options(context) { links.append(link(option.label, option.value, current, context)) }
        if field.reference.isNullable { links.append(link("Empty", "", current, context)) }
        if links.count == 1 && current == nil { return nil }
        let title = field.options.title ?? DisplayName.words(of: field.name)
        return ["title": title, "links": links, "isOpen": current != nil]
    }

    private func link(
        _ title: String, _ value: String?, _ current: String?, _ context: AdminContext
    ) -> [String: Any] {
        ["title": title, "address": context.query.with(field.name, value), "isCurrent": value == current]
    }

    private func options(_ context: AdminContext) async throws -> [FormOption] {
        if isDate { return Period.allCases.map { FormOption($0.rawValue, $0.title) } }
        if field.reference.type == .boolean { return [FormOption("true", "Yes"), FormOption("false", "No")] }
        if let target = field.options.relation?.target {
            guard context.can(.view, target.table) else { return [] }
            guard let registered = context.site.registered(target.table) else {
                return try await Form<M>.allChoices(of: target, Self.limit)
            }
            return try await registered.choices(context, Self.limit)
        }
        return field.formOptions
    }
}
