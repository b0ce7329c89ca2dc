// `.keys(.snakeCase)` is part of the vocabulary, too.
@_exported import ConcordNames
