import ConcordCore

extension ColumnLiteral {
    /// Creates a value from an argument for a column: `--default station.code=X`.
    ///
    /// - Throws: ``ConcordMigrations/MigrationError`` if the text is not a value of the column's type.
    package init(stated text: String, for type: _Core.ColumnType) throws {
        try self.init(stated: text, for: type) { text, type in
            var issues = _Core.Issues()
            let value = _Core.JSONReader.read(
                Array(text.utf8), _Core.Wire.value(JSON.self), side: .storage, issues: &issues)
            guard let value, issues.isEmpty else { return nil }
            guard case .array(let element) = type else { return value.storedText }
            guard case .array(let elements) = value else { return nil }
            let isWellTyped = (try? QueryValue.values(elements, of: elements.map { _ in element })) != nil
            return isWellTyped ? value.storedText : nil
        }
    }
}
