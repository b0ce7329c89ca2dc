import Concord
import ConcordForms
import Foundation

/// The representation of objects' values on the pages.
enum CellText {
    /// Returns a time in UTC: `2026-11-27 09:30`.
    static func timestamp(_ date: Date) -> String {
        let text = date.rfc3339
        return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5)) UTC"
    }

    /// Returns the value of a field, truncated to a length.
    static func of<M: Model>(_ value: QueryValue, _ field: _Core.ModelField<M>, length: Int) -> String {
        switch value {
        case .null: return "–"
        case .boolean(let value): return value ? "Yes" : "No"
        case .timestamp(let date): return timestamp(date)
        case .double(let number) where number == number.rounded() && abs(number) < 1e15: return String(Int64(number))
        default: break
        }
        let text = value.plainText
        if let choice = field.formOptions.first(where: { $0.value == text }) { return choice.label }
        return text.count > length ? text.prefix(length) + "…" : text
    }
}
