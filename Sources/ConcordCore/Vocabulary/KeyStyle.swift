// `.keys(.snakeCase)` is a word of the app's, too.
@_exported import ConcordNames
