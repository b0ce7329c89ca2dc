/// Messages for libyaml's errors that don't assume knowledge of its parser.
enum YAMLProblem {
    static func wording(of problem: String, at byte: UInt8?) -> (message: String, help: String?) {
        switch problem {
        case "mapping values are not allowed in this context":
            ("a ':' stands here where no mapping can start", "put text that holds ': ' in quotes")
        case "found character that cannot start any token" where byte == UInt8(ascii: "\t"):
            ("a tab is used for indentation", "indent with spaces")
        case "found character that cannot start any token":
            ("unquoted text can't open with this character", "put the text in quotes")
        case "could not find expected ':'":
            ("a ':' is missing after the key before this place", "write 'key: value', or put long keys after '? '")
        case "did not find expected key":
            ("a key was expected here", "check the indentation and the quotes of this line and the one before")
        case "did not find expected '-' indicator":
            ("an item that opens with '- ' was expected here", "check the indentation of this line")
        case "did not find expected ',' or ']'" where byte == UInt8(ascii: ":"),
            "did not find expected ',' or '}'" where byte == UInt8(ascii: ":"):
            ("a ':' stands here where no key can be", "put text that holds ': ' in quotes")
        case "did not find expected ',' or ']'":
            ("a ',' or ']' was expected here", "close the list that opens before")
        case "did not find expected ',' or '}'":
            ("a ',' or '}' was expected here", "close the mapping that opens before")
        case "did not find expected node content":
            ("a value was expected here", nil)
        case "found unexpected end of stream":
            ("the file ends inside quoted text", "close the quotes")
        case "found unexpected document indicator":
            ("a document marker ('---' or '...') stands inside quoted text", "indent the line")
        case "block sequence entries are not allowed in this context":
            ("a '- ' item can't start here", "start the list on a line of its own")
        case "mapping keys are not allowed in this context":
            ("a key can't start here", "start it on a line of its own")
        case "found unknown escape character":
            ("this escape means nothing in double quotes", "write the backslash twice, or use single quotes")
        case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
            ("this escape names no character", nil)
        case "found a tab character where an indentation space is expected",
            "found a tab character that violates indentation":
            ("a tab is used for indentation", "indent with spaces")
        case "found undefined tag handle":
            ("the tag's prefix is not declared", "remove the tag")
        case "found incompatible YAML document":
            ("the file states a version of YAML that is not 1.1 or 1.2", "state 1.2, or remove the line")
        case "did not find expected <document start>":
            ("something stands here outside of any collection", "check the indentation of this line")
        default:
            ("this is no YAML: \(problem)", nil)
        }
    }

    /// Returns the description of the second position in a libyaml error, or `nil` if it isn't helpful.
    static func context(_ context: String) -> String? {
        switch context {
        case "while parsing a flow mapping", "while parsing a block mapping": "the mapping starts here"
        case "while parsing a flow sequence", "while parsing a block collection": "the list starts here"
        case "while scanning a quoted scalar": "the quoted text starts here"
        case "while scanning a plain scalar", "while scanning a block scalar": "the text starts here"
        case "while scanning a simple key": "the key starts here"
        default: nil
        }
    }
}
