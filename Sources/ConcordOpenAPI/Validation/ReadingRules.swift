import ConcordDiagnostics

/// The rules that are reported while a document is read, before other rules are checked.
extension DocumentRule {
    static let textRules = [
        emptyFile, yamlSyntax, jsonSyntax, notUTF8, yamlCharacter, loneSurrogate, duplicateKey, keyNotText, mergeKey,
        unknownTag, tagMismatch, unknownAnchor, aliasToItself, severalDocuments, tooManyDirectives, nestedTooDeep,
        aliasesTooLarge, tooManyNodes, textTooLong, moreProblems, notOpenAPI, unknownVersion,
    ]

    static let emptyFile = DocumentRule(
        "empty-file", .error, "The file holds nothing.",
        reason: """
            Comments alone are no document.
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
        "yaml-syntax", .error, "The text is no YAML.",
        reason: """
            The place is where a reader of YAML had to give up; the mistake may stand a line before it. Text that holds a colon \
            or a hash sign with a blank, or opens with a special character, goes into quotes.
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
        "json-syntax", .error, "The text is no JSON.",
        reason: """
            JSON has no comments, no comma after the last element and no text without quotes. A document with comments can be \
            written as YAML.
            """,
        source: "RFC 8259",
        wrong: """
            {"openapi": "3.1.2" "info": {}}
            """,
        right: """
            {"openapi": "3.1.2", "info": {"title": "Pets", "version": "1"}, "paths": {}}
            """)

    static let notUTF8 = DocumentRule(
        "not-utf8", .error, "The file is not written in UTF-8.",
        reason: """
            Editors call it the encoding of the file; Latin-1 and Windows-1252 are common others.
            """,
        source: "YAML 1.2.2, 5.2; RFC 8259, 8.1: \"MUST be encoded using UTF-8\"",
        wrong: nil,
        right: nil)

    static let yamlCharacter = DocumentRule(
        "yaml-character", .error, "A character stands in the text that YAML doesn't allow.",
        reason: """
            Controls such as NUL are only allowed as escapes inside double quotes.
            """,
        source: "YAML 1.2.2, 5.1",
        wrong: nil,
        right: """
            tags:
              - {name: pets, description: "\\0"}
            """)

    static let loneSurrogate = DocumentRule(
        "lone-surrogate", .error, "An escape in JSON is half a character.",
        reason: """
            Characters beyond U+FFFF are escaped as two halves, one after the other; a half alone stands for nothing.
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
        "duplicate-key", .error, "A mapping has the same key twice.",
        reason: """
            One of the two values would be lost, and which one depends on the tool.
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
        "key-not-text", .error, "The key of a mapping is a list or a mapping.",
        reason: """
            JSON has text for keys alone, and so have OpenAPI documents.
            """,
        source: "OpenAPI Specification, Format: \"Keys used in YAML maps MUST be limited to a scalar string\"",
        wrong: """
            x-colors: {[red, green]: warm}
            """,
        right: """
            x-colors: {red: warm, green: cold}
            """)

    static let mergeKey = DocumentRule(
        "merge-key", .warning, "A merge key has nothing to merge.",
        reason: """
            '<<' puts the entries of another mapping here, which an alias mostly names.
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
        "unknown-tag", .warning, "A tag of YAML means nothing here.",
        reason: """
            Documents hold what JSON can hold, for which no tag is needed.
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
        "tag-mismatch", .error, "A tag of YAML stands before another kind of value.",
        reason: """
            '!!int' promises an integer.
            """,
        source: "YAML 1.2.2, 10.2",
        wrong: """
            x-count: !!int many
            """,
        right: """
            x-count: !!int 5
            """)

    static let unknownAnchor = DocumentRule(
        "unknown-anchor", .error, "An alias names no anchor.",
        reason: """
            The anchor ('&name') has to stand before the alias ('*name'). Text that opens with '*' goes into quotes.
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
        "alias-to-itself", .error, "An alias stands inside of what it names.",
        reason: """
            What holds itself has no end. References ('$ref') may be circular, aliases not.
            """,
        source: "OpenAPI Specification, Format: it can be represented in JSON",
        wrong: """
            x-node: &node {next: *node}
            """,
        right: """
            x-node: &node {next: last}
            """)

    static let severalDocuments = DocumentRule(
        "several-documents", .error, "The file holds several YAML documents.",
        reason: """
            Only the first one is read.
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
        "too-many-directives", .error, "The file opens with more directives than any document needs.",
        reason: """
            A bound of Concord's own, so that no file takes long.
            """,
        source: "YAML 1.2.2, 6.8",
        wrong: nil,
        right: nil)

    static let nestedTooDeep = DocumentRule(
        "nested-too-deep", .error, "Lists and mappings are nested deeper than is read.",
        reason: """
            Real documents take some twenty levels, the bound is two hundred.
            """,
        source: "A bound of Concord's own",
        wrong: nil,
        right: nil)

    static let aliasesTooLarge = DocumentRule(
        "aliases-too-large", .error, "Aliases stand for more values than are read.",
        reason: """
            A few lines of aliases can stand for billions of values, which no tool could hold.
            """,
        source: "A bound of Concord's own",
        wrong: nil,
        right: nil)

    static let tooManyNodes = DocumentRule(
        "too-many-nodes", .error, "The file holds more values than are read.",
        reason: """
            The bound is ten million.
            """,
        source: "A bound of Concord's own",
        wrong: nil,
        right: nil)

    static let textTooLong = DocumentRule(
        "text-too-long", .error, "The file is longer than is read.",
        reason: """
            The bound is 64 MiB.
            """,
        source: "A bound of Concord's own",
        wrong: nil,
        right: nil)

    static let moreProblems = DocumentRule(
        "more-problems", .note, "There are more problems of one kind than are told.",
        reason: """
            They appear once the first are corrected.
            """,
        source: "A bound of Concord's own",
        wrong: nil,
        right: nil)

    static let notOpenAPI = DocumentRule(
        "not-openapi", .error, "The file is no OpenAPI document.",
        reason: """
            A document says in its first key which version of OpenAPI it is written in.
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
        "unknown-version", .error, "The document states a version of OpenAPI that doesn't exist, or is not known yet.",
        reason: """
            A later version of 3 is read as 3.2, with a warning.
            """,
        source: "OpenAPI Object, openapi: \"MUST be the version number of the OpenAPI Specification\"",
        wrong: """
            openapi: 4.0.0
            """,
        right: """
            openapi: 3.1.2
            """)
}

/// The rules for the files that references name.
extension DocumentRule {
    static let fileRules = [
        noSuchFile, unreadableFile, outsideFolder, remoteReference, noFolder, tooManyFiles,
    ]

    static let noSuchFile = DocumentRule(
        "no-such-file", .error, "There is no file of that name.",
        reason: """
            The paths of references are relative to the file that they stand in.
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
        "unreadable-file", .error, "A file is there, but can't be read.",
        reason: """
            It may be a folder, or the permissions may be missing.
            """,
        source: "Reference Object, $ref",
        wrong: nil,
        right: nil)

    static let outsideFolder = DocumentRule(
        "outside-folder", .error, "A reference leads out of the document's folder.",
        reason: """
            A document from elsewhere could have any file of yours read in this way: two dots, absolute paths \
            and symbolic links are not followed out of the folder.
            """,
        source: "A bound of Concord's own",
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
        "remote-reference", .warning, "A reference names a URL, which is not fetched.",
        reason: """
            What it leads to was not looked at. Keep a copy beside the document. It is an error where the value itself \
            is needed, as in the place of a description.
            """,
        source: "Reference Object, $ref; a bound of Concord's own",
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
            Only a document that is a file has a folder to look into.
            """,
        source: "Reference Object, $ref",
        wrong: nil,
        right: nil)

    static let tooManyFiles = DocumentRule(
        "too-many-files", .error, "References lead to more files than are read.",
        reason: """
            The bound is ten thousand.
            """,
        source: "A bound of Concord's own",
        wrong: nil,
        right: nil)
}
