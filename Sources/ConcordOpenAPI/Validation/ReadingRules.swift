import ConcordDiagnostics

/// The rules that are reported while a document is read, before other rules are checked.
extension DocumentRule {
    static let textRules = [
        emptyFile, yamlSyntax, jsonSyntax, notUTF8, yamlCharacter, loneSurrogate, duplicateKey, keyNotText, mergeKey,
        unknownTag, tagMismatch, unknownAnchor, aliasToItself, severalDocuments, tooManyDirectives, nestedTooDeep,
        aliasesTooLarge, tooManyNodes, textTooLong, moreProblems, notOpenAPI, unknownVersion,
    ]

    static let emptyFile = DocumentRule(
        "empty-file", .error, "The file is empty.",
        reason: """
            A file with only comments is not a document.
            """,
        source: "YAML 1.2.2, 9.2",
        wrong: """
            # whole
            # An API of pets.
            """,
        right: """
            # An API of pets.
            openapi: 3.1.2
            """)

    static let yamlSyntax = DocumentRule(
        "yaml-syntax", .error, "The file is not valid YAML.",
        reason: """
            The location is where the YAML parser stopped. The mistake may be on the previous line. Quote strings \
            that contain ': ' or ' #' or start with a special character.
            """,
        source:
            "OpenAPI Specification, Format: \"a JSON object, which may be represented either in JSON or YAML format\"; YAML 1.2.2",
        wrong: """
            tags:
              - name: pets
                description: a: b
            """,
        right: """
            tags:
              - name: pets
                description: 'a: b'
            """)

    static let jsonSyntax = DocumentRule(
        "json-syntax", .error, "The file is not valid JSON.",
        reason: """
            JSON has no comments, no trailing commas and no unquoted strings. A document with comments can be \
            written in YAML.
            """,
        source: "RFC 8259",
        wrong: """
            {"openapi": "3.1.2" "info": {}}
            """,
        right: """
            {"openapi": "3.1.2", "info": {"title": "Pets", "version": "1"}, "paths": {}}
            """)

    static let notUTF8 = DocumentRule(
        "not-utf8", .error, "The file is not encoded in UTF-8.",
        reason: """
            Editors call this the encoding of the file. Latin-1 and Windows-1252 are common alternatives.
            """,
        source: "YAML 1.2.2, 5.2; RFC 8259, 8.1: \"MUST be encoded using UTF-8\"",
        wrong: nil,
        right: nil)

    static let yamlCharacter = DocumentRule(
        "yaml-character", .error, "The file contains a character that YAML does not allow.",
        reason: """
            Control characters such as NUL are allowed only as escapes inside double quotes.
            """,
        source: "YAML 1.2.2, 5.1",
        wrong: nil,
        right: """
            tags:
              - {name: pets, description: "\\0"}
            """)

    static let loneSurrogate = DocumentRule(
        "lone-surrogate", .error, "An escape in JSON is half of a surrogate pair.",
        reason: """
            Characters beyond U+FFFF are escaped as two consecutive surrogates. A single surrogate is not a character.
            """,
        source:
            "RFC 8259, 8.2: \"The behavior of software that receives JSON texts containing such values is unpredictable\"",
        wrong: """
            {"openapi": "3.1.2", "info": {"title": "\\uD83D", "version": "1"}, "paths": {}}
            """,
        right: """
            {"openapi": "3.1.2", "info": {"title": "\\uD83D\\uDC31", "version": "1"}, "paths": {}}
            """)

    static let duplicateKey = DocumentRule(
        "duplicate-key", .error, "An object has the same key twice.",
        reason: """
            One of the values is lost. Which one depends on the tool.
            """,
        source: "YAML 1.2.2, 3.2.1.1: \"each of the keys is unique\"; RFC 8259, 4",
        wrong: """
            paths:
              /pets: {summary: Pets}
              /pets: {summary: All pets}
            """,
        right: """
            paths:
              /pets: {summary: All pets}
            """)

    static let keyNotText = DocumentRule(
        "key-not-text", .error, "A key is an array or an object.",
        reason: """
            Keys in JSON, and so in OpenAPI documents, must be strings.
            """,
        source: "OpenAPI Specification, Format: \"Keys used in YAML maps MUST be limited to a scalar string\"",
        wrong: """
            x-colors: {[red, green]: warm}
            """,
        right: """
            x-colors: {red: warm, green: cold}
            """)

    static let mergeKey = DocumentRule(
        "merge-key", .warning, "A merge key has no object to merge.",
        reason: """
            '<<' inserts the entries of another object, usually through an alias.
            """,
        source: "YAML's type repository, Merge Key",
        wrong: """
            x-defaults: {<<: 5}
            """,
        right: """
            x-limits: &limits {most: 5}
            x-defaults: {<<: *limits}
            """)

    static let unknownTag = DocumentRule(
        "unknown-tag", .warning, "A YAML tag has no meaning here.",
        reason: """
            OpenAPI documents contain only values that JSON can represent. Such values need no tags.
            """,
        source:
            "OpenAPI Specification, Format: \"Tags MUST be limited to those allowed by YAML's JSON schema ruleset\"",
        wrong: """
            x-date: !date 2026-01-01
            """,
        right: """
            x-date: 2026-01-01
            """)

    static let tagMismatch = DocumentRule(
        "tag-mismatch", .error, "A YAML tag does not match its value.",
        reason: """
            For example, '!!int' requires an integer.
            """,
        source: "YAML 1.2.2, 10.2",
        wrong: """
            x-count: !!int many
            """,
        right: """
            x-count: !!int 5
            """)

    static let unknownAnchor = DocumentRule(
        "unknown-anchor", .error, "An alias has no anchor.",
        reason: """
            The anchor ('&name') must precede the alias ('*name'). Quote strings that start with '*'.
            """,
        source: "YAML 1.2.2, 7.1",
        wrong: """
            x-limits: &limits {most: 5}
            x-defaults: *limit
            """,
        right: """
            x-limits: &limits {most: 5}
            x-defaults: *limits
            """)

    static let aliasToItself = DocumentRule(
        "alias-to-itself", .error, "An alias is inside its own anchor.",
        reason: """
            A value that contains itself is infinite. References ('$ref') can be circular, but aliases can't.
            """,
        source: "OpenAPI Specification, Format: it can be represented in JSON",
        wrong: """
            x-node: &node {next: *node}
            """,
        right: """
            x-node: &node {next: last}
            """)

    static let severalDocuments = DocumentRule(
        "several-documents", .error, "The file contains several YAML documents.",
        reason: """
            Concord reads only the first one.
            """,
        source: "OpenAPI Specification, OpenAPI Document: one file, one document",
        wrong: """
            tags: [{name: pets}]
            ---
            tags: [{name: owners}]
            """,
        right: """
            tags: [{name: pets}, {name: owners}]
            """)

    static let tooManyDirectives = DocumentRule(
        "too-many-directives", .error, "The file has too many YAML directives.",
        reason: """
            A limit of Concord
            """,
        source: "YAML 1.2.2, 6.8",
        wrong: nil,
        right: nil)

    static let nestedTooDeep = DocumentRule(
        "nested-too-deep", .error, "Arrays and objects are nested too deeply.",
        reason: """
            The limit is 200 levels. Typical documents have about 20.
            """,
        source: "A limit of Concord",
        wrong: nil,
        right: nil)

    static let aliasesTooLarge = DocumentRule(
        "aliases-too-large", .error, "Aliases expand to too many values.",
        reason: """
            A few lines of aliases can expand to billions of values.
            """,
        source: "A limit of Concord",
        wrong: nil,
        right: nil)

    static let tooManyNodes = DocumentRule(
        "too-many-nodes", .error, "The file contains too many values.",
        reason: """
            The limit is ten million.
            """,
        source: "A limit of Concord",
        wrong: nil,
        right: nil)

    static let textTooLong = DocumentRule(
        "text-too-long", .error, "The file is too large.",
        reason: """
            The limit is 64 MiB.
            """,
        source: "A limit of Concord",
        wrong: nil,
        right: nil)

    static let moreProblems = DocumentRule(
        "more-problems", .note, "The file has more problems of one kind than are reported.",
        reason: """
            The others appear after you fix the first ones.
            """,
        source: "A limit of Concord",
        wrong: nil,
        right: nil)

    static let notOpenAPI = DocumentRule(
        "not-openapi", .error, "The file is not an OpenAPI document.",
        reason: """
            The first key of a document states its version of OpenAPI.
            """,
        source: "OpenAPI Object, openapi: \"REQUIRED\"",
        wrong: """
            # whole
            name: pets
            version: 1
            """,
        right: """
            openapi: 3.1.2
            """)

    static let unknownVersion = DocumentRule(
        "unknown-version", .error, "The document states an unknown version of OpenAPI.",
        reason: """
            Concord reads later 3.x versions as 3.2, with a warning.
            """,
        source: "OpenAPI Object, openapi: \"MUST be the version number of the OpenAPI Specification\"",
        wrong: """
            openapi: 4.0.0
            """,
        right: """
            openapi: 3.1.2
            """)
}

/// The rules for the files that a document refers to.
extension DocumentRule {
    static let fileRules = [
        noSuchFile, unreadableFile, outsideFolder, remoteReference, noFolder, tooManyFiles,
    ]

    static let noSuchFile = DocumentRule(
        "no-such-file", .error, "A file does not exist.",
        reason: """
            Paths in references are relative to the file that contains them.
            """,
        source: "Reference Object, $ref; RFC 3986, 5",
        wrong: """
            components:
              schemas:
                Pet: {$ref: pet.yaml}
            """,
        right: """
            components:
              schemas:
                Pet: {type: object}
            """)

    static let unreadableFile = DocumentRule(
        "unreadable-file", .error, "A file exists, but Concord can't read it.",
        reason: """
            It may be a folder, or you may lack the permission to read it.
            """,
        source: "Reference Object, $ref",
        wrong: nil,
        right: nil)

    static let outsideFolder = DocumentRule(
        "outside-folder", .error, "A reference points outside the folder of the document.",
        reason: """
            Otherwise, an untrusted document could read any of your files. Concord does not follow '..', absolute \
            paths or symbolic links out of the folder.
            """,
        source: "A limit of Concord",
        wrong: """
            components:
              schemas:
                Pet: {$ref: ../../pet.yaml}
            """,
        right: """
            components:
              schemas:
                Pet: {type: object}
            """)

    static let remoteReference = DocumentRule(
        "remote-reference", .warning, "A reference is a URL, which Concord does not fetch.",
        reason: """
            Concord did not check the target. Keep a copy next to the document. Where Concord needs the value \
            itself, for example a description, this is an error.
            """,
        source: "Reference Object, $ref; a limit of Concord",
        wrong: """
            components:
              schemas:
                Pet: {$ref: 'https://example.com/pet.yaml'}
            """,
        right: """
            components:
              schemas:
                Pet: {type: object}
            """)

    static let noFolder = DocumentRule(
        "no-folder", .error, "A document from standard input refers to a file.",
        reason: """
            Concord resolves relative paths against the folder of the document, and standard input has none.
            """,
        source: "Reference Object, $ref",
        wrong: nil,
        right: nil)

    static let tooManyFiles = DocumentRule(
        "too-many-files", .error, "References point to too many files.",
        reason: """
            The limit is ten thousand.
            """,
        source: "A limit of Concord",
        wrong: nil,
        right: nil)
}
