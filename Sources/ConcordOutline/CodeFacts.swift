// How two values compare is said where their types are.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

/// What the code of a function or a getter says without being run.
///
/// It follows from the code's text, so any two values are equal.
public struct CodeFacts: Hashable, Sendable {
    /// The value, if the code is a single expression, with or without `return`.
    public var value: Expression?
    /// The place of the value.
    public var valueMark: SourceMark
    /// The errors of the `throw` statements, those of closures and nested functions aside.
    public var thrown: [Thrown]

    /// An error that the code throws.
    public struct Thrown: Sendable {
        /// What stands after `throw`.
        public var error: Expression
        /// The place of the error.
        public var mark: SourceMark

        /// Makes the fact that the code throws an error.
        public init(_ error: Expression, mark: SourceMark = SourceMark()) {
            self.error = error
            self.mark = mark
        }
    }

    /// Makes facts; without arguments nothing is known.
    public init(value: Expression? = nil, valueMark: SourceMark = SourceMark(), thrown: [Thrown] = []) {
        self.value = value
        self.valueMark = valueMark
        self.thrown = thrown
    }

    public static func == (left: CodeFacts, right: CodeFacts) -> Bool { true }

    public func hash(into hasher: inout Hasher) {}
}

/// A value as its text states it, beside the reading of it; any two are equal.
public struct AsWritten: Hashable, Sendable {
    /// The value; absent on what was made and not read.
    public var expression: Expression?

    /// Keeps a value.
    public init(_ expression: Expression? = nil) { self.expression = expression }

    public static func == (left: AsWritten, right: AsWritten) -> Bool { true }

    public func hash(into hasher: inout Hasher) {}
}
