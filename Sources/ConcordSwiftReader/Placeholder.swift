// ConcordSwiftReader
