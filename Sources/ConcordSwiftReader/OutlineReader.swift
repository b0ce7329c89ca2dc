import ConcordDiagnostics
import ConcordOutline
import SwiftSyntax

/// Walks a syntax tree and says the same as an outline. It goes into declarations, attributes and values, and takes the
/// text of the rest, function bodies above all, without looking into it.
struct OutlineReader {
    let source: SourceText
    let conditions: BuildConditions

    func mark(_ node: some SyntaxProtocol) -> SourceMark {
        SourceMark(source.position(at: node.positionAfterSkippingLeadingTrivia))
    }

    /// The text of a name, without backticks.
    func name(_ token: TokenSyntax) -> String {
        let text = token.text
        guard text.utf8.first == UInt8(ascii: "`"), text.utf8.count > 2 else { return text }
        return String(text.dropFirst().dropLast())
    }

    /// The text of a few tokens on one line, with a blank where there is any space or comment between two.
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
