import ConcordNames
import Foundation

/// JSON in an argument for a column.
enum StatedJSON {
    /// Returns JSON without whitespace, or `nil` if the text isn't JSON for a type.
    static func text(_ text: String, for type: _Core.ColumnType) -> String? {
        guard let value = try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed) else {
            return nil
        }
        if case .array(let element) = type {
            guard let elements = value as? [Any], elements.allSatisfy({ fits($0, element) }) else { return nil }
        }
        return compact(text)
    }

    private static func fits(_ value: Any, _ type: _Core.ColumnType) -> Bool {
        switch type {
        case .boolean, .integer, .unsigned, .double: value is NSNumber
        case .json: true
        case .array(let element): (value as? [Any])?.allSatisfy { fits($0, element) } ?? false
        default: value is String
        }
    }

    /// Removes the whitespace outside strings.
    private static func compact(_ text: String) -> String {
        var (result, isString, isEscaped) = ("", false, false)
        for scalar in text.unicodeScalars {
            if !isString, [" ", "\t", "\n", "\r"].contains(scalar) { continue }
            if isEscaped {
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else if scalar == "\"" {
                isString.toggle()
            }
            result.unicodeScalars.append(scalar)
        }
        return result
    }
}
