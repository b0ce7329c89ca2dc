import ConcordDeclarations
import ConcordDiagnostics
import ConcordOutline

extension Generator {
    /// Returns the views in an array, in order. The views of included groups have the group's prefix.
    mutating func views(_ uses: [APIDeclaration.TypeUse], isWebhook: Bool) -> [ViewDeclaration] {
        uses.flatMap { use -> [ViewDeclaration] in
            guard let found = symbols.resolve(use.type, in: []) else {
                reportUnknownView(use)
                return []
            }
            switch found.declaration {
            case .view(let view): return view.isInDocument ? [view] : []
            case .include(let include) where !isWebhook: return views(of: include, found.path, at: use.mark)
            default:
                reportUnknownView(use)
                return []
            }
        }
    }

    private mutating func views(
        of include: IncludeDeclaration, _ path: [String], at mark: SourceMark
    ) -> [ViewDeclaration] {
        let key = path.joined(separator: ".")
        guard !inlining.contains(key) else {
            error(
                "recursive-include", "group '\(include.head.name)' includes itself", at: mark,
                help: "remove it from its own 'views'")
            return []
        }
        inlining.append(key)
        defer { inlining.removeLast() }
        let inputs = include.inputs.map { input in
            var input = input
            input.type = symbols.qualified(input.type, in: path)
            return input
        }
        return views(include.views, isWebhook: false).map { view in
            var view = view
            view.head.wireName = include.prefix + view.path
            view.inputs = inputs + view.inputs
            if view.tags.isEmpty { view.tags = include.tags }
            view.authentication = view.authentication ?? include.authentication
            return view
        }
    }

    private mutating func reportUnknownView(_ use: APIDeclaration.TypeUse) {
        let name = use.type.path?.joined(separator: ".") ?? ""
        error(
            "unknown-view", "'\(name)' is not a view of this API", at: use.mark,
            help: symbols.viewNames.nearest(to: name).map { "did you mean '\($0)'?" }
                ?? "declare '@View(\"/path\") struct \(name)'")
    }
}
