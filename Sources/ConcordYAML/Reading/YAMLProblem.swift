/// Messages for libyaml's errors that don't assume knowledge of its parser.
enum YAMLProblem {
    static func wording(of problem: String, at byte: UInt8?) -> (message: String, help: String?) {
        switch problem {
        case "mapping values are not allowed in this context":
            ("a ':' is not allowed here", "quote strings that contain ': '")
        case "found character that cannot start any token" where byte == UInt8(ascii: "\t"):
            ("a tab is used for indentation", "indent with spaces")
        case "found character that cannot start any token":
            ("an unquoted string can't start with this character", "quote the string")
        case "could not find expected ':'":
            ("a ':' is missing after the preceding key", "write 'key: value', or start a long key with '? '")
        case "did not find expected key":
            ("expected a key", "check the indentation and the quotes of this line and the previous line")
        case "did not find expected '-' indicator":
            ("expected an item that starts with '- '", "check the indentation of this line")
        case "did not find expected ',' or ']'" where byte == UInt8(ascii: ":"),
            "did not find expected ',' or '}'" where byte == UInt8(ascii: ":"):
            ("a ':' is not allowed here", "quote strings that contain ': '")
        case "did not find expected ',' or ']'":
            ("expected ',' or ']'", "close the array that starts before this line")
        case "did not find expected ',' or '}'":
            ("expected ',' or '}'", "close the object that starts before this line")
        case "did not find expected node content":
            ("expected a value", nil)
        case "found unexpected end of stream":
            ("the file ends inside a quoted string", "close the quotes")
        case "found unexpected document indicator":
            ("a document marker ('---' or '...') is inside a quoted string", "indent the line")
        case "block sequence entries are not allowed in this context":
            ("a '- ' item can't start here", "start the array on its own line")
        case "mapping keys are not allowed in this context":
            ("a key can't start here", "start it on its own line")
        case "found unknown escape character":
            ("this is not a valid escape in double quotes", "write the backslash twice, or use single quotes")
        case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
            ("this escape is not a character", nil)
        case "found a tab character where an indentation space is expected",
            "found a tab character that violates indentation":
            ("a tab is used for indentation", "indent with spaces")
        case "found undefined tag handle":
            ("the tag's prefix is not declared", "remove the tag")
        case "found incompatible YAML document":
            ("the file declares a YAML version other than 1.1 and 1.2", "state 1.2, or remove the line")
        case "did not find expected <document start>":
            ("unexpected content outside the document", "check the indentation of this line")
        default:
            ("invalid YAML: \(problem)", nil)
        }
    }

    /// Returns the description of the second position in a libyaml error, or `nil` if it isn't helpful.
    static func context(_ context: String) -> String? {
        switch context {
        case "while parsing a flow mapping", "while parsing a block mapping": "the object starts here"
        case "while parsing a flow sequence", "while parsing a block collection": "the array starts here"
        case "while scanning a quoted scalar": "the quoted string starts here"
        case "while scanning a plain scalar", "while scanning a block scalar": "the string starts here"
        case "while scanning a simple key": "the key starts here"
        default: nil
        }
    }
}
