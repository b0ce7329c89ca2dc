import ConcordOutline
import ConcordSwiftReader
import Foundation

/// The folders of a package's libraries and executables, from its manifest. Tests, macros, and plugins are excluded.
struct PackageTargets {
    /// The folders relative to the package's folder, in the order of the manifest. Empty if the manifest computes its
    /// targets.
    let folders: [String]

    /// Reads the manifest in a folder.
    init(ofPackageAt folder: String) {
        guard let bytes = FileManager.default.contents(atPath: folder + "/Package.swift") else {
            folders = []
            return
        }
        let manifest = SwiftReader().read(.init(path: "Package.swift", bytes: Array(bytes))).file
        let targets = manifest.declarations.lazy.compactMap(Self.targets).first ?? []
        folders = targets.compactMap { Self.folder(of: $0, in: folder) }
    }

    /// Returns the elements of `targets:` in `let package = Package(…)`.
    private static func targets(_ declaration: Declaration) -> [ConcordOutline.Expression]? {
        guard case .variable(let variable) = declaration.kind,
            case .call(.reference("Package"), let arguments)? = variable.initialValue,
            case .array(let targets)? = arguments.first(where: { $0.label == "targets" })?.value
        else { return nil }
        return targets
    }

    private static func folder(of target: ConcordOutline.Expression, in package: String) -> String? {
        guard case .call(.member(_, let kind), let arguments) = target, kind == "target" || kind == "executableTarget",
            case .string(let name)? = arguments.first(where: { $0.label == "name" })?.value
        else { return nil }
        if let argument = arguments.first(where: { $0.label == "path" }) {
            guard case .string(let path) = argument.value else { return nil }
            return path
        }
        let places = ["Sources", "Source", "src", "srcs"].map { "\($0)/\(name)" }
        return places.first { FileManager.default.fileExists(atPath: "\(package)/\($0)") }
    }
}
