import ConcordOutline

extension TypeRenaming {
    /// Gives the types that a developer has renamed the developer's names.
    init(of document: [Declaration], recorded: [Declaration]?, code: [Declaration]) {
        var names: [String: String] = [:]
        let old = recorded.map { DeclarationMatch(document, $0).indices }
        for (index, found) in DeclarationMatch(document, code).indices.enumerated() {
            guard let name = document[index].name, let other = found.flatMap({ code[$0].name }), other != name else {
                continue
            }
            let oldName = old?[index].flatMap { recorded?[$0].name } ?? name
            if oldName == name { names[name] = other }
        }
        self.init(names)
    }
}
