/// One piece of a declaration in the three versions that a merge compares.
struct Versions<Value> {
    /// As the last scaffold wrote it; absent where that is not known.
    var recorded: Value?
    /// As it stands in the code.
    var code: Value
    /// As the document has it now.
    var document: Value

    func map<Piece>(_ piece: (Value) -> Piece) -> Versions<Piece> {
        Versions<Piece>(recorded: recorded.map(piece), code: piece(code), document: piece(document))
    }
}

extension Versions where Value: Equatable {
    enum Verdict {
        case code, document, undecided
    }

    /// The version that holds: the one that has changed, if only one has.
    var verdict: Verdict {
        if code == document { return .code }
        guard let recorded else { return .undecided }
        if recorded == document { return .code }
        return recorded == code ? .document : .undecided
    }
}
