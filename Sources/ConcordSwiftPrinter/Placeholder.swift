// ConcordSwiftPrinter
