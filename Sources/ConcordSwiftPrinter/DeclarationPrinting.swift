import ConcordOutline

extension LayoutBuffer {
    /// Writes declarations, each on a new line, with blank lines between those that need one.
    mutating func declarations(_ declarations: [Declaration]) {
        for index in declarations.indices {
            if index > 0, needsEmptyLine(between: declarations[index - 1], and: declarations[index]) { blankLine() }
            declaration(declarations[index])
        }
    }

    /// Returns whether two declarations are separated by a blank line. Properties, cases, and settings are grouped.
    /// Types, functions, and documented settings are separated.
    func needsEmptyLine(between first: Declaration, and second: Declaration) -> Bool {
        if first.standsApart || second.standsApart { return true }
        return first.group != second.group || (second.documentation != nil && second.isStatic)
    }

    /// Writes a declaration on a new line.
    mutating func declaration(_ declaration: Declaration) {
        documentation(declaration.documentation)
        switch declaration.kind {
        case .structure(let body): type("struct", body, of: declaration)
        case .enumeration(let body): type("enum", body, of: declaration)
        case .classOrActor(let body, let keyword): type(keyword, body, of: declaration)
        case .protocolDeclaration(let body): type("protocol", body, of: declaration)
        case .extensionDeclaration(let body): type("extension", body, of: declaration)
        case .alias(let name, let parameters, let type):
            inline(declaration) { $0.alias(name, parameters, type, of: declaration) }
        case .variable(let variable): inline(declaration) { $0.variable(variable, of: declaration) }
        case .function(let function): self.function(function, of: declaration)
        case .enumCase(let elements): cases(elements, of: declaration)
        case .other(let text):
            attributesOnLines(declaration.attributes)
            newLine()
            modifiers(declaration)
            lines(of: text)
        }
    }

    // MARK: Comments, attributes, and modifiers

    mutating func documentation(_ text: String?) {
        guard let text else { return }
        for line in text.commentLines {
            newLine()
            write(line.isEmpty ? "///" : "/// ")
            write(line)
        }
    }

    private mutating func attributesOnLines(_ attributes: [Attribute]) {
        for attribute in attributes {
            newLine()
            self.attribute(attribute)
        }
    }

    private mutating func attribute(_ attribute: Attribute) {
        write("@")
        write(attribute.name)
        if let arguments = attribute.arguments { self.arguments(arguments) }
    }

    private mutating func modifiers(_ declaration: Declaration) {
        for modifier in declaration.modifiers {
            write(modifier)
            write(" ")
        }
    }

    /// Writes the attributes on the declaration's line if everything fits, and otherwise on separate lines.
    private mutating func inline(_ declaration: Declaration, _ piece: (inout LayoutBuffer) -> Void) {
        if !declaration.attributes.isEmpty {
            newLine()
            let fits = tryOnLine { buffer in
                for attribute in declaration.attributes {
                    buffer.attribute(attribute)
                    buffer.write(" ")
                }
                piece(&buffer)
            }
            if fits { return }
            for attribute in declaration.attributes {
                self.attribute(attribute)
                newLine()
            }
        } else {
            newLine()
        }
        piece(&self)
    }

    // MARK: Types

    private mutating func type(_ keyword: String, _ body: TypeBody, of declaration: Declaration) {
        attributesOnLines(declaration.attributes)
        newLine()
        let isOnOneLine = tryOnLine(reserve: 2) { buffer in
            buffer.typeHead(keyword, body, of: declaration)
            if !body.inheritance.isEmpty { buffer.write(": ") }
            buffer.types(body.inheritance)
        }
        if !isOnOneLine { typeHeadOnSeveralLines(keyword, body, of: declaration) }
        let ending = body.members.isEmpty ? "{}" : "{"
        if let requirements = body.requirements {
            whereClause(requirements, ending: " \(ending)")
        } else {
            if isOnOneLine { write(" ") } else { newLine() }
            write(ending)
        }
        guard !body.members.isEmpty else { return }
        indented { $0.declarations(body.members) }
        newLine()
        write("}")
    }

    /// Writes a `where` clause on the line if it fits with `ending`, and otherwise on the next line.
    private mutating func whereClause(_ requirements: String, ending: String) {
        if tryOnLine({ $0.write(" where \(requirements)\(ending)") }) { return }
        line("where \(requirements)\(ending)")
    }

    private mutating func typeHead(_ keyword: String, _ body: TypeBody, of declaration: Declaration) {
        modifiers(declaration)
        write("\(keyword) ")
        typeName(body, of: declaration)
    }

    private mutating func typeName(_ body: TypeBody, of declaration: Declaration) {
        if case .extensionDeclaration = declaration.kind {
            write(body.name)
        } else {
            write(SwiftName.written(body.name))
        }
        genericParameters(body.genericParameters)
    }

    private mutating func genericParameters(_ parameters: [String]) {
        if !parameters.isEmpty { write("<\(parameters.joined(separator: ", "))>") }
    }

    private mutating func typeHeadOnSeveralLines(_ keyword: String, _ body: TypeBody, of declaration: Declaration) {
        if tryOnLine(reserve: body.inheritance.isEmpty ? 0 : 1, { $0.typeHead(keyword, body, of: declaration) }) {
            return inheritanceOnLines(body.inheritance)
        }
        modifiers(declaration)
        write(keyword)
        indented { buffer in
            buffer.newLine()
            buffer.typeName(body, of: declaration)
            buffer.inheritanceOnLines(body.inheritance)
        }
    }

    private mutating func inheritanceOnLines(_ parents: [TypeExpression]) {
        if !parents.isEmpty { write(":") }
        indented { buffer in
            for (index, parent) in parents.enumerated() {
                buffer.newLine()
                buffer.type(parent)
                if index < parents.count - 1 { buffer.write(",") }
            }
        }
    }

    private mutating func alias(
        _ name: String, _ genericParameters: [String], _ type: TypeExpression, of declaration: Declaration
    ) {
        modifiers(declaration)
        write("typealias")
        let parameters = genericParameters.isEmpty ? "" : "<\(genericParameters.joined(separator: ", "))>"
        nameOrNextLine("\(SwiftName.written(name))\(parameters) =")
        if tryOnLine({
            $0.write(" "); $0.type(type)
        }) {
            return
        }
        indented { buffer in
            buffer.newLine()
            buffer.type(type)
        }
    }

    /// Writes a name after a keyword, or on the next line if it doesn't fit. Returns whether it fit.
    @discardableResult
    private mutating func nameOrNextLine(_ name: String, reserve: Int = 0) -> Bool {
        let fits = tryOnLine(reserve: reserve) { buffer in
            buffer.write(" ")
            buffer.write(name)
        }
        if fits { return true }
        indented { buffer in
            buffer.newLine()
            buffer.write(name)
        }
        return false
    }

    // MARK: Variables

    private mutating func variable(_ variable: Variable, of declaration: Declaration) {
        let name = "\(variable.isConstant ? "let" : "var") \(SwiftName.written(variable.name))"
        if declaration.modifiers.isEmpty {
            write(name)
        } else {
            write(declaration.modifiers.joined(separator: " "))
            nameOrNextLine(name, reserve: variable.type == nil ? 2 : 1)
        }
        typeAndValue(variable.type, variable.initialValue, reserve: variable.accessors == nil ? 0 : 2)
        if let accessors = variable.accessors { self.accessors(accessors) }
    }

    /// Writes `: Type = value`, with a line break after the colon if the type doesn't fit.
    private mutating func typeAndValue(
        _ type: TypeExpression?, _ value: Expression?, reserve: Int, textSteps: Int = 1
    ) {
        guard let type else {
            if let value { initialValue(value, reserve: reserve, textSteps: textSteps) }
            return
        }
        write(":")
        let ending = value == nil ? reserve : 2
        if tryOnLine(
            reserve: ending,
            {
                $0.write(" "); $0.type(type)
            })
        {
            if let value { initialValue(value, reserve: reserve, textSteps: textSteps) }
            return
        }
        indented { buffer in
            buffer.newLine()
            buffer.type(type)
            if let value { buffer.initialValue(value, reserve: reserve, textSteps: textSteps) }
        }
    }

    private mutating func accessors(_ text: String) {
        if !text.utf8.contains(UInt8(ascii: "\n")), tryOnLine({ $0.write(text.isEmpty ? " {}" : " { \(text) }") }) {
            return
        }
        write(" {")
        endOfBlock(text)
    }

    /// Writes the text after an opening brace on separate lines, and the closing brace.
    private mutating func endOfBlock(_ text: String) {
        if !text.isEmpty {
            indented { buffer in
                buffer.newLine()
                buffer.lines(of: text)
            }
            newLine()
        }
        write("}")
    }

    // MARK: Functions

    private mutating func function(_ function: Function, of declaration: Declaration) {
        attributesOnLines(declaration.attributes)
        newLine()
        let isDocumented = function.parameters.contains { $0.documentation != nil }
        let isOnOneLine =
            !isDocumented && tryOnLine(reserve: function.reserve) { $0.signature(function, of: declaration) }
        var isBraceOnLine = true
        if !isOnOneLine { isBraceOnLine = signatureOnSeveralLines(function, of: declaration) }
        if let requirements = function.requirements {
            whereClause(requirements, ending: function.body == nil ? "" : " {")
            if let body = function.body { endOfBlock(body) }
        } else if let body = function.body {
            if isBraceOnLine { write(" ") } else { newLine() }
            write("{")
            endOfBlock(body)
        }
    }

    private mutating func signature(_ function: Function, of declaration: Declaration) {
        functionHead(function, of: declaration)
        write("(")
        for (index, parameter) in function.parameters.enumerated() {
            if index > 0 { write(", ") }
            self.parameter(parameter)
        }
        write(")")
        write((function.effects + function.resultArrow).map { " \($0)" }.joined())
    }

    /// Writes a signature over several lines. Returns whether the brace belongs on its last line.
    private mutating func signatureOnSeveralLines(_ function: Function, of declaration: Declaration) -> Bool {
        if tryOnLine(reserve: 1, { $0.functionHead(function, of: declaration) }) {
            parametersOnLines(function.parameters)
            return endOfSignature(function)
        }
        modifiers(declaration)
        write("func")
        indented { buffer in
            buffer.newLine()
            buffer.functionName(function)
            buffer.parametersOnLines(function.parameters)
            let ending = (function.effects + function.resultArrow).joined(separator: " ")
            guard !ending.isEmpty else { return }
            if function.parameters.isEmpty { buffer.line(ending) } else { buffer.write(" \(ending)") }
        }
        return false
    }

    private mutating func functionHead(_ function: Function, of declaration: Declaration) {
        modifiers(declaration)
        write("func ")
        functionName(function)
    }

    private mutating func functionName(_ function: Function) {
        write(function.isOperator ? "\(function.name) " : SwiftName.written(function.name))
        genericParameters(function.genericParameters)
    }

    private mutating func parametersOnLines(_ parameters: [Function.Parameter]) {
        guard !parameters.isEmpty else { return write("()") }
        write("(")
        indented { buffer in
            for (index, parameter) in parameters.enumerated() {
                buffer.documentation(parameter.documentation)
                buffer.newLine()
                let ending = index < parameters.count - 1 ? "," : ""
                if !buffer.tryOnLine(reserve: ending.utf8.count, { $0.parameter(parameter) }) {
                    buffer.parameterOnSeveralLines(parameter)
                }
                buffer.write(ending)
            }
        }
        newLine()
        write(")")
    }

    private mutating func parameter(_ parameter: Function.Parameter) {
        for attribute in parameter.attributes {
            self.attribute(attribute)
            write(" ")
        }
        nameAndValue(parameter)
    }

    private mutating func parameterOnSeveralLines(_ parameter: Function.Parameter) {
        for attribute in parameter.attributes {
            self.attribute(attribute)
            newLine()
        }
        nameAndValue(parameter)
    }

    private mutating func nameAndValue(_ parameter: Function.Parameter) {
        if let label = parameter.label {
            write(SwiftName.written(label, in: .label))
            write(" ")
            write(parameter.name == "_" ? "_" : SwiftName.written(parameter.name))
        } else {
            write(SwiftName.written(parameter.name, in: .label))
        }
        typeAndValue(parameter.type, parameter.defaultValue, reserve: 1, textSteps: 0)
    }

    /// Writes the effects and the result, on a separate line if they don't fit. Returns whether the brace belongs on
    /// the last line.
    private mutating func endOfSignature(_ function: Function) -> Bool {
        let ending = (function.effects + function.resultArrow).map { " \($0)" }.joined()
        if tryOnLine(reserve: function.reserve, { $0.write(ending) }) { return true }
        write(function.effects.map { " \($0)" }.joined())
        if let arrow = function.resultArrow.first { indented { $0.line(arrow) } }
        return false
    }

    // MARK: Cases

    /// Writes cases. Plain names share a line as far as they fit, and other cases have separate lines.
    private mutating func cases(_ elements: [CaseElement], of declaration: Declaration) {
        if elements.count == 1 || elements.allSatisfy(\.isPlain) {
            return inline(declaration) { $0.caseLine(elements, of: declaration) }
        }
        for (index, element) in elements.enumerated() {
            if index > 0 { documentation(declaration.documentation) }
            inline(declaration) { $0.caseLine([element], of: declaration) }
        }
    }

    private mutating func caseLine(_ elements: [CaseElement], of declaration: Declaration) {
        modifiers(declaration)
        write("case")
        var isOnLine = true
        for (index, element) in elements.enumerated() {
            let ending = index < elements.count - 1 ? "," : ""
            let name = SwiftName.written(element.name)
            isOnLine = nameOrNextLine(ending.isEmpty ? name : name + ending, reserve: 1)
        }
        guard let element = elements.first, !element.isPlain else { return }
        if isOnLine { payload(element.payload) } else { indented { $0.payload(element.payload) } }
        if let rawValue = element.rawValue { initialValue(rawValue) }
    }

    private mutating func payload(_ payload: [CaseElement.Payload]) {
        guard !payload.isEmpty else { return }
        if tryOnLine({ $0.payloadOnLine(payload) }) { return }
        write("(")
        indented { buffer in
            for (index, item) in payload.enumerated() {
                buffer.newLine()
                buffer.payloadItem(item)
                if index < payload.count - 1 { buffer.write(",") }
            }
        }
        newLine()
        write(")")
    }

    private mutating func payloadOnLine(_ payload: [CaseElement.Payload]) {
        write("(")
        for (index, item) in payload.enumerated() {
            if index > 0 { write(", ") }
            payloadItem(item)
        }
        write(")")
    }

    private mutating func payloadItem(_ item: CaseElement.Payload) {
        guard let label = item.label else { return type(item.type) }
        write(SwiftName.written(label, in: .label))
        typeAndValue(item.type, nil, reserve: 1)
    }
}

extension CaseElement {
    fileprivate var isPlain: Bool { payload.isEmpty && rawValue == nil }
}

extension Function {
    /// The effects: `async`, `throws(E)`.
    fileprivate var effects: [String] {
        let thrown = thrownType.map { "(\(SwiftPrinter().print($0)))" } ?? ""
        return (isAsync ? ["async"] : []) + (isThrowing ? ["throws\(thrown)"] : [])
    }

    /// The result as `-> T`, or an empty array if the function has none.
    fileprivate var resultArrow: [String] {
        guard let result, !result.isVoid else { return [] }
        return ["-> \(SwiftPrinter().print(result))"]
    }

    /// The number of columns to reserve for the brace.
    fileprivate var reserve: Int {
        guard let body, requirements == nil else { return 0 }
        return body.isEmpty ? 3 : 2
    }

    fileprivate var isOperator: Bool {
        guard let first = name.unicodeScalars.first else { return false }
        return "+-*/%<>=!&|^~?.".unicodeScalars.contains(first)
    }
}

extension TypeExpression {
    fileprivate var isVoid: Bool { self == .void || self == .named("Void") }
}

extension Declaration {
    fileprivate var isStatic: Bool { modifiers.contains("static") }

    /// Whether blank lines separate the declaration from its neighbors.
    fileprivate var standsApart: Bool {
        switch kind {
        case .structure, .enumeration, .classOrActor, .protocolDeclaration, .extensionDeclaration: true
        case .function(let function): function.body != nil || documentation != nil || !attributes.isEmpty
        case .variable(let variable): variable.accessors?.utf8.contains(UInt8(ascii: "\n")) == true
        case .other(let text): text.utf8.contains(UInt8(ascii: "\n"))
        case .alias, .enumCase: false
        }
    }

    /// The group of the declaration. Neighbors in the same group are not separated.
    fileprivate var group: Int {
        switch kind {
        case .variable: isStatic ? 0 : 1
        case .enumCase: 2
        case .alias: 3
        case .function: 4
        default: 5
        }
    }
}

extension String {
    /// The lines of a comment. Any character that a Swift tool may treat as a line ending ends a line.
    fileprivate var commentLines: [Substring] {
        if allBytes({ (0x20..<0x80).contains($0) }) { return [self[...]] }
        if unicodeScalars.contains(where: { $0.endsLine && $0 != "\n" }) { return linesOfAnyKind.map { Substring($0) } }
        return utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Substring.init)
    }

    private var linesOfAnyKind: [String] {
        var lines: [String] = []
        var line = ""
        var last: Unicode.Scalar?
        for scalar in unicodeScalars {
            if scalar == "\n", last == "\r" {
                // Part of the previous line ending.
            } else if scalar.endsLine {
                lines.append(line)
                line = ""
            } else {
                line.unicodeScalars.append(scalar)
            }
            last = scalar
        }
        return lines + [line]
    }
}
