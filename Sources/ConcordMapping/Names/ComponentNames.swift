import ConcordDeclarations

/// The Swift types of a document's components.
struct ComponentNames {
    /// The sections of `components` whose entries are Swift types.
    enum Section: String, CaseIterable {
        case schemas, parameters, requestBodies, responses, headers, securitySchemes, examples, links

        /// The prefix of references to components of the section.
        var pointer: String {
            switch self {
            case .schemas: "#/components/schemas/"
            case .parameters: "#/components/parameters/"
            case .requestBodies: "#/components/requestBodies/"
            case .responses: "#/components/responses/"
            case .headers: "#/components/headers/"
            case .securitySchemes: "#/components/securitySchemes/"
            case .examples: "#/components/examples/"
            case .links: "#/components/links/"
            }
        }

        /// The suffix of a type's name if another type has the name already.
        var suffix: String {
            switch self {
            case .schemas: "Schema"
            case .parameters: "Parameter"
            case .requestBodies: "Body"
            case .responses: "Response"
            case .headers: "Header"
            case .securitySchemes: "Scheme"
            case .examples: "Example"
            case .links: "Link"
            }
        }
    }

    private var typesByName: [Section: [String: String]] = [:]
    private var schemaTypes: Set<String> = []
    private var parameterNames: [String: String] = [:]

    mutating func add(_ section: Section, _ wireName: String, type: String) {
        typesByName[section, default: [:]][wireName] = type
        if section == .schemas { schemaTypes.insert(type) }
    }

    /// Records the wire name of a parameter component.
    mutating func addParameter(_ wireName: String, ofType type: String) {
        parameterNames[type] = wireName
    }

    /// Returns the name that a use of a component is derived from: the wire name of a parameter, or else the type's
    /// name.
    func useName(ofType type: String) -> String {
        parameterNames[type].map(NameTable.withoutMark) ?? type
    }

    func type(_ section: Section, _ wireName: String) -> String? { typesByName[section]?[wireName] }

    /// Returns the Swift type of the component that a reference points to, or `nil` if the document has no such
    /// component.
    func type(at pointer: String, in section: Section = .schemas) -> String? {
        wireName(at: pointer, in: section).flatMap { type(section, $0) }
    }

    /// Returns the wire name of the component that a reference points to.
    func wireName(at pointer: String, in section: Section = .schemas) -> String? {
        let prefix = section.pointer
        guard pointer.hasPrefix(prefix) else { return nil }
        var name = String(pointer.utf8.dropFirst(prefix.utf8.count)) ?? ""
        guard !name.utf8.contains(UInt8(ascii: "/")) else { return nil }
        if name.utf8.contains(UInt8(ascii: "~")) {
            name = name.replacing("~1", with: "/").replacing("~0", with: "~")
        }
        if type(section, name) != nil { return name }
        let decoded = percentDecoded(name)
        return type(section, decoded) == nil ? nil : decoded
    }

    func isSchema(_ type: String) -> Bool { schemaTypes.contains(type) }

    private func percentDecoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
