// ConcordExpansion
