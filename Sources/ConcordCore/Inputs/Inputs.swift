extension _Core {
    /// Reads the inputs of an operation from a request, and collects all errors.
    public struct Inputs: Sendable {
        /// The request.
        public let request: APIRequest
        /// The style of the names of model fields in query parameters, if no field sets a name.
        package var keyStyle: KeyStyle?
        private var issues: [Problem.Issue] = []
        private let queryPairs: [(name: String, value: Substring)]

        /// Creates a reader of a request.
        public init(_ request: APIRequest) {
            self.request = request
            let query = request.query ?? ""
            queryPairs = URLEncodedForm.pairs(query, limit: request.limits.fields)
            if URLEncodedForm.exceeds(request.limits.fields, query.utf8) {
                issues.append(
                    Problem.Issue(location: .query, message: "must have at most \(request.limits.fields) fields"))
            }
        }

        /// Whether every value read so far is valid.
        public var isValid: Bool { issues.isEmpty }

        /// The problem with status 400 that reports all errors to the client.
        public var failure: Problem { Problem(400, "The request is not valid.", errors: issues) }

        /// Reads a path parameter.
        public mutating func path<C: Codec>(
            _ name: String,
            _ codec: C,
            style: ParameterStyle = .simple,
            explode: Bool = false,
            content: MediaType? = nil,
            rules: Rules? = nil
        ) -> C.Value? {
            let text = ParameterText(name: name, style: style, explode: explode, shape: codec.shape)
            return read(.path, name, codec, required: true, content: content, rules: rules, request.pathValues[name]) {
                try text.value(of: $0)
            }
        }

        /// Reads a query parameter.
        public mutating func query<C: Codec>(
            _ name: String,
            _ codec: C,
            required: Bool = false,
            style: ParameterStyle = .form,
            explode: Bool? = nil,
            allowEmptyValue: Bool = false,
            content: MediaType? = nil,
            rules: Rules? = nil
        ) -> C.Value? {
            var text = ParameterText(name: name, style: style, explode: explode ?? (style == .form), shape: codec.shape)
            text.plusIsSpace = true
            if content != nil {
                let value = queryPairs.first { $0.name == name }?.value
                return read(.query, name, codec, required: required, content: content, rules: rules, value) {
                    .text(PercentEncoding.decode($0, plusIsSpace: true) ?? "")
                }
            }
            do {
                guard let value = try text.value(in: queryPairs) else {
                    if required { report(.query, name, "is required", keyword: "required") }
                    return nil
                }
                if allowEmptyValue, case .text("") = value { return nil }
                return read(.query, name, codec, value, rules: rules)
            } catch {
                report(.query, name, reason(error))
                return nil
            }
        }

        /// Reads the whole query as one value.
        public mutating func queryString<C: Codec>(
            _ name: String,
            _ codec: C,
            required: Bool = false,
            content: MediaType = .form,
            rules: Rules? = nil
        ) -> C.Value? {
            guard let query = request.query, !query.isEmpty else {
                if required { report(.query, name, "is required", keyword: "required") }
                return nil
            }
            if content.essence == MediaType.form.essence {
                guard
                    let form = URLEncodedForm.read(
                        Array(query.utf8), limit: request.limits.fields, shape: codec.shape)
                else {
                    report(.query, name, "must be percent-encoded UTF-8")
                    return nil
                }
                return read(.query, name, codec, form, rules: rules)
            }
            return read(.query, name, codec, required: required, content: content, rules: rules, query[...]) {
                .text(PercentEncoding.decode($0) ?? "")
            }
        }

        /// Reads a header.
        public mutating func header<C: Codec>(
            _ name: String,
            _ codec: C,
            required: Bool = false,
            explode: Bool = false,
            content: MediaType? = nil,
            rules: Rules? = nil
        ) -> C.Value? {
            var text = ParameterText(name: name, style: .simple, explode: explode, shape: codec.shape)
            text.isEncoded = false
            let value = request.headers[name].map { $0[...] }
            return read(.header, name, codec, required: required, content: content, rules: rules, value) {
                try text.value(of: $0)
            }
        }

        /// Reads a cookie.
        public mutating func cookie<C: Codec>(
            _ name: String,
            _ codec: C,
            required: Bool = false,
            style: ParameterStyle = .form,
            explode: Bool = true,
            content: MediaType? = nil,
            rules: Rules? = nil
        ) -> C.Value? {
            var text = ParameterText(name: name, style: style, explode: explode, shape: codec.shape)
            text.isEncoded = style != .cookie
            if content != nil || codec.shape == .scalar || !explode {
                text.explode = false
                let value = request.cookies.first { $0.name == name }?.value
                return read(.cookie, name, codec, required: required, content: content, rules: rules, value) {
                    try text.value(of: $0)
                }
            }
            do {
                let value = try text.value(inCookies: request.cookies)
                if value == nil, required { report(.cookie, name, "is required", keyword: "required") }
                return value.flatMap { read(.cookie, name, codec, $0, rules: rules) }
            } catch {
                report(.cookie, name, reason(error))
                return nil
            }
        }

        // MARK: Values from text

        /// Reads a parameter that a request can contain only once.
        private mutating func read<C: Codec>(
            _ location: Problem.Issue.Location,
            _ name: String,
            _ codec: C,
            required: Bool,
            content: MediaType?,
            rules: Rules?,
            _ text: Substring?,
            _ value: (Substring) throws -> FormValue
        ) -> C.Value? {
            guard let text else {
                if required { report(location, name, "is required", keyword: "required") }
                return nil
            }
            do {
                if let content, content.isJSON {
                    let isEncoded = location != .header
                    let json = isEncoded ? PercentEncoding.decode(text, plusIsSpace: location == .query) : String(text)
                    return readJSON(location, name, codec, json ?? "", rules: rules)
                }
                return read(location, name, codec, try value(text), rules: rules)
            } catch {
                report(location, name, reason(error))
                return nil
            }
        }

        private mutating func read<C: Codec>(
            _ location: Problem.Issue.Location,
            _ name: String,
            _ codec: C,
            _ form: FormValue,
            rules: Rules?
        ) -> C.Value? {
            var found = Issues(location: location, name: name)
            let value = JSONReader.read(
                form.bytes, codec, rules: rules, form: .text, files: [], side: .request, issues: &found)
            issues.append(contentsOf: found.found)
            return value
        }

        private mutating func readJSON<C: Codec>(
            _ location: Problem.Issue.Location,
            _ name: String,
            _ codec: C,
            _ text: String,
            rules: Rules?
        ) -> C.Value? {
            var found = Issues(location: location, name: name)
            let value = JSONReader.read(
                Array(text.utf8), codec, rules: rules, form: .json, files: [], side: .request,
                nesting: request.limits.nesting, issues: &found)
            issues.append(contentsOf: found.found)
            return value
        }

        private mutating func report(
            _ location: Problem.Issue.Location, _ name: String?, _ message: String, keyword: String? = nil
        ) {
            issues.append(Problem.Issue(location: location, name: name, keyword: keyword, message: message))
        }

        private func reason(_ error: any Error) -> String {
            (error as? ParameterText.Malformed)?.reason ?? "can't be read"
        }

        // MARK: The body

        /// Reads the body. Throws a problem with status 415 if the body has none of the media types, or 413 if it is
        /// too large.
        public mutating func body<C: Codec>(
            _ codec: C,
            required: Bool = true,
            content: [MediaType]? = nil,
            parts: [String: PartRules] = [:],
            rules: Rules? = nil
        ) async throws -> C.Value? {
            let content = content ?? [codec.shape == .bytes ? .bytes : .json]
            let stated = request.headers[.contentType].map { MediaType($0) }
            if let stated, stated.essence == MediaType.multipart.essence, codec.shape != .bytes {
                return try await multipartBody(
                    codec, required: required, content: content, parts: parts, rules: rules)
            }
            let bytes = try await request.body.bytes()
            // Empty bytes and an empty form count as content if the client states their type.
            let canBeEmpty = codec.shape == .bytes || stated?.essence == MediaType.form.essence
            if bytes.isEmpty, stated == nil || !canBeEmpty {
                if required { report(.body, nil, "is required", keyword: "required") }
                return nil
            }
            let mediaType = try contentType(among: content, shape: codec.shape)
            var found = Issues()
            let reader = BodyReader(codec: codec, rules: rules, parts: parts, limits: request.limits)
            let value = reader.read(bytes, mediaType, &found)
            issues.append(contentsOf: found.found)
            return value
        }

        /// Reads a multipart body as it arrives.
        private mutating func multipartBody<C: Codec>(
            _ codec: C, required: Bool, content: [MediaType], parts: [String: PartRules], rules: Rules?
        ) async throws -> C.Value? {
            let mediaType = try contentType(among: content, shape: codec.shape)
            let form: MultipartForm?
            do {
                form = try await MultipartForm.read(
                    request.body, boundary: mediaType.parameter("boundary") ?? "", limits: request.limits,
                    folder: request.temporaryFolder)
            } catch let error as MultipartForm.Malformed {
                report(.body, nil, "is not a valid multipart body: \(error.reason)")
                return nil
            }
            guard let form else {
                if required { report(.body, nil, "is required", keyword: "required") }
                return nil
            }
            var found = Issues()
            let reader = BodyReader(codec: codec, rules: rules, parts: parts, limits: request.limits)
            let value = reader.read(form, &found)
            issues.append(contentsOf: found.found)
            return value
        }

        /// Returns the body as a stream.
        ///
        /// - Throws: A ``Problem`` with status 415 if the body has none of the media types.
        public mutating func stream(content: [MediaType] = [.bytes]) throws -> APIRequest.Body {
            _ = try contentType(among: content, shape: .bytes)
            return request.body
        }

        /// Returns the media type of the body.
        ///
        /// - Throws: A ``Problem`` with status 415 if the media type isn't declared, or if values of the shape can't be
        ///   read from it.
        private func contentType(among declared: [MediaType], shape: WireShape) throws -> MediaType {
            guard let header = request.headers[.contentType] else { return declared.first ?? .json }
            let stated = MediaType(header)
            guard declared.contains(where: { $0.covers(stated) }), stated.canHold(shape) else {
                throw refusal(of: stated, accepted: declared.filter { $0.canHold(shape) })
            }
            if shape != .bytes { try checkCharset(of: stated) }
            return stated
        }

        private func refusal(of stated: MediaType, accepted: [MediaType]) -> Problem {
            let names = accepted.map(\.name).joined(separator: ", ")
            let hint = names.isEmpty ? "" : " Accepted: \(names)."
            return Problem(
                415, "A body of type '\(stated.essence)' is not accepted.\(hint)", headers: ["Accept": names])
        }

        /// Checks that a text is encoded in UTF-8 or its subset US-ASCII.
        private func checkCharset(of mediaType: MediaType) throws {
            guard let charset = mediaType.parameter("charset")?.lowercased(),
                !["utf-8", "utf8", "us-ascii"].contains(charset), mediaType.isText
            else { return }
            throw Problem(
                415, "The character set '\(charset)' is not accepted. Accepted: utf-8.",
                headers: ["Accept-Charset": "utf-8"])
        }

        /// Returns the index of the group that contains the media type of the body.
        ///
        /// - Parameters:
        ///   - groups: The declared media types.
        ///   - shapes: The shape of each group's value.
        /// - Throws: A ``Problem`` with status 415 if no group contains it.
        public func contentType(amongGroups groups: [[MediaType]], shapes: [WireShape]) throws -> Int {
            guard let header = request.headers[.contentType] else { return 0 }
            let stated = MediaType(header)
            let readable = zip(groups, shapes).map { group, shape in group.filter { $0.canHold(shape) } }
            let index = zip(groups, shapes).enumerated().first { _, group in
                group.0.contains { $0.covers(stated) } && stated.canHold(group.1)
            }
            guard let index else { throw refusal(of: stated, accepted: readable.flatMap { $0 }) }
            return index.offset
        }
    }
}

/// Decodes a body according to its media type.
private struct BodyReader<C: _Core.Codec> {
    let codec: C
    let rules: _Core.Rules?
    /// The rules of the operation for the parts of a form.
    let parts: [String: _Core.PartRules]
    let limits: APIRequest.Limits

    func read(_ bytes: [UInt8], _ mediaType: MediaType, _ issues: inout _Core.Issues) -> C.Value? {
        if codec.shape == .bytes {
            return read(.file(0), files: [File(content: bytes, contentType: mediaType)], &issues)
        }
        if mediaType.isJSON { return readJSON(bytes, &issues) }
        if mediaType.isJSONLines {
            return JSONLines.array(bytes, nesting: limits.nesting, &issues).flatMap { readJSON($0, &issues) }
        }
        switch mediaType.essence {
        case MediaType.form.essence:
            guard !URLEncodedForm.exceeds(limits.fields, bytes) else {
                issues.report("must have at most \(limits.fields) fields")
                return nil
            }
            guard let form = URLEncodedForm.read(bytes, limit: limits.fields, shape: codec.shape) else { break }
            if case .object(let object) = form { return read(object, partRules, &issues) }
            return read(form, &issues)
        default:
            guard let text = String(validating: bytes, as: UTF8.self) else { break }
            return read(.text(text), &issues)
        }
        issues.report("must be UTF-8")
        return nil
    }

    private func readJSON(_ bytes: [UInt8], _ issues: inout _Core.Issues) -> C.Value? {
        _Core.JSONReader.read(
            bytes, codec, rules: rules, form: .json, files: [], side: .request, nesting: limits.nesting,
            issues: &issues)
    }

    func read(_ form: MultipartForm, _ issues: inout _Core.Issues) -> C.Value? {
        let rules = partRules
        for part in rules.isEmpty ? [] : form.parts {
            guard let problem = rules[part.name]?.problem(with: part.contentType) else { continue }
            issues.path.append(.key(part.name))
            issues.report(problem, keyword: "contentMediaType")
            issues.path.removeLast()
        }
        return read(form.object, rules, files: form.files, &issues)
    }

    /// The rules of the serializer, overridden by those of the operation.
    private var partRules: [String: _Core.PartRules] {
        let own = (C.Value.self as? any _Core.FormSerializer.Type)?._parts ?? [:]
        return own.merging(parts) { $1 }
    }

    private func read(
        _ object: FormObject, _ rules: [String: _Core.PartRules], files: [File] = [], _ issues: inout _Core.Issues
    ) -> C.Value? {
        do {
            return read(.object(try object.read(by: rules)), files: files, &issues)
        } catch {
            issues.report((error as? ParameterText.Malformed)?.reason ?? "can't be read")
            return nil
        }
    }

    private func read(_ form: FormValue, files: [File] = [], _ issues: inout _Core.Issues) -> C.Value? {
        _Core.JSONReader.read(
            form.bytes, codec, rules: rules, form: .text, files: files, side: .request, issues: &issues)
    }
}
