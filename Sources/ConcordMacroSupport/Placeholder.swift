// ConcordMacroSupport
