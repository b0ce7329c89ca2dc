// The types document how their values compare.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

/// Facts about the code of a function or getter that are known without running it.
///
/// They follow from the text of the code, so any two values are equal.
public struct CodeFacts: Hashable, Sendable {
    /// The value, if the code is a single expression, with or without `return`.
    public var value: Expression?
    /// The position of the value.
    public var valueMark: SourceMark
    /// The errors of the `throw` statements, excluding those in closures and nested functions.
    public var thrown: [Thrown]

    /// An error that the code throws.
    public struct Thrown: Sendable {
        /// The expression after `throw`.
        public var error: Expression
        /// The position of the error.
        public var mark: SourceMark

        /// Creates an error that the code throws.
        public init(_ error: Expression, mark: SourceMark = SourceMark()) {
            self.error = error
            self.mark = mark
        }
    }

    /// Creates facts. Without arguments, they are empty.
    public init(value: Expression? = nil, valueMark: SourceMark = SourceMark(), thrown: [Thrown] = []) {
        self.value = value
        self.valueMark = valueMark
        self.thrown = thrown
    }

    public static func == (left: CodeFacts, right: CodeFacts) -> Bool { true }

    public func hash(into hasher: inout Hasher) {}
}

/// The source form of a value, kept beside its parsed form. Any two values are equal.
public struct AsWritten: Hashable, Sendable {
    /// The expression, or `nil` if the value wasn't read from source code.
    public var expression: Expression?

    /// Creates the source form of a value.
    public init(_ expression: Expression? = nil) { self.expression = expression }

    public static func == (left: AsWritten, right: AsWritten) -> Bool { true }

    public func hash(into hasher: inout Hasher) {}
}
