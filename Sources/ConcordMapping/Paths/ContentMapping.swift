import ConcordDeclarations
import ConcordOpenAPI
import ConcordOutline
import ConcordYAML

extension Generator {
    /// Returns the `content` of a body or response, with the same Media Type Object for each media type.
    mutating func content(
        _ type: TypeExpression, _ declaration: ContentDeclaration, in scope: [String], at mark: SourceMark
    ) -> [Mapping.Entry] {
        var media = ObjectBuilder()
        let isStream: Bool
        let element: TypeExpression
        if case .named("Streaming", let arguments) = type, let first = arguments.first {
            (isStream, element) = (true, first)
        } else {
            (isStream, element) = (false, type)
        }
        if !declaration.schema.isSilent {
            let key = isStream && version >= .v3_2 ? "itemSchema" : "schema"
            media[key] = self.contentSchema(element, declaration, in: scope, at: mark)
        }
        addExamples(declaration.keywords, to: &media)
        var mediaTypes = declaration.mediaTypes
        if mediaTypes.isEmpty { mediaTypes = [defaultMediaType(of: element, isStream: isStream, in: scope)] }
        return mediaTypes.map { mediaType in
            var media = media
            if let encoding = encoding(of: element, declaration, mediaType, in: scope) {
                media["encoding"] = encoding.node
            }
            return .init(mediaType, media.ordered(.mediaType))
        }
    }

    private func defaultMediaType(of type: TypeExpression, isStream: Bool, in scope: [String]) -> String {
        if isStream { return "text/event-stream" }
        let found = type.path.flatMap { symbols.find($0, in: scope) }
        if found?.path == ["$Problem"] { return "application/problem+json" }
        return isBytes(type, found) ? "application/octet-stream" : "application/json"
    }

    /// Returns whether values of the type are bytes, which are sent as a body without encoding.
    private func isBytes(_ type: TypeExpression, _ found: Symbols.Found?) -> Bool {
        if case .alias(let alias)? = found?.declaration { return alias.type == .named("Bytes") }
        return found == nil && (type == .named("Bytes") || type.isStreamedBody || type.isFileResponse)
    }

    /// Returns the schema of a body or parameter. It has the keywords of the wrapper except those that describe the
    /// wrapper itself, and the keywords of `.schema`.
    mutating func contentSchema(
        _ type: TypeExpression, _ declaration: ContentDeclaration, in scope: [String], at mark: SourceMark
    ) -> Node {
        var keywords = declaration.keywords.filter { !$0.isOfWrapper }
        for (keyword, value) in declaration.schema.value?.keywords.stated ?? [] { keywords[keyword] = value }
        let fragments = declaration.schema.value?.fragment.map { [$0] } ?? []
        return schema(SchemaUse(type.unwrapped, keywords, fragments: fragments), in: scope, at: mark)
    }

    /// Returns the Encoding Objects of a form: those of the properties of its type, and those in `.encoding`.
    private mutating func encoding(
        of type: TypeExpression, _ declaration: ContentDeclaration, _ mediaType: String, in scope: [String]
    ) -> ObjectBuilder? {
        var builder = MediaTypeForm.isForm(mediaType) ? encoding(of: type, in: scope) : ObjectBuilder()
        for part in declaration.encoding ?? [] { builder[part.name] = node(part.object) }
        return builder.isEmpty && declaration.encoding == nil ? nil : builder
    }

    private func encoding(of type: TypeExpression, in scope: [String]) -> ObjectBuilder {
        var builder = ObjectBuilder()
        guard let path = type.path, let found = symbols.find(path, in: scope),
            case .serializer(let serializer) = found.declaration
        else { return builder }
        for property in serializer.properties where !property.encoding.isEmpty {
            var encoding = ObjectBuilder()
            if !property.encoding.contentType.isEmpty {
                encoding.text("contentType", property.encoding.contentType.joined(separator: ", "))
            }
            encoding.text("style", property.encoding.style)
            encoding.flag("explode", property.encoding.explode)
            encoding.flag("allowReserved", property.encoding.allowReserved)
            builder[serializer.wireName(of: property)] = encoding.node
        }
        return builder
    }
}

extension Keyword {
    /// Whether the keyword describes the wrapper itself and not its schema.
    fileprivate var isOfWrapper: Bool {
        switch self {
        case .example, .examples, .description, .deprecated, .required: true
        default: false
        }
    }
}

/// The media types whose bodies consist of properties.
enum MediaTypeForm {
    static func isForm(_ mediaType: String) -> Bool {
        mediaType == "application/x-www-form-urlencoded" || mediaType.hasPrefix("multipart/")
    }
}

/// A group of media types with the same Media Type Object, which one Swift declaration can express.
struct ContentGroup {
    var mediaTypes: [String]
    var media: Node

    /// The name of the group. It doesn't depend on the order of the media types, because another may be inserted before
    /// the first.
    var name: String { MediaTypeWords.name(MediaTypeWords.main(mediaTypes)) }
}

extension Scaffolder {
    /// Returns the groups of consecutive media types with equal Media Type Objects.
    static func groups(_ content: Mapping) -> [ContentGroup] {
        var groups: [ContentGroup] = []
        for entry in content.entries {
            if let last = groups.last, last.media == entry.value,
                MediaTypeForm.isForm(last.mediaTypes[0]) == MediaTypeForm.isForm(entry.key)
            {
                groups[groups.count - 1].mediaTypes.append(entry.key)
            } else {
                groups.append(ContentGroup(mediaTypes: [entry.key], media: entry.value))
            }
        }
        return groups
    }

    /// Returns the type and the declaration for the content of a group. Keys that the declaration can't express are
    /// returned in `rest`, for a fragment of the enclosing declaration.
    mutating func content(
        _ group: ContentGroup, _ hint: NameHint, _ nest: inout Nest, isRequest: Bool = false
    ) -> (type: TypeExpression, ContentDeclaration, rest: Mapping) {
        var declaration = ContentDeclaration(group.mediaTypes == ["application/json"] ? [] : group.mediaTypes)
        guard let mapping = group.media.mapping else {
            declaration.schema = .silent
            declaration.mediaTypes = group.mediaTypes
            return (.named("Bytes"), declaration, Mapping())
        }
        var rest = Unconsumed(mapping)
        let isForm = MediaTypeForm.isForm(group.mediaTypes[0])
        var type = TypeExpression.named("Bytes")
        let key =
            version >= .v3_2 && rest.node("schema") == nil && rest.node("itemSchema") != nil ? "itemSchema" : "schema"
        if let node = rest.take(key) {
            let use = use(of: node, hint, &nest, place: isForm ? .formPart : .wholeBody)
            type = key == "itemSchema" ? .named("Streaming", arguments: [use.type]) : use.type
            distribute(use, to: &declaration)
            if isForm { takeEncoding(&rest, type: type, &nest) }
            if isRequest { takeStatedEncoding(&rest, into: &declaration) }
            if key == "itemSchema", group.mediaTypes == ["text/event-stream"] { declaration.mediaTypes = [] }
            if key == "itemSchema", group.mediaTypes == ["application/json"] {
                declaration.mediaTypes = group.mediaTypes
            }
        } else {
            declaration.schema = .silent
        }
        takeExamples(&rest, into: &declaration.keywords)
        // Types other than bytes are JSON by default, so bytes must state their media type.
        let reference = mapping[key]?["$ref"]?.string
        if type == .named("Bytes") || reference.map(wholeBodyComponents.pointers.contains) == true {
            declaration.mediaTypes = group.mediaTypes
        }
        return (type, declaration, rest.mapping)
    }

    /// Moves the keywords of a schema to the wrapper's arguments, except those that would describe the wrapper itself.
    func distribute(_ use: SchemaUse, to declaration: inout ContentDeclaration) {
        let outer: Set<Keyword> = [.example, .examples, .description, .deprecated, .required]
        var inner = InnerSchema()
        for (keyword, value) in use.keywords.stated {
            if outer.contains(keyword) {
                inner.keywords[keyword] = value
            } else {
                declaration.keywords[keyword] = value
            }
        }
        if let text = use.documentation { inner.keywords[.description] = .literal(.string(text)) }
        inner.fragment = Fragment.joined(use.fragments)
        if !inner.isEmpty { declaration.schema = .stated(inner) }
    }

    /// Moves the Encoding Objects to the properties of the form's type, if the type is declared for this body only.
    private mutating func takeEncoding(_ rest: inout Unconsumed, type: TypeExpression, _ nest: inout Nest) {
        guard let encoding = rest.node("encoding")?.mapping, !encoding.isEmpty, let name = type.path?.last,
            type.path?.count == 1,
            let index = nest.types.firstIndex(where: { $0.head.name == name }),
            case .serializer(var serializer) = nest.types[index]
        else { return }
        var left = Unconsumed(encoding)
        for index in serializer.properties.indices {
            let wireName = serializer.wireName(of: serializer.properties[index])
            guard let node = encoding[wireName], let part = Self.partEncoding(node) else { continue }
            serializer.properties[index].encoding = part
            left.take(wireName)
        }
        guard left.isEmpty, serializer.isEncodingInOrder(encoding) else { return }
        nest.types[index] = .serializer(serializer)
        rest.take("encoding")
    }

    /// Takes Encoding Objects as an `.encoding` argument, for properties of a component or for unknown properties.
    private mutating func takeStatedEncoding(_ rest: inout Unconsumed, into declaration: inout ContentDeclaration) {
        guard let encoding = rest.node("encoding")?.mapping else { return }
        let parts = encoding.entries.compactMap { entry in
            valueObject(.partEncoding, entry.value).map { ValueObject.NamedObject(entry.key, $0) }
        }
        guard parts.count == encoding.count else { return }
        rest.take("encoding")
        declaration.encoding = parts
    }

    private static func partEncoding(_ node: Node) -> PartEncoding? {
        guard let mapping = node.mapping else { return nil }
        var rest = Unconsumed(mapping)
        var encoding = PartEncoding()
        if let text = rest.takeText("contentType") {
            encoding.contentType = text.split(separator: ",").map { String($0.drop { $0 == " " }) }
            guard encoding.contentType.joined(separator: ", ") == text, !text.isEmpty else { return nil }
        }
        encoding.style = rest.takeText("style")
        encoding.explode = rest.takeFlag("explode")
        encoding.allowReserved = rest.takeFlag("allowReserved")
        return rest.isEmpty && !encoding.isEmpty ? encoding : nil
    }
}

extension SerializerDeclaration {
    fileprivate func isEncodingInOrder(_ encoding: Mapping) -> Bool {
        properties.filter { !$0.encoding.isEmpty }.map { wireName(of: $0) } == encoding.keys
    }
}
