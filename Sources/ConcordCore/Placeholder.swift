// ConcordCore
