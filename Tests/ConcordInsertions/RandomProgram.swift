/// A small random app with constructs of the vocabulary: enums, serializers, generic serializers, unions, named
/// schemas, views.
///
/// All names begin with `P` and the seed, so that several programs can be compiled as one module.
package struct RandomProgram {
    private var numbers: SplitMix
    private let prefix: String
    private var text = ["import Concord\nimport Foundation\n"]
    private var enums: [String] = []
    private var serializers: [String] = []
    /// Unions and named schemas, which other types use only by name.
    private var others: [String] = []
    private var page: String?
    /// The wire names of the type that is being written.
    private var wireNames: Set<String> = []

    /// The Swift code of the program with this number.
    package static func swift(seed: UInt64) -> String {
        var program = RandomProgram(seed: seed)
        program.addTypes()
        program.addViews(seed: seed)
        return program.text.joined(separator: "\n")
    }

    private init(seed: UInt64) {
        numbers = SplitMix(state: seed)
        prefix = "P\(seed)"
    }

    // MARK: Chance

    private mutating func happens(oneOf count: Int) -> Bool { Int.random(in: 0..<count, using: &numbers) == 0 }

    private mutating func choice<Element>(_ elements: [Element], else fallback: Element) -> Element {
        elements.randomElement(using: &numbers) ?? fallback
    }

    private mutating func word(_ words: String...) -> String { choice(words, else: "") }

    private mutating func count(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &numbers) }

    // MARK: Types

    private mutating func addTypes() {
        for index in 0..<count(0...2) {
            let name = "\(prefix)Level\(index)"
            let attribute =
                happens(oneOf: 3)
                ? word("@Serializer\n", "@Serializer(.title(\"Values\"))\n", "@Serializer(\"\(name)-x\")\n") : ""
            text.append(attribute + enumeration(name))
            enums.append(name)
        }
        if happens(oneOf: 3) {
            text.append("@Serializer(.pattern(\"^[A-Z]{2}$\"))\nstruct \(prefix)Code { var rawValue: String }\n")
            others.append("\(prefix)Code")
        }
        if happens(oneOf: 3) {
            text.append("@Schema typealias \(prefix)ID = \(word("Int64", "String", "UUID", "[String]"))\n")
            others.append("\(prefix)ID")
        }
        for index in 0..<count(1...4) { addSerializer(index) }
    }

    private mutating func addSerializer(_ index: Int) {
        let name = "\(prefix)\(word("Pet", "Owner", "Order"))\(index)"
        text.append(structure(name))
        serializers.append(name)
        if happens(oneOf: 4) {
            text.append(union("\(prefix)Choice\(index)"))
            others.append("\(prefix)Choice\(index)")
        }
        if index == 0, happens(oneOf: 3) {
            text.append(structure("\(prefix)Page", isGeneric: true))
            page = "\(prefix)Page"
        }
    }

    private mutating func documentation(_ indentation: String = "") -> String {
        guard happens(oneOf: 4) else { return "" }
        let first = word(
            "What it is called.", "In *Markdown*, and `code`.", "Ends in a colon: yes", "- Parameters: none")
        let more = happens(oneOf: 4) ? "\(indentation)///\n\(indentation)/// More of it.\n" : ""
        return "\(indentation)/// \(first)\n" + more
    }

    private mutating func enumeration(_ name: String, indentation: String = "") -> String {
        let cases: [String]
        let raw: String
        switch count(0...2) {
        case 0:
            raw = "String"
            let values = ["a", "A+", "A-", "-name", "name", "in_stock", "not-yet", "", "1", "true", "null", "HIGH"]
            cases = values.shuffled(using: &numbers).prefix(count(1...4)).enumerated().map {
                "case v\($0.offset) = \"\($0.element)\""
            }
        case 1:
            raw = word("Int", "Int32", "UInt16")
            let values = ["0", "1", "0x10", "0b101", "1_000", "7"]
            cases = values.shuffled(using: &numbers).prefix(count(1...3)).enumerated().map {
                "case n\($0.offset) = \($0.element)"
            }
        default:
            raw = "String"
            cases = ["case low, high, veryHigh"]
        }
        let lines = cases.map { "\(indentation)    \($0)\n" }.joined()
        return "\(documentation(indentation))\(indentation)enum \(name): \(raw) {\n\(lines)\(indentation)}\n"
    }

    private mutating func union(_ name: String) -> String {
        let members = serializers.shuffled(using: &numbers).prefix(2)
        switch count(0...2) {
        case 0 where members.count == 2:
            let cases = members.map { "    case \($0.prefix(1).lowercased())\($0.dropFirst())(\($0))\n" }.joined()
            return "@Serializer\nenum \(name) {\n\(cases)}\n"
        case 1:
            return """
                @Serializer(.union(.anyOf))
                enum \(name) {
                    @Field(.maxLength(9)) case text(String)
                    case many([String])
                    case null
                }

                """
        default: return "@Serializer(.union(.type))\nenum \(name) {\n    case text(String)\n    case integer(Int)\n}\n"
        }
    }

    private mutating func structure(_ name: String, isGeneric: Bool = false) -> String {
        var used: Set<String> = ["kind"]
        wireNames = []
        var body = isGeneric ? "    var results: [T]\n" : ""
        var nested = ""
        for _ in 0..<count(1...5) { body += property(&used) }
        if happens(oneOf: 5) { body += "    var kind = Const(\"k\")\n" }
        if happens(oneOf: 4) {
            body += "    var \(identifier(&used)): Level\(word("", "?"))\n"
            nested += enumeration("Level", indentation: "    ")
        }
        if happens(oneOf: 4) {
            body += "    var \(identifier(&used)): Inner?\n"
            nested += "    @Serializer struct Inner { var \(word("a", "b", "`default`")): \(type())? }\n"
        }
        if happens(oneOf: 5), !isGeneric { body += "    var \(identifier(&used)): [\(name)]?\n" }
        if happens(oneOf: 6) { body += "    @Field var \(identifier(&used)): Int { 1 }\n" }
        let isOpen = happens(oneOf: 7)
        if isOpen { body += "    @AdditionalProperties var others: [String: Int]\n" }
        let head = "\(documentation())@Serializer\(traits(name, isGeneric: isGeneric, isOpen: isOpen))\n"
        return "\(head)struct \(name)\(isGeneric ? "<T>" : "") {\n\(body)\(nested)}\n"
    }

    private mutating func traits(_ name: String, isGeneric: Bool, isOpen: Bool) -> String {
        var traits: [String] = []
        if happens(oneOf: 6), !isGeneric { traits.append("\"\(word("\(name).v1", "\(name)-x"))\"") }
        if happens(oneOf: 5) { traits.append(word(".keys(.snakeCase)", ".keys(.kebabCase)", ".keys(.pascalCase)")) }
        if happens(oneOf: 6), !isOpen { traits.append(".additionalProperties(false)") }
        if happens(oneOf: 7) { traits.append(".title(\"T\")") }
        return traits.isEmpty ? "" : "(\(traits.joined(separator: ", ")))"
    }

    // MARK: Properties

    private mutating func identifier(_ used: inout Set<String>) -> String {
        let base = word(
            "name", "size", "ownerID", "rate", "total", "`default`", "`in`", "url", "isOpen", "code", "value", "data")
        var name = base
        var number = 2
        while !used.insert(name).inserted {
            name = base.filter { $0 != "`" } + String(number)
            number += 1
        }
        return name
    }

    private mutating func property(_ used: inout Set<String>) -> String {
        let type = type()
        let name = identifier(&used)
        var attributes = constraints(of: type)
        var declaration = type
        switch count(0...5) {
        case 1, 2: declaration += "?"
        case 3: declaration = "Nullable<\(type)>"
        case 4: declaration = "Nullable<\(type)>?"
        case 5:
            guard let value = initialValue(of: type) else { break }
            attributes = []
            declaration += " = \(value)"
        default: break
        }
        if happens(oneOf: 9) {
            attributes.append(word(".readOnly", ".writeOnly", ".deprecated", ".title(\"A title\")"))
        }
        let wireName = word(
            "holder_id", "x-rate", "A+", "-name", "class", "self", "URL", "user id", "größe", "1st", "_id", "type")
        if happens(oneOf: 4), wireNames.insert(wireName).inserted { attributes.insert("\"\(wireName)\"", at: 0) }
        let field = attributes.isEmpty ? "" : "@Field(\(attributes.joined(separator: ", "))) "
        return "\(documentation("    "))    \(field)var \(name): \(declaration)\n"
    }

    private mutating func type(depth: Int = 0) -> String {
        guard depth < 3 else { return scalar() }
        switch count(0...9) {
        case 0: return "[\(element(depth + 1))]"
        case 1: return "[String: \(element(depth + 1))]"
        case 2: return "Set<\(word("String", "Int", "UUID"))>"
        case 3: return word("JSON", "JSONObject")
        case 4: return choice(enums, else: scalar())
        case 5: return choice(serializers, else: scalar())
        case 6: return choice(others, else: scalar())
        case 7:
            guard let page, depth == 0 else { return scalar() }
            return "\(page)<\(choice(serializers, else: "String"))>"
        default: return scalar()
        }
    }

    private mutating func element(_ depth: Int) -> String {
        let type = type(depth: depth)
        return happens(oneOf: 4) ? "Nullable<\(type)>" : type
    }

    private mutating func scalar() -> String {
        word(
            "String", "Int", "Int32", "Int64", "Double", "Float", "Bool", "Date", "UUID", "URL", "Decimal",
            "CalendarDate",
            "UInt8", "Data")
    }

    private mutating func constraints(of type: String) -> [String] {
        guard happens(oneOf: 2) else { return [] }
        switch type {
        case "String": return [word(".minLength(1)", ".maxLength(40)", ".pattern(\"^[a-z]+$\")", ".format(\"slug\")")]
        case "Int", "Int32", "Int64", "Double", "Float":
            return [
                word(".minimum(0)", ".exclusiveMinimum(0)", ".minimum(-5)"), word(".maximum(1_000)", ".multipleOf(2)"),
            ]
        case _ where type.hasPrefix("[String:"): return [".maxProperties(5)"]
        case _ where type.hasPrefix("[") || type.hasPrefix("Set<"): return [word(".minItems(1)", ".maxItems(9)")]
        default: return []
        }
    }

    private mutating func initialValue(of type: String) -> String? {
        switch type {
        case "String": word("\"a\"", "\"b c\"", "#\"\\d\"#")
        case "Int": word("1", "0x10", "1_0", "-3")
        case "Double": word("0.5", "1e3", "2")
        case "Bool": word("true", "false")
        case _ where type.hasPrefix("[String:"): "[:]"
        case _ where type.hasPrefix("["): "[]"
        default: nil
        }
    }

    // MARK: Views

    private mutating func addViews(seed: UInt64) {
        let views = (0..<count(1...3)).map { "\(prefix)View\($0)" }
        for view in views { text.append(self.view(view)) }
        let version = word("", "", ", .openapi(\"3.0.4\")", ", .openapi(\"3.2.0\")")
        let servers = happens(oneOf: 3) ? "    static let servers = [Server(\"https://a.example\", \"One.\")]\n" : ""
        text.append(
            """
            \(documentation())@API(title: "Program \(seed)", version: "1"\(version))
            enum \(prefix)API {
                static let views: [any View.Type] = [\(views.map { $0 + ".self" }.joined(separator: ", "))]
            \(servers)}

            """)
    }

    private mutating func view(_ name: String) -> String {
        let hasID = happens(oneOf: 2)
        var body = hasID ? "    @Path var id: \(word("Int", "String", "UUID"))\n" : ""
        if happens(oneOf: 4) { body += "    @Header(\"X-Tenant\") var tenant: String?\n" }
        let methods = ["GET", "POST", "PUT", "PATCH", "DELETE"].shuffled(using: &numbers).prefix(count(1...3))
        for method in methods { body += operation(method, of: name) }
        let path = "/\(name.lowercased())\(hasID ? "/{id}" : "")"
        return "\(documentation())@View(\"\(path)\")\nstruct \(name) {\n\(body)}\n"
    }

    private mutating func operation(_ method: String, of view: String) -> String {
        let serializer = choice(serializers, else: "String")
        var used: Set<String> = ["id", "tenant"]
        var inputs = (0..<count(0...2)).map { _ in input(identifier(&used)) }
        if ["POST", "PUT", "PATCH"].contains(method) {
            inputs.append("@Body \(identifier(&used)): \(word(serializer, "[\(serializer)]"))")
        }
        let result = word(
            "", " -> \(serializer)", " -> [\(serializer)]", " -> String",
            " -> \(page.map { "\($0)<\(serializer)>" } ?? "Int")")
        var traits = ["\"\(method.lowercased())\(view)\""]
        if happens(oneOf: 5) { traits.append(".status(202)") }
        if happens(oneOf: 8) { traits.append(".deprecated") }
        if happens(oneOf: 5) { traits.append(".tags(\"a\", \"b\")") }
        var head = "\(documentation("    "))    @\(method)(\(traits.joined(separator: ", ")))\n"
        if happens(oneOf: 3) { head += "    @Response(404, \"None.\")\n" }
        if happens(oneOf: 5) { head += "    @Response(409, \(serializer).self, \"Conflict.\")\n" }
        let function = "\(method.lowercased())(\(inputs.joined(separator: ", "))) async throws\(result)"
        return "\(head)    func \(function) { throw NotImplemented() }\n"
    }

    private mutating func input(_ name: String) -> String {
        switch count(0...4) {
        case 0: "@Query \(name): \(word("String", "Int", "Bool", "[String]"))?"
        case 1: "@Query(.minimum(1)) \(name): Int = 20"
        case 2: "@Header(\"X-\(name.filter { $0 != "`" })\") \(name): String?"
        case 3: "@Cookie \(name): String?"
        default: "@Query \(name): \(choice(enums, else: "Int"))"
        }
    }
}
