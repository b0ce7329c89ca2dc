/// The three versions of a piece of a declaration that a merge compares.
struct Versions<Value> {
    /// The version that the last scaffold wrote, or `nil` if it isn't known.
    var recorded: Value?
    /// The version in the code.
    var code: Value
    /// The version of the current document.
    var document: Value

    func map<Piece>(_ piece: (Value) -> Piece) -> Versions<Piece> {
        Versions<Piece>(recorded: recorded.map(piece), code: piece(code), document: piece(document))
    }
}

extension Versions where Value: Equatable {
    enum Verdict {
        case code, document, undecided
    }

    /// The version that applies: if only one side has changed, the changed one.
    var verdict: Verdict {
        if code == document { return .code }
        guard let recorded else { return .undecided }
        if recorded == document { return .code }
        return recorded == code ? .document : .undecided
    }
}
