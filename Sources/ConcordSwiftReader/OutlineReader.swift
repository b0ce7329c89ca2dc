import ConcordDiagnostics
import ConcordOutline
import SwiftSyntax

/// Converts a syntax tree to an outline. It reads declarations, attributes, and values, and takes the rest, such as
/// function bodies, as source text.
struct OutlineReader {
    let source: SourceText
    let conditions: BuildConditions

    func mark(_ node: some SyntaxProtocol) -> SourceMark {
        SourceMark(source.position(at: node.positionAfterSkippingLeadingTrivia))
    }

    /// Returns the text of a name, without backticks.
    func name(_ token: TokenSyntax) -> String {
        let text = token.text
        guard text.utf8.first == UInt8(ascii: "`"), text.utf8.count > 2 else { return text }
        return String(text.dropFirst().dropLast())
    }

    /// Returns the text of a few tokens on one line, with a space for any whitespace or comment between two tokens.
    func oneLine(_ node: some SyntaxProtocol) -> String {
        var text = ""
        var end: AbsolutePosition?
        for token in node.tokens(viewMode: .sourceAccurate) {
            let start = token.positionAfterSkippingLeadingTrivia
            if let end, end < start { text += " " }
            text += token.text
            end = token.endPositionBeforeTrailingTrivia
        }
        return text
    }
}
